/** What was found, as elements of the page. */
import { element } from '../components/element.ts';
import type { FoundPage } from './question.ts';
import { wordsIn } from './words.ts';

/** How many words of a question are looked up for the extract of a page: those that tell most of it. */
const mostHits = 3;

type Piece = { text: string; marked: boolean };
const plain = (text: string): string =>
  text
    .replace(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
const keyOf = (token: string): string => wordsIn(plain(token)).join(' ');
const endsSentence = ({ text }: Piece): boolean => /[.!?:;]["”’)]*$/.test(text);

/** A page, with an extract that answers the question. `compared` for an example, which can be set beside others. */
export async function resultItem({ hits }: FoundPage, compared = false): Promise<HTMLElement> {
  const best = [...hits].sort((a, b) => b.score - a.score).slice(0, mostHits);
  const said = await Promise.all(best.map(async ({ score, data }) => ({ score, ...(await data()) })));
  const { url = '', meta = {}, filters = {}, sub_results: sections = [] } = said[0] ?? {};
  // The section in which the words tell most. What stands before the first is shown with the result anyway.
  const worth = new Map<string, number>();
  for (const { score, sub_results } of said)
    for (const { url: at } of sub_results) worth.set(at, (worth.get(at) ?? 0) + (at.includes('#') ? score : score / 2));
  const [section] = [...sections].sort((a, b) => (worth.get(b.url) ?? 0) - (worth.get(a.url) ?? 0));
  const excerpts = said.flatMap(({ sub_results }) => sub_results.map(({ excerpt }) => excerpt));
  const marks = new Set(excerpts.flatMap((excerpt) => excerpt.match(/<mark>.*?<\/mark>/g) ?? []).map(keyOf));
  const { title = url, summary = '' } = meta;
  const pieces = piecesOf(section?.excerpt ?? '', marks, `${title}. ${summary}`);
  return element(
    'li',
    {},
    element('h3', {}, element('a', { href: addressOf(section?.url ?? url, pieces) }, title)),
    summary !== '' && element('p', {}, summary),
    pieces.length > 0 &&
      element(
        'p',
        { className: 'excerpt' },
        ...pieces.flatMap(({ text, marked }) => [marked ? element('mark', {}, text) : text, ' ']),
      ),
    meta['in'] !== undefined && element('p', { className: 'muted' }, `In ${meta['in']}`),
    meta['place'] !== undefined && factsOf(meta, filters),
    compared && compareBox(url, title),
  );
}

/** How an example is known, where it is from, and how far it had come when. */
function factsOf(meta: Record<string, string>, filters: Record<string, string[]>): HTMLElement {
  const marks = document.getElementById('marks') as HTMLTemplateElement;
  const mark = marks.content.querySelector(`[data-basis="${filters['evidence']?.[0]}"]`);
  const where = ['place', 'kind', 'region'].flatMap((group) => (filters[group] ?? []).map((id) => named(group, id)));
  const fact = (label: string, ...of: (Node | string)[]): HTMLElement =>
    element('div', {}, element('dt', {}, label), element('dd', {}, ...of));
  return element(
    'div',
    { className: 'two-facts' },
    mark !== null && document.importNode(mark, true),
    element(
      'dl',
      {},
      fact('Place', ...where.flatMap((one, at) => (at ? [', ', one] : [one]))),
      fact('Stage', `${meta['stage']} in ${meta['asOf']}`),
    ),
  );
}

/** What a tick-box of the form stands for, as a link to its page. */
function named(group: string, id: string): HTMLElement | string {
  const box = document.getElementById(`${group}-${id}`) as HTMLInputElement | null;
  const text = box?.labels?.[0]?.firstElementChild?.textContent ?? id;
  const href = box?.dataset['page'];
  return href === undefined ? text : element('a', { href }, text);
}

/** An excerpt word by word, from the sentence of its first mark on; none where that is `shown` anyway. */
function piecesOf(excerpt: string, marks: ReadonlySet<string>, shown: string): Piece[] {
  const all = excerpt.split(' ').map((token) => ({ text: plain(token), marked: marks.has(keyOf(token)) }));
  const first = all.findIndex(({ marked }) => marked);
  const pieces = all.slice(all.findLastIndex((piece, at) => at < first && endsSentence(piece)) + 1);
  const begins = pieces.slice(0, 4).map(({ text }) => text);
  return shown.includes(begins.join(' ')) ? [] : pieces;
}

/** The address of a section, with the words around the first mark, for the browser to mark them there. */
function addressOf(url: string, pieces: readonly Piece[]): string {
  const at = pieces.findIndex(({ marked }) => marked);
  if (at === -1) return url;
  const ends = pieces.findIndex((piece, index) => index >= at && endsSentence(piece));
  const words = pieces.slice(Math.max(0, at - 2), Math.min(at + 3, ends === -1 ? Infinity : ends) + 1);
  const said = words.map((piece) => piece.text).join(' ');
  const text = said.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`;
}

/** A tick-box of the form that leads to the comparison of all that are ticked. */
function compareBox(url: string, title: string): HTMLElement {
  const box = element('input', { type: 'checkbox', name: 'example', value: /([^/]+)\/$/.exec(url)?.[1] ?? '' });
  box.setAttribute('form', 'compare-ticked');
  const named = element('span', { className: 'visually-hidden' }, ` ${title}`);
  return element('label', { className: 'compare-box' }, box, ' Compare', named);
}

export const linkItem = (href: string, text: string, after = ''): HTMLElement =>
  element('li', {}, element('a', { href }, text), after);
