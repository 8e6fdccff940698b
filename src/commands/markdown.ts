/** Markdown for comments and issues, from parts that may hold anything: nothing in them becomes markup or a mention. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { BlockContent, ListItem, PhrasingContent } from 'mdast';

/** Text without hidden characters, in which @ and # name nobody and nothing. */
const clean = (value: string): string =>
  value
    .replace(/[\u0000-\u001f\u007f-\u00a0\u2028\u2029]+/g, ' ')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[@#]/g, '$&\u200b');

export const text = (value: string): PhrasingContent => ({ type: 'text', value: clean(value) });
export const code = (value: string): PhrasingContent => ({ type: 'inlineCode', value: clean(value) });
export const link = (url: string, label: string): PhrasingContent => ({ type: 'link', url, children: [text(label)] });
export const bold = (value: string): PhrasingContent => ({ type: 'strong', children: [text(value)] });
export const struck = (value: string): PhrasingContent => ({ type: 'delete', children: [text(value)] });
export const heading = (value: string): BlockContent => ({ type: 'heading', depth: 3, children: [text(value)] });
export const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });

/** Lines to copy. */
export const lines = (value: string): BlockContent => ({ type: 'code', lang: 'yaml', value });

const listItem = (children: readonly PhrasingContent[], checked?: boolean): ListItem => ({
  type: 'listItem',
  spread: false,
  checked: checked ?? null,
  children: [{ type: 'paragraph', children: [...children] }],
});

/** A list of at most `most` items, so that a text never outgrows what hosts take. */
export function list(items: readonly (readonly PhrasingContent[])[], most = 40): BlockContent {
  const shown = items.slice(0, most).map((children) => listItem(children));
  if (items.length > most) shown.push(listItem([text(`and ${items.length - most} more`)]));
  return { type: 'list', spread: false, children: shown };
}

export const numbered = (items: readonly (readonly PhrasingContent[])[]): BlockContent => ({
  type: 'list',
  ordered: true,
  spread: false,
  children: items.map((children) => listItem(children)),
});

/** A list of boxes to tick. */
export const tasks = (items: readonly string[]): BlockContent => ({
  type: 'list',
  spread: false,
  children: items.map((item) => listItem([text(item)], false)),
});

export const document = (...children: BlockContent[]): string =>
  toMarkdown({ type: 'root', children }, { extensions: [gfmToMarkdown()], bullet: '-' });

/** Names in code, with commas between. */
export const codes = (values: readonly string[]): PhrasingContent[] =>
  values.flatMap((value, index) => (index ? [text(', '), code(value)] : [code(value)]));
