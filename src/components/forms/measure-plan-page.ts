/** The plan: keeps the ticks in the address, and sets what is ticked in tables to fill in by hand. */
import { element, find } from '../element.ts';
import { addressOf, haveOf } from './measure-plan.ts';

const form = find<HTMLFormElement>('have');
const status = find('status');
const actions = find('actions');
const plan = find('plan');
const tables = find('plan-tables');
const skeleton = find<HTMLTemplateElement>('plan-table');

const areas = [...form.querySelectorAll('fieldset')];
const boxesIn = (within: ParentNode): HTMLInputElement[] => [...within.querySelectorAll<HTMLInputElement>('input')];
const boxes = boxesIn(form);
const known = new Set(boxes.map(({ value }) => value));

const part = (within: ParentNode | null, selector: string): HTMLElement => {
  const found = within?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the plan has no ${selector}`);
  return found;
};

/** What a box's measure says, and what it is a part of. */
const wordsOf = (box: HTMLInputElement): HTMLElement => part(box.closest('label'), '.words');
const parentOf = (box: HTMLInputElement): HTMLInputElement | null =>
  box.closest('li')?.parentElement?.closest('li')?.querySelector('input') ?? null;

function rowOf(box: HTMLInputElement, blank: HTMLElement): HTMLElement {
  const row = blank.cloneNode(true) as HTMLElement;
  const head = part(row, 'th');
  const parent = parentOf(box);
  head.append(...[...wordsOf(box).childNodes].map((node) => node.cloneNode(true)));
  if (parent) {
    const of = `Part of: ${part(wordsOf(parent), '.text').textContent.trim()}`;
    head.prepend(element('p', { className: 'of' }, of));
  }
  return row;
}

/** The table of an area, where anything of it is ticked. */
function tableOf(area: HTMLFieldSetElement): HTMLElement[] {
  const ticked = boxesIn(area).filter(({ checked }) => checked);
  if (!ticked.length) return [];
  const title = part(area, 'legend').textContent.trim();
  const region = part(skeleton.content, '[role="region"]').cloneNode(true) as HTMLElement;
  region.setAttribute('aria-label', `Plan: ${title}`);
  part(region, 'caption').append(element('h3', {}, title));
  const body = part(region, 'tbody');
  const blank = part(body, 'tr');
  body.replaceChildren(...ticked.map((box) => rowOf(box, blank)));
  return [region];
}

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

/** Shows what is ticked. `unknown` are those that an address names and the list does not have. */
function show(unknown: number = 0): void {
  const made = areas.flatMap(tableOf);
  const ticked = boxes.filter(({ checked }) => checked).length;
  tables.replaceChildren(...made);
  plan.hidden = ticked === 0;
  actions.hidden = ticked === 0;
  status.textContent = [
    ticked
      ? `${ticked} of ${counted(boxes.length, 'measure')} ticked, in ${counted(made.length, 'area')}.`
      : 'Nothing is ticked yet. Tick what you have, and your plan is made of it.',
    ...(unknown
      ? [`The address names ${counted(unknown, 'measure')} that ${unknown === 1 ? 'is' : 'are'} not in the list.`]
      : []),
  ].join(' ');
}

const address = (): string =>
  addressOf(
    location.pathname,
    boxes.filter(({ checked }) => checked).map(({ value }) => value),
  );

/** Ticks what the address names. What was ticked before this script came stays so, where `keep` is true. */
function read(keep: boolean): void {
  const have = haveOf(location.search);
  for (const box of boxes) box.checked = have.has(box.value) || (keep && box.checked);
  show([...have].filter((one) => !known.has(one)).length);
}

form.addEventListener('change', () => {
  history.replaceState(null, '', address());
  show();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  (plan.hidden ? status : find('your-plan')).focus();
});
addEventListener('popstate', () => read(false));
find('clear').addEventListener('click', () => {
  for (const box of boxes) box.checked = false;
  // A step of its own, so that going back brings the ticks back.
  history.pushState(null, '', address());
  show();
  status.focus();
});
find('print').addEventListener('click', () => print());

read(true);
