/** The search page: reads the form or the address, asks the index, shows what was found. */
import type { PageRecord } from './packing.ts';
import { answer, type AskedWord } from './question.ts';
import { element } from '../components/element.ts';
import { hitsOf, linkItem, resultItems, resultList } from './results.ts';
import { SearchLibrary } from './search-library.ts';
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
const soonSize = 3;
/** How many more are drawn at a time, so that a slow phone answers a tap in between. */
const stepSize = 2;
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

let opening: Promise<SearchLibrary> | undefined;
/** Where nothing is asked, the first pages are sure to be shown. */
const open = ({ query, chosen: values, sort, page }: State): Promise<SearchLibrary> =>
  (opening ??= SearchLibrary.open(
    form.dataset['base'] ?? '/',
    query || values.size || sort || page > 1 ? 0 : soonSize,
  ));

/** Which pages a group of filters leaves: 1 at the number of each. */
type Mask = Uint8Array;

/** The pages that the chosen values of each group leave: any of them will do. */
async function masksOf(library: SearchLibrary, { chosen: groupsChosen }: State): Promise<Map<string, Mask>> {
  return new Map(
    await Promise.all(
      [...groupsChosen].map(async ([group, values]) => {
        const pagesOf = await library.filter(group);
        const mask = new Uint8Array(library.size);
        for (const value of values) for (const page of pagesOf.get(value) ?? []) mask[page] = 1;
        return [group, mask] as const;
      }),
    ),
  );
}

/** Those that are in every group's pages but those of `except`. */
const left = (pages: readonly number[], masks: ReadonlyMap<string, Mask>, except?: string): number[] => {
  const others = [...masks].filter(([group]) => group !== except).map(([, mask]) => mask);
  return others.length ? pages.filter((page) => others.every((mask) => mask[page] === 1)) : [...pages];
};

const everyPage = (library: SearchLibrary, kind: string): number[] => {
  const { from, to } = library.range(kind);
  return Array.from({ length: to - from }, (_, index) => from + index);
};

/** Only the answer to the last question is shown. */
let asked = 0;

async function run(state: State): Promise<void> {
  const mine = (asked += 1);
  showChosen(state);
  document.title = [state.query, 'Search', form.dataset['site']].filter(Boolean).join(' – ');
  results.setAttribute('aria-busy', 'true');
  details.setAttribute('aria-busy', 'true');
  try {
    const library = await open(state);
    const [given, masks] = await Promise.all([
      state.query ? answer(library, state.query, 'example') : { words: [], pages: everyPage(library, 'example') },
      masksOf(library, state),
    ]);
    const { words, pages: answering } = given;
    const found = await inOrder(library, left(answering, masks), state.sort);
    const pages = Math.max(1, Math.ceil(found.length / pageSize));
    const page = Math.min(state.page, pages);
    const from = (page - 1) * pageSize;
    const shown = found.slice(from, from + pageSize);
    const soon = await load(library, shown.slice(0, soonSize));
    const hitsIn = hitsOf(words, library.stem);
    const list = found.length ? resultList([], hitsIn) : await nothingFound(library, state, words, answering, masks);
    for (const one of soon) {
      await pause();
      list.append(...resultItems([one], hitsIn, true));
    }
    if (mine !== asked) return;
    status.textContent = statusText(found.length, from, state);
    notes.replaceChildren(...(state.query ? notesOn(words) : []));
    results.replaceChildren(list);
    const later = await load(library, shown.slice(soonSize));
    for (let drawn = 0; drawn < later.length; drawn += stepSize) {
      await pause();
      if (mine !== asked) return;
      list.append(...resultItems(later.slice(drawn, drawn + stepSize), hitsIn, true));
    }
    if (mine !== asked) return;
    results.append(...pageLinks(page, pages, state));
    results.removeAttribute('aria-busy');
    // What is shown so far is what was asked for; the rest may come after it.
    if (state.query) await showBeside(library, words, mine);
    await showCounts(library, answering, masks, mine);
  } catch (error) {
    if (mine !== asked) return;
    status.textContent = 'The search could not be loaded. Check your connection and try again.';
    notes.replaceChildren();
    results.replaceChildren();
    opening = undefined;
    throw error;
  } finally {
    if (mine === asked) {
      results.removeAttribute('aria-busy');
      details.removeAttribute('aria-busy');
    }
  }
}

/** Lets the browser draw, and answer the reader, before the work goes on. */
const pause = (): Promise<void> =>
  'scheduler' in window && 'yield' in scheduler ? scheduler.yield() : new Promise((settle) => setTimeout(settle));

const load = (library: SearchLibrary, pages: readonly number[]): Promise<PageRecord[]> =>
  Promise.all(pages.map((page) => library.page(page)));

/** In the order that the reader chose; equals stay in the order of fit. */
async function inOrder(library: SearchLibrary, pages: readonly number[], sort: string): Promise<readonly number[]> {
  const option = [...sortSelect.options].find(({ value }) => value !== '' && value === sort);
  if (!option) return pages;
  const { filter = '', values = '' } = option.dataset;
  const pagesOf = await library.filter(filter);
  const order = values.split(' ');
  const rank = new Uint32Array(library.size).fill(order.length);
  order.forEach((value, index) => {
    for (const page of pagesOf.get(value) ?? []) rank[page] = index;
  });
  return [...pages].sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
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

/** Where each box says its count: its label comes after it. */
const countsOfBoxes = boxes.flatMap((box) => {
  const label = box.nextElementSibling;
  const shown = label?.querySelector<HTMLElement>('[data-count]');
  return label && shown ? [{ box, label, shown }] : [];
});

/** Says on each box how many examples it would give with the other groups as they are. */
async function showCounts(
  library: SearchLibrary,
  answering: readonly number[],
  masks: ReadonlyMap<string, Mask>,
  mine: number,
): Promise<void> {
  await Promise.all(groups.map((group) => library.filter(group)));
  const counts = new Map<string, ReadonlyMap<string, number>>();
  for (const group of groups) {
    await pause();
    if (mine !== asked) return;
    counts.set(group, await countsOf(library, group, left(answering, masks, group)));
  }
  if (mine !== asked) return;
  for (const { box, label, shown } of countsOfBoxes) {
    const count = counts.get(box.name)?.get(box.value) ?? 0;
    const text = String(count);
    if (shown.textContent !== text) shown.textContent = text;
    label.classList.toggle('gives-none', count === 0);
  }
}

/** How many of some pages each value of a group would leave. */
async function countsOf(library: SearchLibrary, group: string, pages: readonly number[]): Promise<Map<string, number>> {
  const base = new Uint8Array(library.size);
  for (const page of pages) base[page] = 1;
  const values = await library.filter(group);
  return new Map([...values].map(([value, own]) => [value, own.reduce((sum, page) => sum + (base[page] ?? 0), 0)]));
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
async function showBeside(library: SearchLibrary, asWords: readonly AskedWord[], mine: number): Promise<void> {
  const question = asWords.map(({ typed, used }) => used ?? typed).join(' ');
  for (const [kind, title] of [
    ['factor', 'Factors'],
    ['page', 'Other pages'],
  ] as const) {
    const { pages, words } = await answer(library, question, kind, false);
    const list = await load(library, pages.slice(0, besideSize));
    if (mine !== asked) return;
    if (!list.length) continue;
    await pause();
    if (mine !== asked) return;
    results.append(element('h2', {}, title), resultList(list, hitsOf(words, library.stem)));
  }
}

/** What to change, and how many examples that would give: counted, not guessed. */
async function nothingFound(
  library: SearchLibrary,
  state: State,
  words: readonly AskedWord[],
  answering: readonly number[],
  masks: ReadonlyMap<string, Mask>,
): Promise<HTMLElement> {
  const ways: HTMLElement[] = [];
  const way = (next: State, text: string, count: number): void => {
    if (count) ways.push(linkItem(addressOf(next), text, `: ${countOf(count)}`));
  };
  for (const group of state.chosen.keys())
    way(without(state, group), `Without the filter on ${titleOfGroup(group)}`, left(answering, masks, group).length);
  if (!ways.length && state.chosen.size > 1) way(without(state), 'Without any filter', answering.length);
  if (state.query && state.chosen.size) {
    const none = { ...state, query: '', page: 1 };
    way(none, 'With these filters and no words', left(everyPage(library, 'example'), masks).length);
  }
  for (const { typed, used } of words) {
    if (used !== undefined) continue;
    for (const other of meantBy(typed, await library.vocabulary(), 3, 3)) {
      const query = state.query.replace(new RegExp(typed, 'iu'), other);
      const { pages } = await answer(library, query, 'example');
      way({ ...state, query, page: 1 }, `With “${other}” in place of “${typed}”`, left(pages, masks).length);
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
