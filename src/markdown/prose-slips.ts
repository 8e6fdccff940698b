/** Slips that the processor takes for plain words, so that readers would meet the signs themselves. */
import type { Nodes, Root } from 'mdast';
import { setextSlip, signSlips } from './notations.ts';
import type { BodyDiagnostic } from './policy.ts';
import { headingSigns, quotedLine } from './slips.ts';

export function proseSlips(root: Root, lines: readonly string[], isExample: boolean): BodyDiagnostic[] {
  const slips: BodyDiagnostic[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph' && node.position) {
      const { start, end } = node.position;
      slips.push(...paragraphSlips(lines.slice(start.line - 1, end.line), start.line, isExample));
    } else if (node.type === 'heading') slips.push(...setextSlip(node, lines));
    slips.push(...signSlips(node, lines));
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  slips.push(...boldHeadings(root, lines, isExample));
  // One of a kind to a line: bold that is not closed is met twice.
  return slips.filter(
    ({ line, message }, index) => slips.findIndex((one) => one.line === line && one.message === message) === index,
  );
}

/** The most words that a heading has. */
const headingWords = 10;

/** Lines of bold text alone with text under them, which only look like headings: no list of headings has them. */
function boldHeadings(root: Root, lines: readonly string[], isExample: boolean): BodyDiagnostic[] {
  return root.children.flatMap((node, index) => {
    const [only, ...more] = node.type === 'paragraph' ? node.children : [];
    const under = root.children[index + 1]?.type;
    if (only?.type !== 'strong' || more.length || !under || under === 'heading' || !only.position) return [];
    const { line, column } = only.position.start;
    const words = (lines[line - 1] ?? '').trim().replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, '');
    if (/\p{P}$/u.test(words) || words.split(/\s+/).length > headingWords) return [];
    const fix = `Write it as a heading: ${headingSigns(words, 3, isExample)} ${words}`;
    return [{ line, column, message: 'a line of bold text stands where a heading should', fix }];
  });
}

/** What word processors begin an item of a list with, where that is no sign of Markdown. */
const bullet = /^(\s*)(?:[•·▪●◦‣○□\uf0b7\uf0a7]\s*|-\u00a0\s*|(?:[o§–—]|[a-z][.)]|[ivx]+[.)])\t\s*)/;
const marker = /^\s*(?:>\s*)*(?:[-+*]|\d{1,9}[.)])\s+/;

function paragraphSlips(lines: readonly string[], first: number, isExample: boolean): BodyDiagnostic[] {
  // Of a table that was pasted, one fault: its rows are mended together.
  const tabbed = lines.findIndex((line) => /\S *\t+ *\S/.test(line.replace(marker, '').replace(bullet, '')));
  if (tabbed !== -1) {
    const cells = (lines[tabbed] ?? '').trim().split(/ *\t+ */);
    const column = (lines[tabbed] ?? '').indexOf('\t') + 1;
    const ruled = lines.length > 1 ? `, with ${row(cells.map(() => '---'))} under the first row` : '';
    return [
      {
        line: first + tabbed,
        column,
        message: 'a tab stands between words, as in a table that was pasted',
        fix: `Write a space, or a table in Markdown, each row as ${row(cells)}${ruled}.`,
      },
    ];
  }
  const barred = lines.findIndex((line) => /^\s*\|.*\|\s*$/.test(line));
  if (barred !== -1) {
    const cells = (lines[barred] ?? '').trim().slice(1, -1).split('|');
    return [
      {
        line: first + barred,
        column: 1,
        message: 'a row of a table stands alone: it is read as plain words',
        fix:
          barred > 0
            ? 'Leave an empty line before the table.'
            : `Under the first row, write a line with a cell for each column: ${row(cells.map(() => '---'))}`,
      },
    ];
  }
  // A dash begins a sentence that goes on, too: only a paragraph that begins with one is a list.
  const isDashed = /^\s*[–—]\s/.test(lines[0] ?? '');
  return lines.flatMap((line, index) => [
    ...(isDashed && /^\s*[–—] /.test(line) ? [dashed(line, first + index)] : []),
    ...lineSlips(line, isExample).map((slip) => ({ ...slip, line: first + index })),
  ]);
}

const dashed = (text: string, line: number): BodyDiagnostic => ({
  line,
  column: 1,
  message: 'a dash begins the line, as in a list',
  fix: `Begin each item of a list with a hyphen and a space: ${quotedLine(text.replace(/^(\s*)[–—]\s+/, '$1- '))}`,
});

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.trim()).join(' | ')} |`;

/** A sign that is no Markdown, what is wrong, how it is mended, and the line as it should be. */
const signs = (
  isExample: boolean,
): readonly [pattern: RegExp, message: string, fix: string, to: string | ((...found: string[]) => string)][] => [
  [
    /^\s*(#{2,6})(?! )[\s\u00a0]*([^#\s].*)/,
    'a heading needs a space after its #',
    'Write the space',
    (_, signs = '', words = '') => `${headingSigns(words, signs.length, isExample)} ${words}`,
  ],
  [
    /^\s*#(?! )[\s\u00a0]*([^#\s].*)/,
    'a # that begins a line is neither a heading nor plain text',
    'Write a backslash before it, or ## and a space for a heading',
    (_, words = '') => (headingSigns(words, 3, isExample) === '##' ? `## ${words}` : `\\#${words}`),
  ],
  [
    bullet,
    'a dot from a word processor begins the line',
    'Begin each item of a list with a hyphen and a space',
    '$1- ',
  ],
  [/^(\s*)-(?=[A-Za-z])/, 'an item of a list needs a space after its hyphen', 'Write the space', '$1- '],
  [
    /\]\s+\((?=(?:https?:|mailto:|\/)\S*\))/,
    'a space stands between the words and the address of a link',
    'Take the space out',
    '](',
  ],
  [/\]\(((?:https?:\/\/|\/)[^\s)]*)$/, 'the address of a link is not closed', 'Close it with a bracket', ']($1)'],
];

function lineSlips(line: string, isExample: boolean): Omit<BodyDiagnostic, 'line'>[] {
  // What stands in code is meant as it is.
  const text = line.replace(/`[^`]*`/g, (code) => 'x'.repeat(code.length));
  const found: Omit<BodyDiagnostic, 'line'>[] = [];
  for (const [pattern, message, fix, to] of signs(isExample)) {
    const match = pattern.exec(text);
    if (match)
      found.push({
        column: match.index + 1,
        message,
        fix: `${fix}: ${quotedLine(line.slice(0, match.index) + line.slice(match.index).replace(pattern, to as string), match.index + 1)}`,
      });
  }
  const spaced = /\]\(((?:https?:\/\/|\/)[^\s()]*(?: +[^\s()"]+)+)\)/.exec(text);
  if (spaced?.[1])
    found.push({
      column: spaced.index + 1,
      message: 'the address of a link has a space in it',
      fix: `Write %20 for the space, or copy the address again: ${quotedLine(line.replace(spaced[1], spaced[1].replaceAll(' ', '%20')), spaced.index + 1)}`,
    });
  return found;
}
