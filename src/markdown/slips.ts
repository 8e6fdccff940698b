/** What authors type without meaning any markup, named in words, with the line as it should be. */
import { shown, type Position } from '../validation/diagnostics.ts';
import { authorComponents } from './components.ts';
import { caseStudySections } from '../schemas/sections.ts';

export interface Slip {
  message: string;
  fix: string;
  /** The whole line, mended, where one line is all that changes. */
  fixed?: string | undefined;
}

/** Longer than any line but that of a long paragraph. */
const longestQuoted = 300;

/** A line as a message quotes it, to be copied as it is; of a very long one, the words around `column`. */
export function quotedLine(line: string, column = 1): string {
  const text = line.trim();
  if (text.length <= longestQuoted) return text;
  const at = Math.max(0, column - 1 - (line.length - line.trimStart().length));
  const from = at < 60 ? 0 : text.indexOf(' ', at - 50) + 1;
  const end = text.indexOf(' ', from + 100);
  return `${from > 0 ? '… ' : ''}${end === -1 ? text.slice(from) : `${text.slice(from, end)} …`}`;
}

/** A heading without what people add to one or leave out. */
const folded = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');
const sections: ReadonlySet<string> = new Set(caseStudySections.map(folded));

/** The signs with which a line that was meant as a heading of `level` begins. An example has no other ## than its sections. */
export const headingSigns = (line: string, level: number, isExample: boolean): string =>
  sections.has(folded(line)) || (level <= 2 && !isExample) ? '##' : '###';

/** What begins code of another tool's templates, such as {% include %} or {{ title }}. */
const templateCode = /^\{[%{:#]/;

/** How code of another tool's templates, which begins at `index`, is mended; nothing where none begins there. */
export function templateSlip(line: string, at: number): Slip | undefined {
  // Of two braces the second may be the one that cannot be read.
  const index = line[at - 1] === '{' ? at - 1 : at;
  const before = line.slice(0, index);
  const from = line.slice(index);
  if (!templateCode.test(from)) return undefined;
  const message = 'code of another tool stands in the text';
  const after = from.replace(/^\{[%{:#].*?(?:[%#}]\}|\}|$)/, '');
  const address = `${before}${after.startsWith('/') ? '' : '/'}${after}`;
  if (before.endsWith(']('))
    return {
      message,
      fix: `Write the address itself in its place, such as /examples/: ${quotedLine(address, index + 1)}`,
      fixed: address,
    };
  const rest = `${before}${after}`.trim();
  if (rest === '') return { message, fix: 'Take the line out.', fixed: '' };
  return mended(message, 'Take it out, so that the line is', rest, index + 1);
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
  const template = templateSlip(line, column - 1);
  if (template) return template;
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
  if (known && before.trim() !== '')
    return told(
      `<${known}> is opened within a line and not closed there`,
      `Set <${known}> and </${known}> each on a line alone, with empty lines around both, or take the tag out`,
      before + after,
    );
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
