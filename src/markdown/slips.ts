/** What authors type without meaning any markup, named in words, with the line as it should be. */
import type { Nodes, Root } from 'mdast';
import { nearestFirst, shown, type Position } from '../validation/diagnostics.ts';
import { authorComponents } from './components.ts';
import type { BodyDiagnostic } from './policy.ts';

export interface Slip {
  message: string;
  fix: string;
  /** The whole line, mended, where one line is all that changes. */
  fixed?: string | undefined;
}

/** A line as a message quotes it; of a long one, the words around `column`. */
export function quotedLine(line: string, column = 1): string {
  const text = line.trim();
  if (text.length <= 120) return text;
  const at = Math.max(0, column - 1 - (line.length - line.trimStart().length));
  const from = at < 60 ? 0 : text.indexOf(' ', at - 50) + 1;
  const end = text.indexOf(' ', from + 100);
  return `${from > 0 ? '… ' : ''}${end === -1 ? text.slice(from) : `${text.slice(from, end)} …`}`;
}

/** A slip that one line mends: the mend ends with the line as it should be. */
const mended = (message: string, fix: string, fixed: string, column: number): Slip => ({
  message,
  fix: `${fix}: ${quotedLine(fixed, column)}`,
  fixed,
});

const components = Object.keys(authorComponents);
/** Tags that have no end of their own in HTML. */
const lone = /^<\s*\/?\s*(?:br|hr|wbr|img|input)\b[^>]*>?/i;
const markdownFor: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', s: '~~', del: '~~' };

/** The line with the HTML tag at `index` said in Markdown, or left out with what is inside kept. */
export function withoutTag(line: string, index: number): string {
  const before = line.slice(0, index);
  const from = line.slice(index);
  const single = lone.exec(from);
  if (single) return `${before.trimEnd()} ${from.slice(single[0].length).trimStart()}`.trimEnd();
  const pair = /^<([a-z][\w:-]*)([^>]*)>(.*?)<\/\1\s*>/i.exec(from);
  if (!pair) return before + from.replace(/^<[^>]*>?/, '');
  const [whole, name = '', attributes = '', inside = ''] = pair;
  const rest = from.slice(whole.length);
  const address = /\bhref=["']([^"']*)["']/.exec(attributes)?.[1];
  if (name.toLowerCase() === 'a' && address !== undefined) return `${before}[${inside}](${address})${rest}`;
  const sign = markdownFor[name.toLowerCase()] ?? '';
  return `${before}${sign}${inside}${sign}${rest}`;
}

/** What the processor could not read at `place`, from what it `said`. */
export function syntaxSlip(lines: readonly string[], { line: number, column }: Position, said: string): Slip {
  const line = lines[number - 1] ?? '';
  const before = line.slice(0, column - 1);
  const from = line.slice(column - 1);
  const escaped = `${before}\\${from}`;
  const told = (message: string, fix: string, to: string): Slip => mended(message, fix, to, column);

  if (said.includes('import/exports'))
    return told(
      'an import or export is not allowed',
      'Take the line out; or, where it is prose, begin it with a capital letter or another word',
      line.charAt(0).toUpperCase() + line.slice(1),
    );
  if (from.startsWith('{') && said.includes('acorn'))
    return told(
      `an expression in braces is not allowed: ${shown(from)}`,
      'Take it out, or write a backslash before the brace, \\{, so that the line is',
      escaped,
    );
  if (from.startsWith('<') && said.includes('expression'))
    return {
      message: 'an attribute in braces is no plain text',
      fix: 'Write it in straight quotation marks, without braces: name="text".',
    };
  if (/^[{}]/.test(from))
    return told(
      `a brace (${from[0]}) begins something that is not prose`,
      `Take the brace out, or write a backslash before it, \\${from[0]}, so that the line is`,
      escaped,
    );
  const address = /^<((?:https?:\/\/|www\.|mailto:)?[^\s<>@]*(?:@[^\s<>@]+)?)>?/i.exec(from);
  if (address?.[1] && /^(?:https?:|www\.|mailto:)|@/i.test(address[1]))
    return told(
      'an address in angle brackets (< >) cannot be read',
      'Write the address without them',
      `${before}${address[1].replace(/^mailto:/i, '')}${from.slice(address[0].length)}`,
    );
  if (from.startsWith('<!')) {
    const whole = /^<!--.*?-->\s?/.exec(from);
    const message = 'a comment (<!-- -->) is not allowed';
    if (!whole) return { message, fix: 'Take the comment out, with all of its lines.' };
    const rest = `${before}${from.slice(whole[0].length)}`.trimEnd();
    return rest
      ? told(message, 'Take the comment out, so that the line is', rest)
      : { message, fix: 'Take the comment out.', fixed: '' };
  }
  if (/^<[^A-Za-z/>_$]/.test(from) || from === '<')
    return told('a "<" is read as the start of a tag', 'Write "less than", or a backslash before it', escaped);

  const name = /^<\/?([\w:.-]+)/.exec(from)?.[1] ?? '';
  const known = components.find((one) => one.toLowerCase() === name.toLowerCase());
  const tag = /^<[^>]*>?/.exec(from)?.[0] ?? '<';
  const after = from.slice(tag.length);
  const straight = straightened(tag);
  if (straight !== tag && known)
    return told(
      /[“”‘’„″]/.test(tag) ? 'a tag has curly quotation marks' : 'a tag has an attribute without its quotation marks',
      'Write straight quotation marks (") around the attribute',
      `${before}${straight}${after}`,
    );
  const wanted = /expected corresponding closing tag for `<([\w.:-]*)>`/.exec(said)?.[1];
  if (wanted && components.includes(wanted) && from.startsWith('</'))
    return told(
      `${shown(tag)} does not close <${wanted}>`,
      'Write it as it was opened',
      `${before}</${wanted}>${after}`,
    );
  if (lone.test(from))
    return told(
      `the tag ${shown(tag)} is not allowed`,
      'Leave it out; an empty line begins a new paragraph',
      withoutTag(line, column - 1),
    );
  if (from.startsWith('</'))
    return /^\s*$/.test(before + after)
      ? { message: `${shown(tag)} closes nothing`, fix: 'Take the line out, or open it above.', fixed: '' }
      : told(`${shown(tag)} closes nothing`, 'Take it out, or open it before', `${before}${after}`);
  if (known && before.trim() === '' && after.trim() === '')
    return {
      message: `<${known}> is opened and never closed`,
      fix: `Close it, with a line after its text that is </${known}> alone.`,
    };
  if (known)
    return told(
      `<${known}> is opened and not closed in the same paragraph`,
      `Close it at the end of the line, or set ${tag} and </${known}> each on a line alone between empty lines`,
      `${line.trimEnd()}</${known}>`,
    );
  const html = new RegExp(`^</?(?:${htmlNames})$`, 'i').test(/^<\/?[\w:.-]*/.exec(tag)?.[0] ?? '');
  if (html) return told(`the tag ${shown(tag)} is not allowed`, 'Write it in Markdown', withoutTag(line, column - 1));
  return told(
    `${shown(tag)} is read as a tag`,
    'Take the angle brackets out, or write a backslash before the first',
    escaped,
  );
}

const htmlNames =
  'a|abbr|b|blockquote|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|i|iframe|ins|li|o:p|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video';

/** A tag with its attributes in straight quotation marks. */
function straightened(tag: string): string {
  let text = tag.replace(/[“”„″]/g, '"').replace(/=\s*[‘’]([^‘’"]*)[‘’]/g, '="$1"');
  text = text.replace(/([\w-]+)=(?!["'{])([^"'>=]*?)(\s*\/?>)$/, '$1="$2"$3');
  if ((text.match(/"/g)?.length ?? 0) % 2 === 1) text = text.replace(/\s*(\/?>)$/, '"$1');
  return text;
}

/** Slips that the processor takes for plain words, so that readers would meet the signs themselves. */
export function proseSlips(root: Root, lines: readonly string[]): BodyDiagnostic[] {
  const slips: BodyDiagnostic[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph' && node.position) {
      const { start, end } = node.position;
      slips.push(...paragraphSlips(lines.slice(start.line - 1, end.line), start.line));
    }
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  return slips;
}

function paragraphSlips(lines: readonly string[], first: number): BodyDiagnostic[] {
  // Of a table that was pasted, one fault: its rows are mended together.
  const tabbed = lines.findIndex((line) => /\S *\t+ *\S/.test(line));
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
  return lines.flatMap((line, index) => lineSlips(line).map((slip) => ({ ...slip, line: first + index })));
}

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.trim()).join(' | ')} |`;

/** A sign that is no Markdown, what is wrong, how it is mended, and the line as it should be. */
const signs: readonly [pattern: RegExp, message: string, fix: string, to: string][] = [
  [/^\s*(#{1,6})(?! )[\s\u00a0]*(?=[^#\s])/, 'a heading needs a space after its #', 'Write the space', '$1 '],
  [
    /^(\s*)[•·▪●◦‣○□\uf0b7]\s*/,
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

function lineSlips(line: string): Omit<BodyDiagnostic, 'line'>[] {
  // What stands in code is meant as it is.
  const text = line.replace(/`[^`]*`/g, (code) => 'x'.repeat(code.length));
  const found: Omit<BodyDiagnostic, 'line'>[] = [];
  for (const [pattern, message, fix, to] of signs) {
    const match = pattern.exec(text);
    if (match)
      found.push({
        column: match.index + 1,
        message,
        fix: `${fix}: ${quotedLine(line.slice(0, match.index) + line.slice(match.index).replace(pattern, to), match.index + 1)}`,
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

/** A footnote or a reference that leads nowhere stays in the text with its brackets. */
export function missingNotes(root: Root): BodyDiagnostic[] {
  const found: BodyDiagnostic[] = [];
  const names: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') names.push(node.identifier);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(root);
  const look = (node: Nodes): void => {
    const note = node.type === 'text' ? /\[\^([^\]\s]+)\]/.exec(node.value) : undefined;
    if (note && node.position)
      found.push({
        line: node.position.start.line,
        column: node.position.start.column,
        message: `the note ${shown(note[0])} has no text`,
        fix: names.length
          ? `Write one that is there, ${nearestFirst(note[1] ?? '', names)
              .map((name) => `[^${name}]`)
              .join(' or ')}, or at the end of the section a line ${note[0]}: with its text.`
          : `Write its text at the end of the section, on a line that begins ${note[0]}: or take it out.`,
      });
    if ('children' in node) for (const child of node.children) look(child);
  };
  look(root);
  return found;
}
