/** What a reader asks, in the form and in the address, which can be sent, reloaded and gone back to. */
export const form = document.getElementById('search') as HTMLFormElement;
const input = document.getElementById('q') as HTMLInputElement;
const sort = document.getElementById('sort') as HTMLSelectElement;
export const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];

/** What the form asks, as its own address would say it. */
export const askedInForm = (): URLSearchParams =>
  new URLSearchParams(
    [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]).filter(([, value]) => value !== ''),
  );

/** Reads the address, and writes what it says into the form. `typed`, before the script came to run, stays there. */
export function askedInAddress(typed = ''): URLSearchParams {
  const said = new URLSearchParams(location.search);
  input.value = said.get('q') ?? '';
  for (const box of boxes) box.checked = said.getAll(box.name).includes(box.value);
  const order = said.get('sort') ?? '';
  sort.value = [...sort.options].some(({ value }) => value === order) ? order : '';
  const asked = changed(askedInForm(), { page: said.get('page') ?? '' });
  if (typed) input.value = typed;
  return asked;
}

export const addressOf = (asked: URLSearchParams): string => location.pathname + (asked.size ? `?${asked}` : '');

/** The same with other values; an empty one is left out. */
export function changed(asked: URLSearchParams, values: Readonly<Record<string, string>>): URLSearchParams {
  const other = new URLSearchParams(asked);
  for (const [name, value] of Object.entries(values)) value ? other.set(name, value) : other.delete(name);
  return other;
}
