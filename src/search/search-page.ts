/** The search page: reads the form or the address, asks Pagefind, shows what was found. */
import type { Pagefind, PagefindResult } from './pagefind.d.ts';
import { Questions, type AskedWord } from './question.ts';
import { element, linkItem, resultList, type Found } from './results.ts';
import { meantBy } from './spelling.ts';
import {
  addressOf,
  boxes,
  groups,
  labelOf,
  stateOfAddress,
  stateOfForm,
  titleOfGroup,
  without,
  type State,
} from './state.ts';

const pageSize = 20;
/** How many results are shown before the others are fetched, so that the first come soon. */
const soonSize = 5;
/** How many factors and other pages are shown beside the examples. */
const besideSize = 5;

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = find<HTMLFormElement>('search');
const input = find<HTMLInputElement>('q');
const sortSelect = find<HTMLSelectElement>('sort');
const details = find<HTMLDetailsElement>('filters');
const status = find('status');
const notes = find('notes');
const results = find('results');
const chosen = find('chosen');
const chosenList = find('chosen-list');
const narrow = window.matchMedia('(max-width: 55.99rem)');

const lists = new Map<string, Promise<string[]>>();
/** A list of words, a line each, from beside the index. */
function wordList(name: string): Promise<string[]> {
  let list = lists.get(name);
  if (!list) {
    list = fetch(`${form.dataset['pagefind'] ?? ''}${name}.txt`).then(async (response) => {
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      return (await response.text()).split('\n');
    });
    lists.set(name, list);
  }
  return list;
}
/** Only a word that no page has makes it load. */
const vocabulary = (): Promise<string[]> => wordList('words');

let loading: Promise<Questions> | undefined;
const questions = (): Promise<Questions> =>
  (loading ??= (async () => {
    const api = (await import(/* @vite-ignore */ `${form.dataset['pagefind'] ?? ''}pagefind.js`)) as Pagefind;
    await api.options({ baseUrl: form.dataset['base'] ?? '/' });
    return new Questions(api, { all: vocabulary, common: async () => new Set(await wordList('common')) });
  })());

/** Pages by their identifiers. */
type Pages = ReadonlyMap<string, PagefindResult>;

/** The examples that the chosen values of a group leave: any of them will do. */
const pagesOfGroup = (ask: Questions, group: string, any: string[]): Promise<Pages> =>
  ask.pages({ type: 'example', [group]: { any } });

async function pagesOfGroups(ask: Questions, state: State): Promise<Map<string, Pages>> {
  return new Map(
    await Promise.all(
      [...state.chosen].map(async ([group, values]) => [group, await pagesOfGroup(ask, group, values)] as const),
    ),
  );
}

/** Those that are in every group's pages but those of `except`. */
const left = (ids: readonly string[], pages: ReadonlyMap<string, Pages>, except?: string): string[] => {
  const sets = [...pages].filter(([group]) => group !== except).map(([, set]) => set);
  return ids.filter((id) => sets.every((set) => set.has(id)));
};

/** Only the answer to the last question is shown. */
let asked = 0;

async function run(state: State): Promise<void> {
  const mine = (asked += 1);
  showChosen(state);
  document.title = [state.query, 'Search', form.dataset['site']].filter(Boolean).join(' – ');
  results.setAttribute('aria-busy', 'true');
  try {
    const ask = await questions();
    const examples = await ask.pages({ type: 'example' });
    const [answer, byGroup] = await Promise.all([
      state.query ? ask.answer(state.query, 'example') : undefined,
      pagesOfGroups(ask, state),
    ]);
    const words = answer?.words ?? [];
    const answering = answer ? answer.ids : [...examples.keys()];
    const found = await inOrder(ask, left(answering, byGroup), state.sort);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(state.page, pages);
    const from = (page - 1) * pageSize;
    const shown = found.slice(from, from + pageSize);
    const soon = await load(shown.slice(0, soonSize), examples);
    if (mine !== asked) return;
    status.textContent = statusText(found.length, from, state);
    notes.replaceChildren(...(state.query ? notesOn(words) : []));
    const list = found.length ? resultList(soon, words) : await nothingFound(ask, state, words, answering, byGroup);
    if (mine !== asked) return;
    results.replaceChildren(list, ...pageLinks(page, pages, state));
    const later = await load(shown.slice(soonSize), examples);
    if (mine !== asked) return;
    list.append(...resultList(later, words).children);
    results.removeAttribute('aria-busy');
    // What is shown so far is what was asked for; the rest may come after it.
    if (state.query) await showBeside(ask, words, mine);
    await showCounts(ask, answering, byGroup, mine);
  } catch (error) {
    if (mine !== asked) return;
    status.textContent = 'The search could not be loaded. Check your connection and try again.';
    notes.replaceChildren();
    results.replaceChildren();
    loading = undefined;
    lists.clear();
    throw error;
  } finally {
    if (mine === asked) results.removeAttribute('aria-busy');
  }
}

const load = (ids: readonly string[], pages: Pages): Promise<Found[]> =>
  Promise.all(
    ids.flatMap((id) => {
      const page = pages.get(id);
      return page ? [page.data().then((data) => ({ id, data }))] : [];
    }),
  );

/** In the order that the reader chose; equals stay in the order of fit. */
async function inOrder(ask: Questions, ids: readonly string[], sort: string): Promise<readonly string[]> {
  const option = [...sortSelect.options].find(({ value }) => value !== '' && value === sort);
  if (!option) return ids;
  const { filter = '', values = '' } = option.dataset;
  const sets = await Promise.all(values.split(' ').map((value) => ask.pages({ type: 'example', [filter]: value })));
  const rank = new Map(sets.flatMap((set, index) => [...set.keys()].map((id) => [id, index] as const)));
  return [...ids].sort((a, b) => (rank.get(a) ?? sets.length) - (rank.get(b) ?? sets.length));
}

const countOf = (count: number): string => (count === 1 ? '1 example' : `${count} examples`);

function statusText(count: number, from: number, { query, chosen: values }: State): string {
  const of = query ? ` for “${query}”` : '';
  const range = count > pageSize ? `, ${from + 1} to ${Math.min(from + pageSize, count)} shown` : '';
  if (count === 0) return `No examples found${of}`;
  return `${countOf(count)}${query || values.size ? ' found' : ''}${of}${range}`;
}

/** What became of words that no page has. */
function notesOn(words: readonly AskedWord[]): HTMLElement[] {
  const changed = words.flatMap(({ typed, used }) =>
    used !== undefined && used !== typed ? [`“${used}” in place of “${typed}”`] : [],
  );
  const lost = words.flatMap(({ typed, used }) => (used === undefined ? [`“${typed}”`] : []));
  return [
    ...(changed.length ? [element('p', {}, `Searched for ${changed.join(' and ')}.`)] : []),
    ...(lost.length && lost.length < words.length
      ? [element('p', { className: 'muted' }, `On no page: ${lost.join(', ')}.`)]
      : []),
  ];
}

/** Says on each box how many examples it would give with the other groups as they are. */
async function showCounts(
  ask: Questions,
  answering: readonly string[],
  byGroup: ReadonlyMap<string, Pages>,
  mine: number,
): Promise<void> {
  details.setAttribute('aria-busy', 'true');
  const bases = new Map(groups.map((group) => [group, left(answering, byGroup, group)]));
  const counts = await Promise.all(
    boxes.map(async (box) => {
      const set = await pagesOfGroup(ask, box.name, [box.value]);
      return (bases.get(box.name) ?? []).filter((id) => set.has(id)).length;
    }),
  );
  if (mine !== asked) return;
  details.removeAttribute('aria-busy');
  boxes.forEach((box, index) => {
    const count = box.labels?.[0]?.querySelector<HTMLElement>('[data-count]');
    if (!count) return;
    count.textContent = String(counts[index]);
    count.closest('label')?.classList.toggle('gives-none', counts[index] === 0);
  });
}

function showChosen(state: State): void {
  const items = boxes
    .filter(({ name, value }) => state.chosen.get(name)?.includes(value))
    .map((box) => {
      const chip = element('button', { type: 'button', className: 'chip' }, labelOf(box));
      chip.setAttribute('aria-label', `Remove ${labelOf(box)}`);
      chip.addEventListener('click', () => {
        const next = chip.parentElement?.nextElementSibling?.querySelector('button');
        box.checked = false;
        const label = next?.textContent;
        submit();
        const again = [...chosenList.querySelectorAll('button')].find(({ textContent }) => textContent === label);
        (again ?? chosenList.querySelector('button') ?? input).focus();
      });
      return element('li', {}, chip);
    });
  chosenList.replaceChildren(...items);
  find('chosen-count').textContent = items.length ? `(${items.length} chosen)` : '';
  chosen.hidden = items.length === 0;
}

/** Factors and other pages that answer the question, apart from the examples. */
async function showBeside(ask: Questions, asWords: readonly AskedWord[], mine: number): Promise<void> {
  const question = asWords.map(({ typed, used }) => used ?? typed).join(' ');
  for (const [kind, title] of [
    ['factor', 'Factors'],
    ['page', 'Other pages'],
  ] as const) {
    const pages = await ask.pages({ type: kind });
    const { ids, words } = await ask.answer(question, kind, false);
    const list = await load(ids.slice(0, besideSize), pages);
    if (mine !== asked) return;
    if (list.length) results.append(element('h2', {}, title), resultList(list, words));
  }
}

/** What to change, and how many examples that would give: counted, not guessed. */
async function nothingFound(
  ask: Questions,
  state: State,
  words: readonly AskedWord[],
  answering: readonly string[],
  byGroup: ReadonlyMap<string, Pages>,
): Promise<HTMLElement> {
  const ways: HTMLElement[] = [];
  const way = (next: State, text: string, count: number): void => {
    if (count) ways.push(linkItem(addressOf(next), text, `: ${countOf(count)}`));
  };
  for (const group of state.chosen.keys())
    way(without(state, group), `Without the filter on ${titleOfGroup(group)}`, left(answering, byGroup, group).length);
  if (!ways.length && state.chosen.size > 1) way(without(state), 'Without any filter', answering.length);
  const examples = await ask.pages({ type: 'example' });
  if (state.query && state.chosen.size) {
    const none = { ...state, query: '', page: 1 };
    way(none, 'With these filters and no words', left([...examples.keys()], byGroup).length);
  }
  for (const { typed, used } of words) {
    if (used !== undefined) continue;
    for (const other of meantBy(typed, await vocabulary(), 3, 3)) {
      const query = state.query.replace(new RegExp(typed, 'iu'), other);
      const { ids } = await ask.answer(query, 'example');
      way({ ...state, query, page: 1 }, `With “${other}” in place of “${typed}”`, left(ids, byGroup).length);
    }
  }
  const ends = [...document.querySelectorAll<HTMLAnchorElement>('#elsewhere a')].map(({ href, textContent }) =>
    linkItem(href, textContent),
  );
  return element(
    'div',
    {},
    ...(ways.length ? [element('p', {}, 'You could search:'), element('ul', {}, ...ways)] : []),
    element('p', {}, ways.length ? 'Or go through:' : 'Try fewer or other words, or go through:'),
    element('ul', {}, ...ends),
  );
}

function pageLinks(page: number, pages: number, state: State): HTMLElement[] {
  if (pages === 1) return [];
  const links = [
    ...(page > 1 ? [linkItem(addressOf({ ...state, page: page - 1 }), 'Previous results')] : []),
    ...(page < pages ? [linkItem(addressOf({ ...state, page: page + 1 }), 'Next results')] : []),
  ];
  const nav = element('nav', {}, element('ul', {}, ...links));
  nav.setAttribute('aria-label', 'Pages of results');
  return [nav];
}

function submit(): void {
  const state = stateOfForm();
  const address = addressOf(state);
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
  void run(state);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
  if (narrow.matches) {
    details.open = false;
    if (event.submitter?.closest('details')) {
      // The button that was pressed is out of sight now: the reader goes on from what it found.
      status.focus({ preventScroll: true });
      status.scrollIntoView({ block: 'center' });
    }
  }
});
find('clear').addEventListener('click', () => {
  for (const box of boxes) box.checked = false;
  submit();
  input.focus();
});
window.addEventListener('popstate', () => void run(stateOfAddress()));
// Wide screens show the filters beside the results; on narrow ones they open where a reader asks for them.
const fold = (): void => void (details.open = !narrow.matches);
narrow.addEventListener('change', fold);
fold();
void run(stateOfAddress());
