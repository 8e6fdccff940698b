/** From the body of a content file to HTML, by the one processor and under the one policy. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import Slugger from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import { mdxToHast, mdxToMdast, type Features, type HastPluginDefinition, type MdastNode } from 'satteri';
import { inSite } from '../library/urls.ts';
import { guardCode, mayHoldCode, quietText } from './code-guard.ts';
import { authorComponents } from './components.ts';
import { policyFaults, PolicyError, type BodyFault } from './policy.ts';

/** The processor's features, the same for every body. */
export const features: Features = {
  gfm: { footnotes: { label: 'Notes', backLabel: 'Back to the text of note {reference}' } },
  smartPunctuation: true,
};

export interface BodyReading {
  /** The processor's tree; undefined where the body could not be read. */
  tree: MdastNode | undefined;
  faults: BodyFault[];
}

const mostSyntaxFaults = 50;
/** Text that takes longer than this is not meant to be read; in milliseconds. */
const longestReading = 2_000;

/** Reads a body and lists every fault in it: of syntax and of policy. Lines count from the start of `text`. */
export function readBody(text: string): BodyReading {
  if (!mayHoldCode(text)) return readProse(text);
  const guarded = guardCode(text, readProse(quietText(text)).last);
  if (!guarded.faults.length) return readProse(text);
  return { tree: undefined, faults: [...guarded.faults, ...readProse(guarded.text).faults] };
}

/** Reads a body without code. `last` is the tree that could be read once slips were masked. */
function readProse(text: string): BodyReading & { last?: MdastNode } {
  const faults: BodyFault[] = [];
  const began = performance.now();
  let rest = text;
  while (faults.length < mostSyntaxFaults && performance.now() - began < longestReading) {
    try {
      const tree = mdxToMdast(rest, { features });
      // With the slips masked the rest of the body is still judged, so that all faults come at once.
      return { tree: faults.length ? undefined : tree, last: tree, faults: [...faults, ...policyFaults(tree)] };
    } catch (error) {
      const fault = syntaxFault(error, rest);
      faults.push(fault);
      const masked = maskCharacter(rest, fault);
      if (masked === rest) break;
      rest = masked;
    }
  }
  return { tree: undefined, faults };
}

function maskCharacter(text: string, { line, column }: BodyFault): string {
  const lines = text.split('\n');
  const found = lines[line - 1];
  if (found === undefined || found[column - 1] === undefined || found[column - 1] === ' ') return text;
  lines[line - 1] = `${found.slice(0, column - 1)} ${found.slice(column)}`;
  return lines.join('\n');
}

/** What the processor could not read, in words that an author knows. */
function syntaxFault(error: unknown, text: string): BodyFault {
  const said = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): ([\s\S]*)$/.exec(said);
  const line = Number(match?.[1] ?? 1);
  const column = Number(match?.[2] ?? 1);
  const from = (text.split('\n')[line - 1] ?? '').slice(column - 1);
  const where = { line, column };
  if (from.startsWith('{') || from.startsWith('}'))
    return {
      ...where,
      message: `a brace (${from[0]}) begins something that is not prose`,
      mend: `Take the brace out, or write a backslash before it: \\${from[0]}.`,
    };
  if (/^<[\s\d=.,£$€]/.test(from) || from === '<')
    return {
      ...where,
      message: 'a "<" is read as the start of a tag',
      mend: `Write "less than", or a backslash before it: \\${from.slice(0, 12).trimEnd()}.`,
    };
  if (from.startsWith('<') && /[“”‘’]/.test(from))
    return {
      ...where,
      message: 'a tag has curly quotation marks',
      mend: 'Write straight quotation marks (") around the attribute.',
    };
  if (from.startsWith('<!')) return { ...where, message: 'a comment is not allowed', mend: 'Take the comment out.' };
  return {
    ...where,
    message: `the text cannot be read here: ${(match?.[3] ?? said).replace(/\s*\((?:note: .*|mdx[\w:-]*)\)/g, '')}.`,
    mend: 'Close or take out the tag, or write a backslash before the "<".',
  };
}

/**
 * The HTML of a body.
 * @throws PolicyError where the body breaks the policy or cannot be read.
 */
export function renderBody(text: string, file: string): string {
  const { faults } = readBody(text);
  if (faults.length) throw new PolicyError(file, faults);
  const tree = mdxToHast(text, { features, position: false }) as Root;
  return toHtml(finish(tree)).trim();
}

/** What a body's tree needs before it is a page: components, addresses, identifiers, tables that scroll. */
export function finish(root: Root): Root {
  const slugger = new Slugger();
  const each = (nodes: RootContent[]): RootContent[] => nodes.map((node) => finishNode(node, slugger, each));
  return { ...root, children: each(root.children) };
}

function finishNode(node: RootContent, slugger: Slugger, each: (nodes: RootContent[]) => RootContent[]): RootContent {
  const jsx = node as unknown as { type: string; name?: string; attributes?: { name: string; value: string }[] };
  if (jsx.type === 'mdxJsxFlowElement' || jsx.type === 'mdxJsxTextElement') {
    const component = authorComponents[jsx.name ?? ''];
    if (!component) throw new Error(`no component ${jsx.name ?? ''}: the policy lets none pass`);
    const attributes = Object.fromEntries((jsx.attributes ?? []).map(({ name, value }) => [name, value]));
    return component.element(attributes, each((node as unknown as Element).children) as ElementContent[]);
  }
  if (node.type !== 'element') return node;
  const element: Element = {
    ...node,
    properties: { ...node.properties },
    children: each(node.children) as ElementContent[],
  };
  const { tagName, properties } = element;
  if (/^h[23]$/.test(tagName) && properties['id'] === undefined) properties['id'] = slugger.slug(plainText(element));
  if (tagName === 'a' && typeof properties['href'] === 'string' && properties['href'].startsWith('/'))
    properties['href'] = inSite(properties['href']);
  if (tagName === 'th') properties['scope'] = 'col';
  if (tagName === 'pre') properties['tabIndex'] = 0;
  if (tagName === 'input') return taskMark(properties['checked'] === true);
  if (tagName === 'table') return scrolling(element);
  return element;
}

export const plainText = (node: Element | RootContent): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(plainText).join('') : '';

/** A box that cannot be ticked would be a control without a use or a name, so it becomes words. */
const taskMark = (done: boolean): Element => ({
  type: 'element',
  tagName: 'strong',
  properties: { className: ['task-mark'] },
  children: [{ type: 'text', value: done ? 'Done:' : 'To do:' }],
});

/** A wide table scrolls inside itself, by keyboard too. */
const scrolling = (table: Element): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['table-scroll'], role: 'region', ariaLabel: 'Table', tabIndex: 0 },
  children: [table],
});

/** The same finish for bodies that @astrojs/mdx renders. */
export const finishPlugin: HastPluginDefinition = {
  name: 'content-finish',
  before(root, context) {
    context.replaceNode(root, finish(root as Root));
  },
};
