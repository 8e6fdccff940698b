/** Slips in the keys of a file that make them unreadable, and what a wrong value was most likely meant to be. */
import { Lexer, parseDocument, stringify } from 'yaml';

interface KeySlip {
  /** The index of the line. */
  index: number;
  message: string;
  /** The line as it should be. */
  fixed: string;
}

/** Where, as a line's index, the first thing stands that cannot be read; nothing where all can. */
const firstError = (lines: readonly string[]): number | undefined => {
  const text = lines.join('\n');
  const [error] = parseDocument(text, { prettyErrors: false, stringKeys: true }).errors;
  return error && text.slice(0, error.pos[0]).split('\n').length - 1;
};

/** Ways to write a line that cannot be read, the likeliest first. */
function* rewritten(lines: readonly string[], index: number, keys: ReadonlySet<string>) {
  const line = lines[index] ?? '';
  const spaced = line.replace(/[\t\u00a0]/g, (sign) => (sign === '\t' ? '  ' : ' '));
  if (spaced !== line) yield { message: 'a tab or another sign stands where a space belongs', fixed: spaced };
  const joined = /^(\s*(?:- +)?)([A-Za-z]+)(?::|\s*=\s*|\s+)(\S.*)$/.exec(line);
  if (joined && keys.has(joined[2] ?? ''))
    yield {
      message: `the key ${joined[2]} has no colon and space after it`,
      fixed: `${joined[1]}${joined[2]}: ${joined[3]}`,
    };
  const starred = /^(\s*)[*•–—] *(\S.*)$/.exec(line);
  if (starred)
    yield {
      message: 'an item of a list begins with another sign than a hyphen',
      fixed: `${starred[1]}- ${starred[2]}`,
    };
  const valued = /^(\s*(?:- +)?(?:[A-Za-z]+: +|(?<=- +)))(\S.*)$/.exec(line);
  if (valued) {
    const [, before = '', value = ''] = valued;
    const quote = /^["']/.exec(value)?.[0];
    const closed = quote !== undefined && value.length > 1 && value.endsWith(quote);
    if (quote && !closed && !value.slice(1).includes(quote))
      yield { message: 'a quotation mark is not closed', fixed: before + scalar(value.slice(1)) };
    yield {
      message: notText(value),
      fixed: before + scalar(closed ? value.slice(1, -1) : value),
    };
  }
  const above = lines[index - 1] ?? '';
  if (/^\s*(?:- +)?[A-Za-z]+:(?: |$)/.test(above) && /^\s*(?![?:] )\S/.test(line)) {
    const indent = ' '.repeat(above.search(/[A-Za-z]/) + 2);
    yield { message: 'a value that goes on below its key is not indented', fixed: indent + line.trimStart() };
  }
  const indents = [lines[index - 1], lines[index + 1]].flatMap((near) => {
    const [, space = '', hyphen = ''] = /^(\s*)(- +)?/.exec(near ?? '') ?? [];
    return /^\s*- /.test(line) ? [space.length] : [space.length + hyphen.length, space.length];
  });
  for (const indent of new Set(indents))
    yield { message: 'the line is not indented as those around it', fixed: ' '.repeat(indent) + line.trimStart() };
}

/** Why a value is not read as text. */
const notText = (value: string): string =>
  /: |:$/.test(value)
    ? 'a value with a colon in it is not read as text'
    : /^[^\p{L}\p{N}]/u.test(value)
      ? `a value that begins with ${value[0]} is not read as text`
      : 'the value has a sign in it that is not read as text';

/** A value that is cut off at a #, such as Room #3 or #4: YAML takes what follows for a note to nobody. */
export function hashSlip(lines: readonly string[]): KeySlip | undefined {
  if (!lines.some((line) => /\s#\S/.test(line))) return undefined;
  let offset = 0;
  const text = lines.join('\n');
  for (const part of new Lexer().lex(text)) {
    // Marks of the lexer's own stand for nothing in the text.
    if (/^[\u0002\u0018\u001f]$/.test(part)) continue;
    const from = offset;
    offset += part.length;
    if (!/^#\S/.test(part)) continue;
    const index = text.slice(0, from).split('\n').length - 1;
    const line = lines[index] ?? '';
    const [, before = '', value = ''] = /^(\s*(?:- +)*(?:[A-Za-z]+: +)?)(.*)$/.exec(line) ?? [];
    const isNested =
      value.startsWith('#') &&
      /^\s*(?:- |[A-Za-z]+:)/.test(lines[index + 1] ?? '') &&
      indentOf(lines[index + 1]) > indentOf(line);
    if (before.trim() === '' || isNested) continue;
    return { index, message: 'what follows the # is left out', fixed: before + scalar(value) };
  }
  return undefined;
}

const indentOf = (line = ''): number => line.search(/\S|$/);

/** A text as YAML writes it on one line. */
const scalar = (text: string): string => stringify(text, { lineWidth: 0, singleQuote: true }).trimEnd();

/** The slip behind the first thing in `lines` that cannot be read, found by trying which mend makes more of it readable. */
export function keySlip(lines: readonly string[], keys: ReadonlySet<string>): KeySlip | undefined {
  // Keys that are longer than any example's are not worth reading a dozen times over.
  if (lines.length > 500 || lines.some((line) => line.length > 2_000)) return undefined;
  const error = firstError(lines);
  if (error === undefined) return undefined;
  // A quotation mark that is not closed is told where the text ends.
  const open = lines.findIndex((line) => /^\s*(?:- +)?(?:[A-Za-z]+: +)?(["'])(?:(?!\1).)*$/.test(line));
  for (const index of open === -1 || open >= error ? [error] : [open, error])
    for (const { message, fixed } of rewritten(lines, index, keys)) {
      if (fixed === lines[index]) continue;
      const after = firstError(lines.with(index, fixed));
      if (after === undefined || after > Math.max(error, index)) return { index, message, fixed };
    }
  return undefined;
}

const months = Array.from({ length: 12 }, (_, month) =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2000, month)))
    .toLowerCase(),
);

/** The day or month that a text in another form means, as YYYY-MM-DD or YYYY-MM; days stand before months. */
export function dateMeant(text: string): string | undefined {
  const parts = text.toLowerCase().match(/\d+|[a-z]{3,}/g) ?? [];
  const [year] = parts.filter((part) => /^(?:19|20)\d\d$/.test(part));
  const rest = parts.filter((part) => part !== year);
  if (parts[0] !== year) rest.reverse();
  const [month = '', day] = rest;
  const number = /^\d+$/.test(month) ? Number(month) : months.findIndex((name) => name.startsWith(month)) + 1;
  if (!year || number < 1 || number > 12 || rest.length > 2) return undefined;
  const two = (value: string | number): string => String(value).padStart(2, '0');
  return [year, two(number), ...(day === undefined ? [] : [two(day)])].join('-');
}

/** The address of a page within the site, as references write it, that an address from elsewhere means. */
export const addressMeant = (text: string): string =>
  unescaped(text)
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/^[./]+|[?#].*$/g, '')
    .replace(/(?:^|\/)index\.html$|\/+$|\.mdx$/g, '')
    .replace(/^case-studies\//, 'examples/')
    .replace(/^(?:content|pages)\//, '');

/** What percent signs stand for in an address from a browser; the text as it is, where they stand for nothing. */
export function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The slug that a name was most likely meant to be. */
export const slugMeant = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\.(?:mdx?|yaml)$/, '')
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
