/** What a reader asks: in the form, and in the address, which can be sent, reloaded and gone back to. */

export interface State {
  query: string;
  /** The chosen values of each group that has any. */
  chosen: Map<string, string[]>;
  /** How results are ordered: by fit where it is empty. */
  sort: string;
  page: number;
}

const input = document.getElementById('q') as HTMLInputElement;
const sort = document.getElementById('sort') as HTMLSelectElement;
export const boxes = [...document.querySelectorAll<HTMLInputElement>('#search input[type=checkbox]')];
export const groups = [...new Set(boxes.map(({ name }) => name))];

export const labelOf = (box: HTMLInputElement): string => box.labels?.[0]?.firstElementChild?.textContent ?? box.value;
export const titleOfGroup = (group: string): string =>
  (document.querySelector(`[data-group="${group}"] legend`)?.textContent ?? group).toLowerCase();

export function stateOfForm(): State {
  const chosen = new Map<string, string[]>();
  for (const box of boxes) if (box.checked) chosen.set(box.name, [...(chosen.get(box.name) ?? []), box.value]);
  return { query: input.value.trim(), chosen, sort: sort.value, page: 1 };
}

/** Reads the address, and writes what it says into the form. */
export function stateOfAddress(): State {
  const parameters = new URLSearchParams(location.search);
  input.value = parameters.get('q') ?? '';
  for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
  const order = parameters.get('sort') ?? '';
  sort.value = [...sort.options].some(({ value }) => value === order) ? order : '';
  const page = Number(parameters.get('page'));
  return { ...stateOfForm(), page: Number.isInteger(page) && page > 1 ? page : 1 };
}

export function addressOf({ query, chosen, sort: order, page }: State): string {
  const parameters = new URLSearchParams();
  if (query) parameters.set('q', query);
  for (const [group, list] of chosen) for (const value of list) parameters.append(group, value);
  if (order) parameters.set('sort', order);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}

/** The same search without one group of filters, or without any. */
export const without = (state: State, group?: string): State => ({
  ...state,
  chosen: new Map(group === undefined ? [] : [...state.chosen].filter(([name]) => name !== group)),
  page: 1,
});
