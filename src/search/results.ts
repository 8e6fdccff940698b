/** What was found, as elements of the page. */
import { element } from '../components/element.ts';
import type { PageData } from './pagefind.ts';
import { wordsIn, type FoundPage } from './question.ts';

/** A page, and words of it that answer the question. */
export interface Shown extends PageData {
  extract?: { url: string; pieces: { text: string; marked: boolean }[] };
}

/** How many words of a question are looked up for the extract of a page: those that tell most of it. */
const mostHits = 3;

export async function load({ hits }: FoundPage): Promise<Shown> {
  const best = [...hits].sort((a, b) => b.score - a.score).slice(0, mostHits);
  const [first, ...others] = await Promise.all(best.map(async ({ score, data }) => ({ score, ...(await data()) })));
  if (!first) throw new Error('a page was found by nothing');
  // The section in which the words tell most. What stands before the first is shown with the result anyway.
  const worth = new Map<string, number>();
  const marks = new Set<string>();
  for (const { score, sub_results } of [first, ...others])
    for (const { url, excerpt } of sub_results) {
      worth.set(url, (worth.get(url) ?? 0) + (url.includes('#') ? score : score / 2));
      for (const [, word = ''] of excerpt.matchAll(/<mark>(.*?)<\/mark>/g)) marks.add(keyOf(plain(word)));
    }
  const [section] = [...first.sub_results].sort((a, b) => (worth.get(b.url) ?? 0) - (worth.get(a.url) ?? 0));
  if (!section) return first;
  const pieces = fromSentence(
    section.excerpt.split(' ').map((token) => {
      const text = plain(token.replace(/<\/?mark>/g, ''));
      return { text, marked: marks.has(keyOf(text)) };
    }),
  );
  const begins = pieces.slice(0, 4).map(({ text }) => text);
  const { title, summary } = first.meta;
  if (`${title}. ${summary}`.includes(begins.join(' '))) return first;
  return { ...first, extract: { url: section.url, pieces } };
}

const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
const keyOf = (token: string): string => wordsIn(token).join(' ');
const endsSentence = (text: string): boolean => /[.!?:;]["”’)]*$/.test(text);

/** From the sentence of the first mark on. */
function fromSentence<T extends { text: string; marked: boolean }>(pieces: readonly T[]): T[] {
  const first = pieces.findIndex(({ marked }) => marked);
  return pieces.slice(pieces.findLastIndex(({ text }, at) => at < first && endsSentence(text)) + 1);
}

/** The address of an excerpt, with its first words of the question for the browser to mark there. */
function addressOf({ url, pieces }: NonNullable<Shown['extract']>): string {
  const at = pieces.findIndex(({ marked }) => marked);
  if (at === -1 || !url.includes('#')) return url;
  let end = at;
  while (end < at + 3 && end + 1 < pieces.length && !endsSentence(pieces[end]?.text ?? '')) end += 1;
  const words = pieces.slice(Math.max(0, at - 2), end + 1).map(({ text }) => text);
  const text = words.join(' ').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return `${url}:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}

function resultItem({ url, meta, extract }: Shown, compared: boolean): HTMLElement {
  const title = meta['title'] ?? url;
  const facts = ['in', 'place', 'where', 'area', 'stage', 'asOf'].flatMap((name) => meta[name] || []);
  const paragraph = (className: string, ...parts: (Node | string)[]) => element('p', { className }, ...parts);
  return element(
    'li',
    {},
    element('h3', {}, element('a', { href: extract ? addressOf(extract) : url }, title)),
    ...(meta['summary'] ? [paragraph('', meta['summary'])] : []),
    ...(extract
      ? [
          paragraph(
            'excerpt',
            ...extract.pieces.flatMap(({ text, marked }) => [marked ? element('mark', {}, text) : text, ' ']),
          ),
        ]
      : []),
    ...(facts.length ? [paragraph('facts', ...facts.map((fact) => element('span', {}, fact)))] : []),
    ...(compared ? [compareBox(url, title)] : []),
  );
}

/** A tick-box of the form that leads to the comparison of all that are ticked. */
function compareBox(url: string, title: string): HTMLElement {
  const box = element('input', { type: 'checkbox', name: 'example', value: /([^/]+)\/$/.exec(url)?.[1] ?? '' });
  box.setAttribute('form', 'compare-ticked');
  const named = element('span', { className: 'visually-hidden' }, ` ${title}`);
  return element('label', { className: 'compare-box' }, box, ' Compare', named);
}

/** `compared` where the pages are examples, which can be set side by side. */
export const resultItems = (pages: readonly Shown[], compared = false): HTMLElement[] =>
  pages.map((page) => resultItem(page, compared));

export const resultList = (pages: readonly Shown[], compared = false): HTMLElement =>
  element('ul', { className: 'results' }, ...resultItems(pages, compared));

export const linkItem = (href: string, text: string, after = ''): HTMLElement =>
  element('li', {}, element('a', { href }, text), after);
