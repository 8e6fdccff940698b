/** From the body of a content file to HTML, by the one processor and under the one policy. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import Slugger from 'github-slugger';
import { toHtml } from 'hast-util-to-html';
import { mdxToHast, mdxToMdast, type Features, type HastPluginDefinition, type MdastNode } from 'satteri';
import type { Position } from '../validation/diagnostics.ts';
import { inSite } from '../config/urls.ts';
import { guardCode, mayHoldCode, quietText } from './code-guard.ts';
import { authorComponents } from './components.ts';
import { policyFaults, PolicyError, type BodyDiagnostic } from './policy.ts';
import { missingNotes, proseSlips, syntaxSlip } from './slips.ts';

/** The processor's features, the same for every body. */
export const features: Features = {
  gfm: { footnotes: { label: 'Notes', backLabel: 'Back to the text of note {reference}' } },
  smartPunctuation: true,
};

export interface BodyReading {
  /** The processor's tree; undefined where the body could not be read. */
  tree: MdastNode | undefined;
  faults: BodyDiagnostic[];
}

const mostSyntaxFaults = 50;
/** Text that takes longer than this is not meant to be read; in milliseconds. */
const longestReading = 2_000;

/** Reads a body and lists every fault in it: of syntax, of policy, and slips. Lines count from the start of `text`. */
export function readBody(text: string): BodyReading {
  if (!mayHoldCode(text)) return readProse(text);
  const guarded = guardCode(text, roughTree(quietText(text)));
  if (!guarded.faults.length) return readProse(text);
  const faults = [...guarded.faults, ...readProse(guarded.text).faults];
  return { tree: undefined, faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** The tree of a text, with the signs masked that cannot be read, so that places are those of the text. */
function roughTree(text: string): MdastNode | undefined {
  const began = performance.now();
  const lines = text.split('\n');
  for (let slips = 0; slips < mostSyntaxFaults && performance.now() - began < longestReading; slips += 1) {
    try {
      return mdxToMdast(lines.join('\n'), { features });
    } catch (error) {
      if (!replaceLine(lines, readError(error).place, undefined, [])) break;
    }
  }
  return undefined;
}

/** Reads a body without code. */
function readProse(text: string): BodyReading {
  const faults: BodyDiagnostic[] = [];
  const began = performance.now();
  const lines = text.split('\n');
  const edits: Edit[] = [];
  while (faults.length < mostSyntaxFaults && performance.now() - began < longestReading) {
    let tree: MdastNode;
    try {
      tree = mdxToMdast(lines.join('\n'), { features });
    } catch (error) {
      const { place, said } = readError(error);
      const { message, fix, fixed } = syntaxSlip(lines, place, said);
      faults.push({ ...original(place, edits), message, fix });
      // With each slip mended the rest of the body is still judged, so that all faults come at once.
      if (!replaceLine(lines, place, fixed, edits)) break;
      continue;
    }
    const breaches = policyFaults(tree, lines);
    const isDeep = breaches.some(({ rule }) => rule === 'depth');
    const found = isDeep ? breaches : [...breaches, ...proseSlips(tree, lines), ...missingNotes(tree)];
    faults.push(...found.map((fault) => ({ ...fault, ...original(fault, edits) })));
    return { tree: faults.length ? undefined : tree, faults };
  }
  return { tree: undefined, faults };
}

/** A change of a line's length, from a column on. */
interface Edit extends Position {
  by: number;
}

/** Where a place in the mended text is in the text as it was written. */
const original = ({ line, column }: Position, edits: readonly Edit[]): Position => ({
  line,
  column: edits.reduceRight((at, edit) => (edit.line === line && edit.column < at ? at - edit.by : at), column),
});

/** Puts the mended line in its place, or else a space in the place of the sign. Gives whether that changes anything. */
function replaceLine(lines: string[], { line, column }: Position, fixed: string | undefined, edits: Edit[]): boolean {
  const found = lines[line - 1];
  if (found === undefined) return false;
  const sign = found[column - 1];
  if (fixed === undefined && (sign === undefined || sign === ' ')) return false;
  const to = fixed ?? `${found.slice(0, column - 1)} ${found.slice(column)}`;
  if (to === found) return false;
  edits.push({ line, column, by: to.length - found.length });
  lines[line - 1] = to;
  return true;
}

function readError(error: unknown): { place: Position; said: string } {
  const said = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): /.exec(said);
  const place = { line: Number(match?.[1] ?? 1), column: Number(match?.[2] ?? 1) };
  return { place, said };
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
  const page = { slugger: new Slugger(), tables: 0 };
  const each = (nodes: RootContent[]): RootContent[] => nodes.map((node) => finishNode(node, page, each));
  return { ...root, children: each(root.children) };
}

/** What is known of a page while its tree is finished, so that no two parts share a name. */
interface Page {
  slugger: Slugger;
  tables: number;
}

function finishNode(node: RootContent, page: Page, each: (nodes: RootContent[]) => RootContent[]): RootContent {
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
  if (/^h[23]$/.test(tagName) && properties['id'] === undefined)
    properties['id'] = page.slugger.slug(plainText(element));
  if (tagName === 'a' && typeof properties['href'] === 'string' && properties['href'].startsWith('/'))
    properties['href'] = inSite(properties['href']);
  if (tagName === 'th') properties['scope'] = 'col';
  if (tagName === 'pre') properties['tabIndex'] = 0;
  if (tagName === 'input') return taskMark(properties['checked'] === true);
  if (tagName === 'table') return scrolling(element, (page.tables += 1));
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
const scrolling = (table: Element, number: number): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { className: ['table-scroll'], role: 'region', ariaLabel: `Table ${number}`, tabIndex: 0 },
  children: [table],
});

/** The same finish for bodies that @astrojs/mdx renders. */
export const finishPlugin: HastPluginDefinition = {
  name: 'content-finish',
  before(root, context) {
    context.replaceNode(root, finish(root as Root));
  },
};
