/** The search among the examples: reads the form or the address, and has what was found shown. */
import { element, find } from '../components/element.ts';
import { showCountsOfAll } from './filters.ts';
import { addressOf, askedInAddress, askedInForm, boxes, form } from './state.ts';

const details = find<HTMLDetailsElement>('filters');
const input = find<HTMLInputElement>('q');
const status = find('status');
const notes = find('notes');
const results = find('results');
/** All examples, as the page came with them. */
const listed = [...results.childNodes];
const listedCount = status.textContent;
const narrow = window.matchMedia('(max-width: 55.99rem)');
/** What answers, fetched once something is asked. */
const answering = () => import('./show-results.ts');

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
  document.title = [asked.get('q'), 'Examples', form.dataset['site']].filter(Boolean).join(' – ');
  if (asked.size === 0) return showAll();
  for (const busy of [results, details]) busy.setAttribute('aria-busy', 'true');
  status.textContent = 'Searching …';
  try {
    await (await answering()).show(asked, isAsked);
  } catch (error) {
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
  // What stands there already stays, with the focus that it may have.
  if (results.firstChild !== listed[0]) results.replaceChildren(...listed);
  find('elsewhere').hidden = true;
  showCountsOfAll();
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
const prepare = async (): Promise<unknown> => (await answering()).open();
input.addEventListener('focus', () => void prepare().catch(() => undefined));
void run(askedInAddress(input.value));
