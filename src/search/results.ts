/** What was found, as elements of the page. */
import { excerptOf, type Hit } from './excerpt.ts';
import type { PagefindResultData } from './pagefind.d.ts';
import type { AskedWord } from './question.ts';

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

export interface Found {
  id: string;
  data: PagefindResultData;
}

/** One result: its title leads to the part that matched, with the words marked there. */
function resultItem({ id, data }: Found, words: readonly AskedWord[]): HTMLElement {
  const hits: Hit[] = words.flatMap(({ used, weight, postings }) =>
    used === undefined ? [] : (postings.get(id)?.positions ?? []).map((position) => ({ position, word: used, weight })),
  );
  // Words that every page has would mark half the text.
  const telling = hits.filter(({ weight }) => weight > 0.4);
  const excerpt = excerptOf(data.raw_content ?? data.content, data.anchors, telling.length ? telling : hits);
  const { meta } = data;
  const facts = [meta['place'], meta['where'], meta['area'], meta['stage'], meta['asOf']].filter(
    (fact) => fact !== undefined,
  );
  return element(
    'li',
    {},
    element('a', { href: data.url + (excerpt?.fragment ?? '') }, meta['title'] ?? data.url),
    ...(meta['summary'] ? [element('p', {}, meta['summary'])] : []),
    ...(excerpt
      ? [
          element(
            'p',
            { className: 'excerpt' },
            excerpt.cutBefore ? '… ' : '',
            ...excerpt.pieces.flatMap(({ text, marked }) => [marked ? element('mark', {}, text) : text, ' ']),
            excerpt.cutAfter ? '…' : '',
          ),
        ]
      : []),
    ...(facts.length ? [element('p', { className: 'facts' }, ...facts.map((fact) => element('span', {}, fact)))] : []),
  );
}

export const resultList = (list: readonly Found[], words: readonly AskedWord[]): HTMLElement =>
  element('ul', { className: 'results' }, ...list.map((found) => resultItem(found, words)));

export const linkItem = (href: string, text: string, after = ''): HTMLElement =>
  element('li', {}, element('a', { href }, text), after);
