/** What the search found, as the page shows it. Loaded once something is asked. */
import { element, find } from '../components/element.ts';
import { inOrder, left, masksOf, showCounts, type Masks } from './filters.ts';
import { kinds } from './kinds.ts';
import { openIndex } from './pagefind.ts';
import { answer, type FoundPage, type SearchWords, type Word } from './question.ts';
import { linkItem, resultItem } from './results.ts';
import { addressOf, changed, form } from './state.ts';
import { isTitle, wordsIn } from './words.ts';

const pageSize = 20;
/** How many results are shown before the others are fetched, so that the first come soon. */
const soonSize = 3;
/** How many pages of each other kind are shown beside the examples. */
const besideSize = 3;

const status = find('status');
const notes = find('notes');
const results = find('results');
const { base = '/' } = form.dataset;

/** Asks once, and again after a failure. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    }));
}
const given = async <T>(file: string): Promise<T> => (await fetch(base + file)).json() as Promise<T>;
/** The words of the site, for one that is found nowhere. */
const siteWords = once(() => given<SearchWords>('search-words.json'));
/** What every question needs: the index, and the forms of each term of the glossary, so that each finds the others. */
export const open = once(() =>
  Promise.all([
    openIndex(base),
    given<string[][]>('search-terms.json').then((all) =>
      all.map((term) => term.map((form) => wordsIn(form).join(' '))),
    ),
  ]),
);

const itemsOf = (pages: readonly FoundPage[], areExamples = false): Promise<HTMLElement[]> =>
  Promise.all(pages.map((page) => resultItem(page, areExamples)));
const listOf = (items: readonly HTMLElement[]): HTMLElement => element('ul', { className: 'results' }, ...items);

/** Answers a question, and shows what was found for as long as nothing else is asked. */
export async function show(asked: URLSearchParams, isAsked: () => boolean): Promise<void> {
  const [index, terms] = await open();
  const query = asked.get('q') ?? '';
  const examples = await index.pagesWith('part', 'example');
  const every = [...examples].map(([id, page]): FoundPage => ({ id, hits: [page] }));
  const { words, pages, titled } = query
    ? await answer(index.pagefind, query, {
        terms,
        words: siteWords,
        many: Math.max(500, examples.size / 2),
        examples,
      })
    : { words: [], pages: every, titled: [] };
  const isExample = ({ id }: FoundPage): boolean => examples.has(id);
  const named = await pagesNamed(query, titled);
  const answering = [...named, ...pages.filter((page) => !named.includes(page))].filter(isExample);
  const masks = await masksOf(index, asked);
  const order = form.querySelector<HTMLOptionElement>(`#sort [value="${CSS.escape(asked.get('sort') ?? '')}"]`);
  const found = await inOrder(index, left(answering, masks), order);
  const pageCount = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(Math.max(1, Math.floor(Number(asked.get('page')) || 1)), pageCount);
  const from = (page - 1) * pageSize;
  const shown = found.slice(from, from + pageSize);
  const above = named.filter((one) => !isExample(one));
  const beside = query ? pages.filter((one) => !isExample(one) && !above.includes(one)) : [];

  const [soon, first] = await Promise.all([itemsOf(shown.slice(0, soonSize), true), itemsOf(above)]);
  if (!isAsked()) return;
  const range = found.length > pageSize ? `, ${from + 1} to ${from + shown.length} shown` : '';
  const isAll = !query && !masks.size;
  status.textContent =
    `${found.length ? countOf(found.length) : 'No examples'}${isAll ? '' : ' found'}${query && ` for “${query}”`}${range}` +
    (found.length || !beside.length ? '' : `, but ${beside.length} other page${beside.length === 1 ? '' : 's'}`);
  notes.replaceChildren(...notesOn(words));
  const list = listOf(soon);
  results.replaceChildren(
    ...(above.length ? [element('h2', {}, 'With this title'), listOf(first)] : []),
    ...(found.length ? [element('h2', {}, 'Examples'), list] : waysOn(asked, answering, every, masks)),
  );
  const later = await itemsOf(shown.slice(soonSize), true);
  if (!isAsked()) return;
  list.append(...later);
  results.append(...pageLinks(page, pageCount, asked));
  // What is shown so far is what was asked for; the rest may come after it.
  results.removeAttribute('aria-busy');
  for (const [kind, title] of Object.entries(kinds).slice(1)) {
    const ids = await index.pagesWith('part', kind);
    const others = await itemsOf(beside.filter(({ id }) => ids.has(id)).slice(0, besideSize));
    if (!isAsked()) return;
    if (others.length) results.append(element('h2', {}, title), listOf(others));
  }
  find('elsewhere').hidden = found.length > 0;
  await showCounts(index, answering, masks, isAsked);
}

/** The pages whose title is what was asked, or nearly, of the first few that have every word in it. */
async function pagesNamed(query: string, titled: readonly FoundPage[]): Promise<FoundPage[]> {
  const looked = titled.slice(0, 3);
  const titles = await Promise.all(looked.map(async ({ hits }) => (await hits[0]?.data())?.meta['title']));
  return looked.filter((_, at) => isTitle(query, titles[at] ?? ''));
}

const countOf = (count: number): string => (count === 1 ? '1 example' : `${count} examples`);

/** What became of words that no example has. */
function notesOn(words: readonly Word[]): HTMLElement[] {
  const changes = words.filter(({ typed, used }) => used !== undefined && used !== typed.toLowerCase());
  const inPlace = changes.map(({ typed, used }) => `“${used}” in place of “${typed}”`).join(' and ');
  const lost = words.filter(({ inExample }) => !inExample).map(({ typed }) => `“${typed}”`);
  const isLost = lost.length > 0 && lost.length < words.length;
  const said = [inPlace && `Searched for ${inPlace}.`, isLost && `In no example: ${lost.join(', ')}.`];
  return said.flatMap((note) => (note ? element('p', {}, note) : []));
}

/** What to change where no example was found, and how many that would give: counted, not guessed. */
function waysOn(asked: URLSearchParams, answering: readonly FoundPage[], every: readonly FoundPage[], masks: Masks) {
  const groups = [...masks.keys()];
  const without = (names: readonly string[], text: string, count: number): HTMLElement | false => {
    const other = changed(asked, Object.fromEntries([...names, 'page'].map((name) => [name, ''])));
    return count > 0 && linkItem(addressOf(other), text, `: ${countOf(count)}`);
  };
  const ways = groups.map((group) => {
    const title = form.querySelector(`[data-group="${group}"] legend`)?.textContent.toLowerCase();
    return without([group], `Without the filter on ${title}`, left(answering, masks, group).length);
  });
  if (groups.length > 1) ways.push(without(groups, 'Without any filter', answering.length));
  if (groups.length && asked.has('q'))
    ways.push(without(['q'], 'With these filters and no words', left(every, masks).length));
  return ways.some(Boolean) ? [element('p', {}, 'You could search:'), element('ul', {}, ...ways)] : [];
}

function pageLinks(page: number, pages: number, asked: URLSearchParams): HTMLElement[] {
  const to = (other: number, text: string) => linkItem(addressOf(changed(asked, { page: String(other) })), text);
  const back = page > 1 && to(page - 1, 'Previous results');
  const nav = element('nav', {}, element('ul', {}, back, page < pages && to(page + 1, 'Next results')));
  nav.setAttribute('aria-label', 'Pages of results');
  return pages > 1 ? [nav] : [];
}
