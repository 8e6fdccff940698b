/** What was found, as elements of the page. */
import { element } from '../components/element.ts';
import { excerptOf, type Hit } from './excerpt.ts';
import type { PageRecord } from './packing.ts';
import type { AskedWord } from './question.ts';
import { wordsIn } from './words.ts';

/** What the words of a piece of text without white space share with their other forms; kept, since texts repeat them. */
const known = new Map<string, string[]>();
function stemsOf(token: string, stem: (word: string) => string): string[] {
  let stems = known.get(token);
  if (!stems) known.set(token, (stems = wordsIn(token).map(stem)));
  return stems;
}

/** Finds where the words of a question stand in a text. */
export type HitsIn = (text: string) => Hit[];

export function hitsOf(words: readonly AskedWord[], stem: (word: string) => string): HitsIn {
  const weights = new Map(words.flatMap(({ used, stem: key, weight }) => (used === undefined ? [] : [[key, weight]])));
  if (weights.size === 0) return () => [];
  return (text) => {
    const hits: Hit[] = [];
    let position = 0;
    for (const token of text.split(' ')) {
      for (const word of stemsOf(token, stem)) {
        const weight = weights.get(word);
        if (weight === undefined) continue;
        hits.push({ position, word, weight });
        break;
      }
      position += 1;
    }
    // Words that every page has would mark half the text.
    const telling = hits.filter(({ weight }) => weight > 0.4);
    return telling.length ? telling : hits;
  };
}

/** One result: its title leads to the part that matched, with the words marked there. */
function resultItem({ url, meta, text, headings }: PageRecord, hitsIn: HitsIn, compared: boolean): HTMLElement {
  const excerpt = excerptOf(text, headings, hitsIn(text));
  const facts = [meta['place'], meta['where'], meta['area'], meta['stage'], meta['asOf']].filter(
    (fact) => fact !== undefined,
  );
  return element(
    'li',
    {},
    element('a', { href: url + (excerpt?.fragment ?? '') }, meta['title'] ?? url),
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
    ...(compared ? [compareBox(url, meta['title'] ?? url)] : []),
  );
}

/** A tick-box of the form that leads to the comparison of all that are ticked. */
function compareBox(url: string, title: string): HTMLElement {
  const slug = /([^/]+)\/$/.exec(url)?.[1] ?? '';
  const box = element('input', { type: 'checkbox', name: 'example', value: slug });
  box.setAttribute('form', 'compare-ticked');
  return element(
    'label',
    { className: 'compare-box' },
    box,
    ' Compare',
    element('span', { className: 'visually-hidden' }, ` ${title}`),
  );
}

/** `compared` where the pages are examples, which can be set side by side. */
export const resultList = (list: readonly PageRecord[], hitsIn: HitsIn, compared = false): HTMLElement =>
  element('ul', { className: 'results' }, ...resultItems(list, hitsIn, compared));

export const resultItems = (list: readonly PageRecord[], hitsIn: HitsIn, compared = false): HTMLElement[] =>
  list.map((page) => resultItem(page, hitsIn, compared));

export const linkItem = (href: string, text: string, after = ''): HTMLElement =>
  element('li', {}, element('a', { href }, text), after);
