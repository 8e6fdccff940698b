/** The page on which to offer an example. What is written stays on it: nothing is sent, and nothing is kept. */
import { element, find } from '../element.ts';
import { answersIn, itemsIn, type Answers, type Fault } from './offer-answers.ts';
import { fileOf, messageTo, slugOf } from './offer-file.ts';

const questions = find('questions');
const summary = find('faults');
const result = find('result');
const text = find('text');
const file = find<HTMLAnchorElement>('file');
const message = find<HTMLAnchorElement>('message');
const said = find('said');
const title = document.title;
const team = message.pathname;

/** Whether there are answers that would be lost. */
let unsaved = false;
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});
for (const way of [file, message, find('copy')]) way.addEventListener('click', () => (unsaved = false));

let ticks = 0;
questions.addEventListener('input', ({ target }) => {
  unsaved = true;
  // What was shown is no longer what stands in the answers.
  result.hidden = true;
  if (target instanceof HTMLInputElement) target.dataset['at'] = String((ticks += 1));
});

/** Ticks what the address names, as links to this page do. */
for (const [key, value] of new URLSearchParams(location.search)) {
  const question = questions.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const choice = question?.querySelector<HTMLInputElement | HTMLOptionElement>(`[value="${CSS.escape(value)}"]`);
  if (choice instanceof HTMLInputElement) choice.checked = true;
  else if (choice) choice.selected = true;
}

/** Gives an item its number, in all that it says and in the names that tie its parts together. */
function number(question: HTMLElement, item: HTMLElement, to: number): void {
  const names = new RegExp(`^${question.id}-\\d+-`);
  for (const part of item.querySelectorAll('*'))
    for (const name of ['id', 'for', 'name', 'aria-describedby']) {
      const value = part.getAttribute(name);
      if (value) part.setAttribute(name, value.replace(names, `${question.id}-${to}-`));
    }
  for (const shown of item.querySelectorAll('.number')) shown.textContent = String(to);
}

function emptied(item: HTMLElement): HTMLElement {
  const copy = item.cloneNode(true) as HTMLElement;
  for (const fault of copy.querySelectorAll('.govuk-error-message')) fault.remove();
  for (const control of copy.querySelectorAll<HTMLInputElement>('input, textarea, select')) {
    if (control.type === 'radio' || control.type === 'checkbox') control.checked = false;
    else control.value = '';
  }
  return copy;
}

for (const question of questions.querySelectorAll<HTMLElement>('[data-kind="items"]')) {
  const add = question.querySelector<HTMLButtonElement>(':scope > .add');
  const one = question.dataset['one'] ?? '';
  const blank = emptied(itemsIn(question)[0] as HTMLElement);
  const settle = (): void => {
    const items = itemsIn(question);
    items.forEach((item, index) => {
      number(question, item, index + 1);
      const remove = item.querySelector<HTMLButtonElement>(':scope > .remove');
      if (remove) remove.hidden = items.length === 1;
    });
    if (add) add.hidden = items.length >= Number(question.dataset['mostItems'] ?? Infinity);
  };
  add?.addEventListener('click', () => {
    const item = blank.cloneNode(true) as HTMLElement;
    itemsIn(question).at(-1)?.after(item);
    settle();
    said.textContent = `${one} ${itemsIn(question).length} has been added.`;
    item.querySelector<HTMLElement>('input, textarea, select')?.focus();
  });
  question.addEventListener('click', ({ target }) => {
    const item = target instanceof Element && target.closest('.remove')?.closest<HTMLElement>('.item');
    if (!item) return;
    said.textContent = `${one} ${itemsIn(question).indexOf(item) + 1} has been removed.`;
    item.remove();
    result.hidden = true;
    settle();
    add?.focus();
  });
}

function clearFaults(): void {
  for (const fault of questions.querySelectorAll('.govuk-error-message')) fault.remove();
  for (const control of questions.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid');
  for (const described of questions.querySelectorAll('[aria-describedby]')) {
    const ids = described.getAttribute('aria-describedby')?.split(' ') ?? [];
    const kept = ids.filter((id) => !id.endsWith('-fault'));
    if (kept.length) described.setAttribute('aria-describedby', kept.join(' '));
    else described.removeAttribute('aria-describedby');
  }
  summary.hidden = true;
  document.title = title;
}

/** Says a fault beside its question, and ties it to where it is mended. */
function showFault({ question, control, message: words }: Fault): void {
  const described = question instanceof HTMLFieldSetElement && !control.closest('.another') ? question : control;
  const id = `${control.id || question.id}-fault`;
  if (!document.getElementById(id)) {
    const shown = element('p', { className: 'govuk-error-message', id }, `${words}.`);
    (question.querySelector(':scope > .hint') ?? question.firstElementChild)?.after(shown);
    described.setAttribute('aria-describedby', `${described.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
  }
  if (!(control instanceof HTMLInputElement && control.type === 'radio')) control.setAttribute('aria-invalid', 'true');
}

function showFaults(faults: readonly Fault[]): void {
  const links = faults.map((fault) => {
    const link = element('a', { href: `#${fault.control.id || fault.question.id}` }, fault.message);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      fault.question.scrollIntoView();
      fault.control.focus({ preventScroll: true });
    });
    return element('li', {}, link);
  });
  summary.querySelector('ul')?.replaceChildren(...links);
  faults.forEach(showFault);
  summary.hidden = false;
  document.title = `Error: ${title}`;
  summary.scrollIntoView();
  summary.focus({ preventScroll: true });
}

let address = '';
function showResult({ values, parts, words, others }: Answers): void {
  const name = typeof values['title'] === 'string' ? values['title'] : '';
  const fileName = `${slugOf(name)}.mdx`;
  text.textContent = words.join('\n\n');
  URL.revokeObjectURL(address);
  address = URL.createObjectURL(new Blob([fileOf(values, parts, others, new Date())], { type: 'text/plain' }));
  file.href = address;
  file.download = fileName;
  message.href = messageTo(team, name, fileName);
  result.hidden = false;
  find('written').focus();
}

find('finish').addEventListener('click', () => {
  clearFaults();
  const answers = answersIn(questions);
  result.hidden = true;
  if (answers.faults.length) showFaults(answers.faults);
  else showResult(answers);
});

find('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(text.textContent);
    said.textContent = 'The text has been copied.';
    find('copy').textContent = 'Copied';
  } catch {
    // Where a browser does not let a page copy, the text is marked, ready to be copied by hand.
    getSelection()?.selectAllChildren(text);
    said.textContent = 'The text is marked. Copy it with Ctrl and C.';
  }
});
find('print').addEventListener('click', () => print());
