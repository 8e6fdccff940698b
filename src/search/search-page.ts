/** The search page: reads the form or the address, asks Pagefind, shows what was found. */
import type { Filters, Pagefind, PagefindResultData, PagefindSearch } from './pagefind.d.ts';

const pageSize = 20;
/** How many factors and other pages are shown beside the examples. */
const besideSize = 5;

const find = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const form = find<HTMLFormElement>('search');
const input = find<HTMLInputElement>('q');
const details = find<HTMLDetailsElement>('filters');
const status = find('status');
const results = find('results');
const chosen = find('chosen');
const chosenList = find('chosen-list');
const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
const groups = [...new Set(boxes.map(({ name }) => name))];
const narrow = window.matchMedia('(max-width: 55.99rem)');

interface State {
  query: string;
  /** The chosen values of each group that has any. */
  chosen: Map<string, string[]>;
  page: number;
}

let loading: Promise<Pagefind> | undefined;
const pagefind = (): Promise<Pagefind> =>
  (loading ??= (async () => {
    const api = (await import(/* @vite-ignore */ `${form.dataset['pagefind'] ?? ''}pagefind.js`)) as Pagefind;
    await api.options({ baseUrl: form.dataset['base'] ?? '/' });
    await api.filters();
    return api;
  })());

const labelOf = (box: HTMLInputElement): string => box.labels?.[0]?.firstElementChild?.textContent ?? box.value;

function stateOfForm(): State {
  const chosenValues = new Map<string, string[]>();
  for (const box of boxes)
    if (box.checked) chosenValues.set(box.name, [...(chosenValues.get(box.name) ?? []), box.value]);
  return { query: input.value.trim(), chosen: chosenValues, page: 1 };
}

function stateOfAddress(): State {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get('q') ?? '';
  for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
  const page = Number(parameters.get('page'));
  return { ...stateOfForm(), page: Number.isInteger(page) && page > 1 ? page : 1 };
}

function addressOf({ query, chosen: values, page }: State): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const [group, list] of values) for (const value of list) parameters.append(group, value);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}

const filtersOf = (kind: string, values: ReadonlyMap<string, string[]>, without?: string): Filters => ({
  kind,
  ...Object.fromEntries([...values].filter(([group]) => group !== without).map(([group, any]) => [group, { any }])),
});

/** Only the answer to the last question is shown. */
let asked = 0;

async function run(state: State): Promise<void> {
  const mine = (asked += 1);
  const term = state.query || null;
  showChosen(state);
  document.title = [state.query, 'Search', form.dataset['site']].filter(Boolean).join(' – ');
  results.setAttribute('aria-busy', 'true');
  try {
    const api = await pagefind();
    const ask = (kind: string, without?: string) =>
      api.search(term, { filters: filtersOf(kind, state.chosen, without) });
    const [examples, factors, pages, ...others] = await Promise.all([
      ask('example'),
      ask('factor'),
      ask('page'),
      // What a box would give depends on the other groups alone, since within a group any will do.
      ...[...state.chosen.keys()].map(async (group) => [group, await ask('example', group)] as const),
    ]);
    const without = new Map(others);
    const from = Math.min(state.page, Math.max(1, Math.ceil(examples.results.length / pageSize))) * pageSize - pageSize;
    const shown = await Promise.all(examples.results.slice(from, from + pageSize).map((result) => result.data()));
    const beside = await Promise.all(
      [factors, pages].map(({ results: list }) =>
        Promise.all(list.slice(0, besideSize).map((result) => result.data())),
      ),
    );
    if (mine !== asked) return;
    showCounts(new Map(groups.map((group) => [group, (without.get(group) ?? examples).filters[group] ?? {}])));
    status.textContent = statusText(examples.results.length, from, state);
    results.replaceChildren(
      ...(examples.results.length ? [resultList(shown, state)] : [nothingFound(state, without)]),
      ...pageLinks(examples.results.length, state),
      ...besideList('Factors', beside[0] ?? [], state),
      ...besideList('Other pages', beside[1] ?? [], state),
    );
  } catch (error) {
    if (mine !== asked) return;
    status.textContent = 'The search could not be loaded. Check your connection and try again.';
    results.replaceChildren();
    loading = undefined;
    throw error;
  } finally {
    results.removeAttribute('aria-busy');
  }
}

const countOf = (count: number): string => (count === 1 ? '1 example' : `${count} examples`);

function statusText(count: number, from: number, { query, chosen: values }: State): string {
  const asked = query !== '' || values.size > 0;
  const of = query ? ` for “${query}”` : '';
  const range = count > pageSize ? `, ${from + 1} to ${Math.min(from + pageSize, count)} shown` : '';
  return count === 0 ? `No examples found${of}` : `${countOf(count)}${asked ? ' found' : ''}${of}${range}`;
}

function showCounts(counts: ReadonlyMap<string, Record<string, number>>): void {
  for (const box of boxes) {
    const count = box.labels?.[0]?.querySelector<HTMLElement>('[data-count]');
    if (!count) continue;
    count.dataset['all'] ??= count.textContent;
    const group = counts.get(box.name);
    count.textContent = group ? String(group[box.value] ?? 0) : (count.dataset['all'] ?? '');
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
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

/** An excerpt's words with its marks, and no other markup. */
function excerptOf(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].map((node) =>
    node instanceof HTMLElement && node.localName === 'mark'
      ? element('mark', {}, node.textContent)
      : document.createTextNode(node.textContent ?? ''),
  );
}

function resultItem({ url, excerpt, meta }: PagefindResultData, { query }: State): HTMLElement {
  const facts = [meta['place'], meta['area'], meta['stage'], meta['asOf']].filter((fact) => fact !== undefined);
  return element(
    'li',
    {},
    element('a', { href: url }, meta['title'] ?? url),
    element('p', {}, ...(query || !meta['summary'] ? excerptOf(excerpt) : [meta['summary']])),
    ...(facts.length ? [element('p', { className: 'facts' }, facts.join(' · '))] : []),
  );
}

function resultList(list: readonly PagefindResultData[], state: State): HTMLElement {
  return element('ul', { className: 'results' }, ...list.map((data) => resultItem(data, state)));
}

const besideList = (title: string, list: readonly PagefindResultData[], state: State): HTMLElement[] =>
  list.length ? [element('h2', {}, title), resultList(list, state)] : [];

function nothingFound(state: State, without: ReadonlyMap<string, PagefindSearch>): HTMLElement {
  const ways = [...without]
    .filter(([, { results: found }]) => found.length > 0)
    .map(([group, { results: found }]) => {
      const title = form.querySelector(`[data-group="${group}"] legend`)?.textContent ?? group;
      const rest = new Map([...state.chosen].filter(([name]) => name !== group));
      const href = addressOf({ ...state, chosen: rest, page: 1 });
      return element(
        'li',
        {},
        element('a', { href }, `Without the filter on ${title.toLowerCase()}`),
        `: ${countOf(found.length)}`,
      );
    });
  const advice = ways.length
    ? 'You could drop a filter:'
    : 'Try fewer or other words, or go through the priority areas, themes and places in the menu.';
  return element('div', {}, element('p', {}, advice), element('ul', {}, ...ways));
}

function pageLinks(count: number, state: State): HTMLElement[] {
  const pages = Math.ceil(count / pageSize);
  const link = (page: number, text: string): HTMLElement =>
    element('li', {}, element('a', { href: addressOf({ ...state, page }) }, text));
  const links = [
    ...(state.page > 1 ? [link(state.page - 1, 'Previous results')] : []),
    ...(state.page < pages ? [link(state.page + 1, 'Next results')] : []),
  ];
  if (!links.length) return [];
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
