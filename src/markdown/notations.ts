/** Signs of word processors and of other tools that readers would meet as they stand, and how they are said here. */
import type { Heading, Nodes } from 'mdast';
import type { BodyDiagnostic } from './policy.ts';
import { doubledWord } from '../schemas/doubled.ts';
import { quotedLine } from './slips.ts';

interface Notation {
  pattern: RegExp;
  message: string;
  fix: string;
  /** What stands in the place of the match; undefined where more than the line has to change. */
  to?: string;
}

const note =
  'Write <Note title="…"> in its place, and </Note> below the last line of the note, with empty lines around both.';

/** What may stand in running text. Each is looked for in the source of a text, where code does not stand. */
const notations: readonly Notation[] = [
  { pattern: /^(?::::|\[!\w+\]|\$[A-Z]+$|%[^%\n]+%$)/m, message: 'a mark of another tool begins a note', fix: note },
  {
    pattern: /^\[{1,2}_?TOC_?\]{1,2}$/im,
    message: 'a mark of another tool asks for a list of contents',
    fix: 'Take the line out: a page has its contents by itself.',
  },
  {
    pattern: /^\*\[[^\]\n]+\]:/m,
    message: 'an abbreviation is explained in the way of another tool',
    fix: 'Take the line out, and add the term to glossary/ if it is not there.',
  },
  {
    pattern: /(?<!\\)\[\[(?:[^\]|\n]*\|)?([^\]\n]+)\]\]/,
    message: 'double brackets are no link here',
    fix: 'Write the words alone, or a link with its address, such as [words](/examples/)',
    to: '$1',
  },
  {
    pattern: /(?<![\\=])==(?=[^\s=])([^=\n]+)==(?!=)/,
    message: 'marks of another tool stand around words',
    fix: 'Write them in bold',
    to: '**$1**',
  },
  {
    pattern: /\s?(?<!\\)\^\[([^\]\n]*)\]/,
    message: 'a note of another tool stands in the line',
    fix: 'Write it in brackets, or as a footnote: [^1] here, and at the end of the section a line [^1]: with its text',
    to: ' ($1)',
  },
  {
    pattern: /(?<!\\)\[(\d+)\]\[(\d+)\]/,
    message: 'numbers of notes stand in brackets',
    fix: 'Write each as a footnote, [^1] here and at the end of the section a line [^1]: with its text, or in round brackets',
    to: '($1, $2)',
  },
  {
    pattern: /(?<!\\)\[(?!\d+\]\[\d+\])([^\][^\n][^\][\n]*)\]\[[^\]\n]*\]/,
    message: 'a link has no address',
    fix: 'Write the words alone, or their address in round brackets, such as [words](/examples/)',
    to: '$1',
  },
  {
    pattern: / ?(?<![\w:]):[a-z]+(?:_[a-z]+)*:(?![\w:])/,
    message: 'a sign is written by its name in another tool',
    fix: 'Take it out',
    to: '',
  },
  {
    pattern: /(?<!\\)< +(?=£?\d)/,
    message: 'a "<" stands before a number, which is not read out to everybody',
    fix: 'Write it in words',
    to: 'less than ',
  },
  {
    pattern: doubledWord,
    message: 'a word stands twice',
    fix: 'Write it once',
    to: '$1',
  },
];

/** What is wrong in the source of one text, `source`, which begins at `line` and `column` (from 1) of `lines`. */
function textSlips(source: string, line: number, column: number, lines: readonly string[]): BodyDiagnostic[] {
  return notations.flatMap(({ pattern, message, fix, to }) => {
    const match = pattern.exec(source);
    if (!match) return [];
    const above = source.slice(0, match.index).split('\n');
    const at = line + above.length - 1;
    const before = above.length > 1 ? '' : (lines[at - 1] ?? '').slice(0, column - 1);
    const place = { line: at, column: before.length + (above.at(-1)?.length ?? 0) + 1 };
    if (to === undefined) return [{ ...place, message, fix }];
    const all = new RegExp(pattern.source, `${pattern.flags}g`);
    const mended = before + (lines[at - 1] ?? '').slice(before.length).replace(all, to);
    const mend = mended.trim() === '' ? 'Take the line out.' : `${fix}: ${quotedLine(mended, place.column)}`;
    return [{ ...place, message, fix: mend }];
  });
}

/** A bold text whose signs stand beside a space, or run into the next word, as word processors leave them. */
const withBoldClosed = (line: string): string =>
  line.replace(/( ?)\*\*( *)([^*\n]+?)( *)\*\*(?=(\w)?)/g, (_, before, open, words: string, close, next) => {
    const runsOn = next !== undefined && /[\p{P}]$/u.test(words);
    return `${String(before) || String(open)}**${words}**${String(close) || (runsOn ? ' ' : '')}`;
  });

/** A heading made by a line of hyphens or equals signs under it: most often the line was meant to stand alone. */
export const isUnderlined = (node: Heading, lines: readonly string[]): boolean =>
  node.position !== undefined && lines[node.position.start.line - 1]?.[node.position.start.column - 1] !== '#';

export function setextSlip(node: Heading, lines: readonly string[]): BodyDiagnostic[] {
  if (!node.position || !isUnderlined(node, lines)) return [];
  const { start } = node.position;
  return [
    {
      line: start.line,
      column: start.column,
      message: 'the line of signs under this line makes it a heading',
      fix: 'Leave an empty line between the two, or take the line of signs out.',
    },
  ];
}

/** Slips that are seen in one node of the tree. `lines` are those of the body. */
export function signSlips(node: Nodes, lines: readonly string[]): BodyDiagnostic[] {
  if (!node.position) return [];
  const { start, end } = node.position;
  const line = lines[start.line - 1] ?? '';
  const from = line.slice(start.column - 1);
  const slip = (message: string, fix: string, fixed: string): BodyDiagnostic[] => [
    { line: start.line, column: start.column, message, fix: `${fix}: ${quotedLine(fixed, start.column)}` },
  ];
  if (node.type === 'delete' && !from.startsWith('~~')) {
    const ranges = line.replace(/(\d)\s*~\s*(?=\d)/g, '$1 to ');
    return slip(
      'two tildes (~) strike out what stands between them',
      'Write a range in words, or a backslash before each',
      ranges === line ? line.replace(/(?<![\\~])~(?!~)/g, '\\~') : ranges,
    );
  }
  if (node.type === 'link' && from.startsWith('www.'))
    return slip(
      'an address has no https:// before it',
      'Write it whole',
      `${line.slice(0, start.column - 1)}https://${from}`,
    );
  if (node.type === 'list' && node.ordered && (node.start ?? 1) >= 1000)
    return slip(
      'a year with a full stop begins the line, and is read as the number of a list',
      'Write a backslash before the full stop, or begin with another word',
      `${line.slice(0, start.column - 1)}${from.replace(/[.)]/, '\\$&')}`,
    );
  if (node.type !== 'text') return [];
  const source = [from, ...lines.slice(start.line, end.line)].slice(0, end.line - start.line + 1);
  source[source.length - 1] = (source.at(-1) ?? '').slice(
    0,
    end.column - 1 - (source.length === 1 ? start.column - 1 : 0),
  );
  const text = source.join('\n');
  const found = textSlips(text, start.line, start.column, lines);
  const bold = source.findIndex((part) => /(?<!\\)\*\*/.test(part));
  if (bold === -1) return found;
  const at = start.line + bold;
  const written = lines[at - 1] ?? '';
  const closed = withBoldClosed(written);
  const fixed = closed === written ? written.replace(/(?<!\\)\*\*/g, '') : closed;
  const column = (bold === 0 ? start.column : 1) + (source[bold] ?? '').search(/(?<!\\)\*\*/);
  return [
    ...found,
    {
      line: at,
      column,
      message: 'two stars (**) are not read as bold',
      fix: `Let them touch the words that are bold, with a space outside, or take them out: ${quotedLine(fixed, column)}`,
    },
  ];
}
