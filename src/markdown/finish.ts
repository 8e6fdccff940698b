/** What a body's tree needs before it is a page: components, addresses, identifiers, tables that scroll. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { inSite } from '../config/urls.ts';
import { authorComponents } from './components.ts';
import { headingIds } from './heading-ids.ts';

/** Finishes the tree of a body's HTML, whether the loader or @astrojs/mdx renders it. */
export function finish(root: Root): Root {
  const page = { idOf: headingIds(), tables: 0 };
  const each = (nodes: RootContent[]): RootContent[] => nodes.flatMap((node) => finishNode(node, page, each));
  return { type: 'root', children: each(root.children) };
}

/** What is known of a page while its tree is finished, so that no two parts share a name. */
interface Page {
  idOf: (words: string) => string;
  tables: number;
}

function finishNode(
  node: RootContent,
  page: Page,
  each: (nodes: RootContent[]) => RootContent[],
): RootContent | RootContent[] {
  const jsx = node as unknown as { type: string; name?: string; attributes?: { name: string; value: string }[] };
  if (jsx.type === 'mdxJsxFlowElement' || jsx.type === 'mdxJsxTextElement') {
    const component = authorComponents[jsx.name ?? ''];
    if (!component) throw new Error(`no component ${jsx.name ?? ''}: the policy lets none pass`);
    const attributes = Object.fromEntries((jsx.attributes ?? []).map(({ name, value }) => [name, value]));
    return component.element(attributes, asBlocks(each((node as unknown as Element).children) as ElementContent[]));
  }
  if (node.type === 'text') return { type: 'text', value: node.value };
  if (node.type !== 'element') return node;
  // A component on a line of its own is no part of a paragraph.
  if (node.tagName === 'p' && node.children.some(isComponent)) return each(node.children.filter(isComponent));
  const element: Element = {
    type: 'element',
    tagName: node.tagName,
    properties: { ...node.properties },
    children: each(node.children) as ElementContent[],
  };
  const { tagName, properties } = element;
  if (/^h[23]$/.test(tagName) && properties['id'] === undefined) properties['id'] = page.idOf(plainText(element));
  if (tagName === 'a' && typeof properties['href'] === 'string' && properties['href'].startsWith('/'))
    properties['href'] = inSite(properties['href']);
  if (tagName === 'th') properties['scope'] = 'col';
  if (typeof properties['align'] === 'string') {
    // As an attribute it would become an inline style, which the security policy blocks.
    properties['className'] = [`align-${properties['align']}`];
    delete properties['align'];
  }
  if (tagName === 'pre') properties['tabIndex'] = 0;
  if (tagName === 'input') return taskMark(properties['checked'] === true);
  if (tagName === 'table') return scrolling(element, (page.tables += 1));
  return element;
}

const isComponent = (node: RootContent): boolean => String(node.type).startsWith('mdxJsx');

/** What stands in a component: words on the line of its tags are a paragraph, as they would be between the two. */
const asBlocks = (children: ElementContent[]): ElementContent[] =>
  children.some((child) => (child.type === 'text' ? child.value.trim() !== '' : !isBlock(child)))
    ? [{ type: 'element', tagName: 'p', properties: {}, children }]
    : children;
const isBlock = (node: ElementContent): boolean =>
  node.type === 'element' && /^(?:p|[uo]l|h[23]|blockquote|pre|div|hr)$/.test(node.tagName);

const plainText = (node: RootContent): string =>
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
