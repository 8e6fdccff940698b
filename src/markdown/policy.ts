/**
 * What the body of a content file may hold: prose, and the components in components.ts with plain string
 * attributes. The policy reads the tree of the processor that renders the body, so that nothing is rendered
 * which was not judged.
 */
import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { nearestFirst, shown, type Position } from '../validation/diagnostics.ts';
import { hiddenSign, isPlainWebAddress } from '../schemas/hidden.ts';
import { authorComponents } from './components.ts';
import { isComment } from './losses.ts';
import { headingSigns, quotedLine, templateSlip, withoutTag } from './slips.ts';

export interface BodyDiagnostic extends Position {
  /** The kind of fault, where it is no slip of syntax. */
  rule?: string;
  message: string;
  allowed?: readonly string[] | undefined;
  fix: string;
}

type Node = Nodes;
type Report = (message: string, fix: string, allowed?: readonly string[]) => void;
/** The line that a node begins on, mended by `change`, as the end of a mend; nothing where the line is not known. */
type Mended = (change: (line: string, index: number) => string) => string;

const allowedSchemes = ['https:', 'http:', 'mailto:'];
/** How far a list in a list in a note, say, may go. More is no prose, and more than what reads it can bear. */
const deepest = 30;
/** A short row is filled up to the width of its table, so a wide one makes a large page of a small file. */
const widest = 20;

/**
 * Every breach of the policy in a tree, in the order of the text. Linear in the size of the tree. With the `lines` of
 * the text, a mend shows the line as it should be.
 */
export function policyFaults(root: Root, lines: readonly string[] = [], isExample = false): BodyDiagnostic[] {
  const faults: BodyDiagnostic[] = [];
  const stack: { node: Node; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    const mended: Mended = (change) => {
      const found = lines[line - 1];
      // A line longer than any paragraph is not shown: each fault on it would read all of it again.
      const to = found === undefined || found.length > 4_000 ? '' : change(found, column - 1);
      return to.trim() === '' || to === found ? '' : ` Write: ${quotedLine(to, column)}`;
    };
    const report: Report = (message, fix, allowed) =>
      faults.push({ line, column, rule: 'policy', message, allowed, fix });
    const template = /Expression$/.test(node.type) ? templateSlip(lines[line - 1] ?? '', column - 1) : undefined;
    if (template) report(template.message, template.fix);
    else judge(node, report, mended, isExample);
    judgeSigns(node, report);
    if (depth === deepest) faults.push(tooDeep({ line, column }));
    else if ('children' in node)
      for (const child of [...node.children].reverse()) stack.push({ node: child, depth: depth + 1 });
  }
  return faults;
}

/** What is told of text that is nested too deep to be read. */
export const tooDeep = (position: Position): BodyDiagnostic => ({
  ...position,
  rule: 'depth',
  message: `the text is nested more than ${deepest} deep`,
  fix: 'Write it flatter, with fewer lists and quotations inside each other.',
});

/** Node types that hold nothing but prose. What is not here and not judged below is refused. */
const prose = new Set([
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'code',
  'break',
  'thematicBreak',
  'blockquote',
  'list',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'footnoteReference',
  'footnoteDefinition',
  'linkReference',
]);

/** What a node holds that becomes part of the page. */
const textParts = ['value', 'title', 'lang', 'meta', 'label', 'identifier', 'url'] as const;

/** A hidden sign that the file does not hold as it is, but as an entity: &#x202E;. */
function judgeSigns(node: Node, report: Report): void {
  const parts = node as Partial<Record<(typeof textParts)[number], unknown>> & { attributes?: { value?: unknown }[] };
  for (const text of [
    ...textParts.map((part) => parts[part]),
    ...(parts.attributes ?? []).map((attribute) => attribute.value),
  ]) {
    const sign = typeof text === 'string' ? hiddenSign(text) : undefined;
    if (sign !== undefined) report(`the text holds the hidden character ${sign}`, 'Take it out.');
  }
}

function judge(node: Node, report: Report, mended: Mended, isExample: boolean): void {
  switch (node.type) {
    case 'mdxjsEsm':
      return report(
        'an import or export is not allowed',
        `Take the line out; or, where it is prose, begin it with a capital letter or another word.${mended(
          (line) => line.charAt(0).toUpperCase() + line.slice(1),
        )}`,
      );
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return report(
        `an expression in braces is not allowed: ${shown(`{${node.value}}`)}`,
        `Take it out, or write a backslash before the brace: \\{.${mended((line, at) =>
          node.value.trim() === ''
            ? `${line.slice(0, at).trimEnd()} ${line.slice(at).replace(/^\{\s*\}\s*/, '')}`.trim()
            : `${line.slice(0, at)}\\${line.slice(at)}`,
        )}`,
      );
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return judgeElement(node.name ?? '', node.attributes, report, mended);
    case 'html':
      return report('raw HTML is not allowed', 'Write it in Markdown.');
    case 'heading':
      if (node.depth !== 2 && node.depth !== 3)
        report(
          `a heading of level ${node.depth} is not allowed`,
          `Use ## for a section and ### within it; the title is level 1.${mended((line) =>
            line.replace(/^#+/, headingSigns(line, node.depth, isExample)),
          )}`,
          ['##', '###'],
        );
      return;
    case 'definition':
      if (isComment(node)) return report('a comment is in the text, which readers do not see', 'Take the line out.');
      return judgeAddress(node.url, report, mended);
    case 'link':
      return judgeAddress(node.url, report, mended);
    case 'tableRow':
      if (node.children.length > widest)
        report(`a table has more than ${widest} columns`, 'Make it two tables, or a list.');
      return;
    case 'image':
    case 'imageReference':
      return report('a picture is not allowed in a body', 'Take it out and say in words what it would show.');
    default:
      if (!prose.has(node.type)) report(`${shown(node.type)} is not allowed in a body`, 'Write it as plain Markdown.');
  }
}

interface JsxAttribute {
  type: string;
  name?: string;
  value?: unknown;
}

function judgeElement(name: string, attributes: readonly JsxAttribute[], report: Report, mended: Mended): void {
  const names = Object.keys(authorComponents);
  if (name === '') return report('a fragment (<>) is not allowed', 'Take it out and keep what is inside.');
  if (!Object.hasOwn(authorComponents, name)) {
    const meant = names.find((known) => known.toLowerCase() === name.toLowerCase());
    if (meant === undefined && /^[a-z][a-z0-9:]*$/.test(name))
      return report(
        `raw HTML is not allowed: ${shown(`<${name}>`)}`,
        // Where the tag is all that its line holds, so is its end most often.
        mended(withoutTag)
          ? `Write it in Markdown.${mended(withoutTag)}`
          : `Take the line out, and ${shown(`</${name}>`)} too.`,
        names,
      );
    const nearest = meant ?? nearestFirst(name, names)[0] ?? '';
    return report(
      `no component is called ${shown(name)}`,
      `Use one of the components, or write it in Markdown.${mended((line) => line.replaceAll(new RegExp(`(?<=</?)${RegExp.escape(name)}\\b`, 'g'), nearest))}`,
      nearestFirst(name, names),
    );
  }
  const known = authorComponents[name]?.attributes ?? {};
  const seen = new Set<string>();
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || attribute.name === undefined) {
      report(`a spread ({...}) in <${name}> is not allowed`, 'Write each attribute as name="text".');
    } else if (!Object.hasOwn(known, attribute.name)) {
      report(
        `<${name}> has no attribute ${shown(attribute.name)}`,
        `Correct its spelling, or take the attribute out.${mended((line) =>
          line.replace(attribute.name ?? '', nearestFirst(attribute.name ?? '', Object.keys(known))[0] ?? ''),
        )}`,
        nearestFirst(attribute.name, Object.keys(known)),
      );
    } else if (typeof attribute.value !== 'string') {
      report(
        `the attribute ${shown(attribute.name)} of <${name}>${attribute.value ? ' in braces' : ''} is no plain text`,
        `Write it in straight quotation marks, without braces: ${attribute.name}="text".`,
      );
    } else if (authorComponents[name]?.wrong?.(attribute.name, attribute.value) !== undefined) {
      report(
        `the attribute ${shown(attribute.name)} of <${name}>, ${shown(attribute.value)}, ${authorComponents[name].wrong(attribute.name, attribute.value)}`,
        'Correct it.',
      );
    } else if (seen.has(attribute.name)) {
      report(`<${name}> has the attribute ${shown(attribute.name)} twice`, 'Keep one of them.');
    }
    if (attribute.name !== undefined) seen.add(attribute.name);
  }
}

/** Browsers drop control characters and spaces from an address, so they go before it is judged. */
const bareAddress = (url: string): string =>
  url.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '');

/** The address that one without a fixed start was most likely meant to be. */
function addressOf(url: string): string {
  if (/^https?\/\//.test(url)) return url.replace('//', '://');
  if (/^[^\s/@]+@[^\s/@]+\.[a-z]+$/i.test(url)) return `mailto:${url}`;
  if (/^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(url) && !/\.mdx?$/.test(url)) return `https://${url}`;
  // A link to a file, as the folder of content has it.
  const [path = '', rest = ''] = url.replace(/^(?:\.{0,2}\/)+/, '').split(/(?=[?#])(.*)/s);
  const [part = '', ...below] = path
    .replace(/\.mdx?$/, '')
    .replace(/\/$/, '')
    .split('/');
  return `/${[folders[part] ?? [part], ...below].flat().join('/')}/${rest}`;
}

/** The parts of addresses whose folders have another name. */
const folders: Readonly<Record<string, string[]>> = { 'case-studies': ['examples'], pages: [] };

function judgeAddress(url: string, report: Report, mended: Mended): void {
  const bare = bareAddress(url).replaceAll('\\', '/');
  const scheme = /^[^/?#]*?:/.exec(bare)?.[0].toLowerCase();
  if (scheme !== undefined && !allowedSchemes.includes(scheme))
    report(`a link to ${shown(url)} is not allowed`, 'Link to a web page or an email address.', allowedSchemes);
  else if (bare.startsWith('//'))
    report(`a link that begins with // is not allowed: ${shown(url)}`, 'Write the whole address, with https:.');
  else if (bare !== url)
    report(`a link holds spaces, backslashes or hidden characters: ${shown(url)}`, 'Copy the address again.');
  else if (scheme === undefined && !/^[/#]/.test(bare))
    report(
      `a link to ${shown(url)} has no fixed start`,
      `Begin a link within the site with /, such as /examples/, and one to elsewhere with https://.${
        url.replace(/^[./]+/, '').includes('/') || !/\.mdx?$/.test(url)
          ? mended((line) => line.replace(`](${url}`, `](${addressOf(url)}`))
          : ''
      }`,
    );
  else if (scheme?.startsWith('http') && !isPlainWebAddress(url))
    report(
      `a link to ${shown(url)} is no plain web address`,
      'Write https://, the host and the path, with no name or password before the host.',
    );
}

/** A body that breaks the policy: stops the processor. */
export class PolicyError extends Error {
  override name = 'PolicyError';
  /** Where the first breach is, as Astro's error page reads it. */
  readonly line: number;
  readonly column: number;
  constructor(file: string, faults: readonly BodyDiagnostic[]) {
    super(
      faults.map(({ line, column, message, fix }) => `${file}:${line}:${column} ${message} To mend: ${fix}`).join('\n'),
    );
    this.line = faults[0]?.line ?? 1;
    this.column = faults[0]?.column ?? 1;
  }
}

/** The policy as a plugin of the processor: no body passes it that breaks it, whichever way it came. */
export const contentPolicy =
  () =>
  (root: Root, file: VFile): void => {
    const faults = policyFaults(root);
    if (faults.length) throw new PolicyError(file.path ?? 'content', faults);
  };
