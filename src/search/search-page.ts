/** The search among the examples: reads the form or the address, asks the index, shows what was found. */
import { element, find } from '../components/element.ts';
import { inOrder, left, masksOf, showCounts, showCountsOfAll, type Masks } from './filters.ts';
import { kinds } from './kinds.ts';
import { openIndex, type Index } from './pagefind.ts';
import { answer, type FoundPage, type SearchWords, type Word } from './question.ts';
import { linkItem, resultItem } from './results.ts';
import { addressOf, askedInAddress, askedInForm, boxes, changed } from './state.ts';
import { isTitle, wordsIn } from './words.ts';

const pageSize = 20;
/** How many results are shown before the others are fetched, so that the first come soon. */
const soonSize = 3;
/** How many pages of each other kind are shown beside the examples. */
const besideSize = 3;

const form = find<HTMLFormElement>('search');
const details = find<HTMLDetailsElement>('filters');
const input = find<HTMLInputElement>('q');
const status = find('status');
const notes = find('notes');
const results = find('results');
/** All examples, as the page came with them. */
const listed = [...results.childNodes];
const listedCount = status.textContent;
const narrow = window.matchMedia('(max-width: 55.99rem)');
const { base = '/', site } = form.dataset;

let opening: Promise<Index> | undefined;
let naming: Promise<string[][]> | undefined;
let fetching: Promise<SearchWords> | undefined;
const given = async <T>(file: string): Promise<T> => (await fetch(base + file)).json() as Promise<T>;
/** The forms of each term of the glossary, so that each finds the others. */
const terms = () =>
  (naming ??= given<string[][]>('search-terms.json').then((all) =>
    all.map((term) => term.map((form) => wordsIn(form).join(' '))),
  ));
const slips = () => (fetching ??= given<SearchWords>('search-words.json'));
/** Fetches what every question needs. */
const open = () => Promise.all([(opening ??= openIndex(base)), terms()]);

/** What was asked last: only the answer to that is shown. */
let last: URLSearchParams | undefined;
/** What the address said then. */
let read = '';

async function run(asked: URLSearchParams): Promise<void> {
  last = asked;
  read = location.search;
  const isAsked = (): boolean => asked === last;
  showChosen();
  form.dataset['asked'] = '';
  document.title = [asked.get('q'), 'Examples', site].filter(Boolean).join(' – ');
  if (asked.size === 0) return showAll();
  for (const busy of [results, details]) busy.setAttribute('aria-busy', 'true');
  status.textContent = 'Searching …';
  try {
    await show(asked, ...(await open()), isAsked);
  } catch (error) {
    opening = naming = fetching = undefined;
    if (!isAsked()) return;
    status.textContent = import.meta.env.DEV
      ? 'While the site is being written it has no search index. To search, stop this and run “npm start”.'
      : 'The search could not be loaded. Check your connection and load the page again.';
    for (const old of [notes, results]) old.replaceChildren();
    if (import.meta.env.PROD) throw error;
  } finally {
    if (isAsked()) for (const busy of [results, details]) busy.removeAttribute('aria-busy');
  }
}

/** Nothing is asked: the page is as it came. */
function showAll(): void {
  for (const busy of [results, details]) busy.removeAttribute('aria-busy');
  status.textContent = listedCount;
  notes.replaceChildren();
  results.replaceChildren(...listed);
  find('elsewhere').hidden = true;
  showCountsOfAll();
}

const itemsOf = (pages: readonly FoundPage[], areExamples = false): Promise<HTMLElement[]> =>
  Promise.all(pages.map((page) => resultItem(page, areExamples)));
const listOf = (items: readonly HTMLElement[]): HTMLElement => element('ul', { className: 'results' }, ...items);

async function show(asked: URLSearchParams, index: Index, forms: string[][], isAsked: () => boolean): Promise<void> {
  const query = asked.get('q') ?? '';
  const examples = await index.pagesWith('part', 'example');
  const every = [...examples].map(([id, page]): FoundPage => ({ id, hits: [page] }));
  const { words, pages, titled } = query
    ? await answer(index.pagefind, query, {
        terms: forms,
        words: slips,
        many: Math.max(500, examples.size / 2),
        examples,
      })
    : { words: [], pages: every, titled: [] };
  const isExample = ({ id }: FoundPage): boolean => examples.has(id);
  const named = await pagesNamed(query, titled);
  const answering = [...named, ...pages.filter((page) => !named.includes(page))].filter(isExample);
  const masks = await masksOf(index, asked);
  // Nothing fits better than another where no words are asked for.
  const by = asked.get('sort') ?? (query ? '' : 'newest');
  const order = form.querySelector<HTMLOptionElement>(`#sort [value="${CSS.escape(by)}"]`);
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
  const looked = titled.slice(0, 5);
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

function showChosen(): void {
  const list = find('chosen-list');
  const ticked = boxes.filter(({ checked }) => checked);
  const chips = ticked.map((box, at) => {
    const label = box.labels?.[0]?.firstElementChild?.textContent ?? box.value;
    const remove = element('span', { className: 'visually-hidden' }, 'Remove ');
    const chip = element('button', { type: 'button', className: 'chip' }, remove, label);
    chip.addEventListener('click', () => {
      box.checked = false;
      submit();
      const left = list.querySelectorAll('button');
      (left[Math.min(at, left.length - 1)] ?? input).focus();
    });
    return chip;
  });
  list.replaceChildren(...chips.map((chip) => element('li', {}, chip)));
  find('chosen-count').textContent = chips.length ? `(${chips.length} chosen)` : '';
  find('chosen').hidden = chips.length === 0;
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

function submit(): void {
  const asked = askedInForm();
  if (addressOf(asked) !== location.pathname + location.search) history.pushState(null, '', addressOf(asked));
  void run(asked);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
  if (!narrow.matches) return;
  details.open = false;
  if (!event.submitter?.closest('details')) return;
  // The button that was pressed is out of sight now: the reader goes on from what it found.
  status.focus({ preventScroll: true });
  status.scrollIntoView({ block: 'center' });
});
find('clear').addEventListener('click', () => {
  for (const box of boxes) box.checked = false;
  submit();
  input.focus();
});
window.addEventListener('popstate', () => {
  // A link within the page, such as that to its content, asks nothing new.
  if (location.search !== read) void run(askedInAddress());
});
// Wide screens show the filters beside the results; on narrow ones they open where a reader asks for them.
const fold = (): void => void (details.open = !narrow.matches);
narrow.addEventListener('change', fold);
fold();
// Whoever goes to the box is about to ask.
input.addEventListener('focus', () => void open().catch(() => (opening = naming = undefined)));
void run(askedInAddress(input.value));
