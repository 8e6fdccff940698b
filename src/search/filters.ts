/** What the chosen filters leave of the examples found, in which order, and what each other filter would leave. */
import type { Index } from './pagefind.ts';
import type { FoundPage } from './question.ts';
import { boxes } from './state.ts';

/** The pages that the chosen values of each group leave: any of them will do. */
export type Masks = ReadonlyMap<string, ReadonlySet<string>>;

export async function masksOf({ pagesWith }: Index, asked: URLSearchParams): Promise<Masks> {
  const masks = new Map<string, Set<string>>();
  for (const { name, value } of boxes.filter((box) => asked.getAll(box.name).includes(box.value)))
    masks.set(name, new Set([...(masks.get(name) ?? []), ...(await pagesWith(name, value)).keys()]));
  return masks;
}

/** Those that are in every group's pages but those of `except`. */
export function left(pages: readonly FoundPage[], masks: Masks, except?: string): FoundPage[] {
  const others = [...masks].filter(([group]) => group !== except);
  return pages.filter(({ id }) => others.every(([, mask]) => mask.has(id)));
}

/** By the values of a filter, as a choice of the order names them; equals stay in the order of fit. */
export async function inOrder({ pagesWith }: Index, pages: readonly FoundPage[], order: HTMLOptionElement | null) {
  const { filter, values } = order?.dataset ?? {};
  if (filter === undefined || values === undefined) return [...pages];
  const found = await Promise.all(values.split(' ').map((value) => pagesWith(filter, value)));
  const ranks = new Map(found.flatMap((own, rank) => [...own.keys()].map((id) => [id, rank])));
  const rankOf = ({ id }: FoundPage): number => ranks.get(id) ?? found.length;
  return [...pages].sort((a, b) => rankOf(a) - rankOf(b));
}

const countIn = (box: HTMLInputElement): HTMLElement | null | undefined =>
  box.nextElementSibling?.querySelector<HTMLElement>('[data-count]');

/** Says on each box how many examples it has. */
export function showCountsOfAll(): void {
  for (const box of boxes) {
    const shown = countIn(box);
    if (shown) shown.textContent = shown.dataset['count'] ?? '';
    box.nextElementSibling?.classList.remove('gives-none');
  }
}

/** Says on each box how many examples it would give with the other groups as they are. */
export async function showCounts(index: Index, answering: readonly FoundPage[], masks: Masks, isAsked: () => boolean) {
  const groups = [...new Set(boxes.map(({ name }) => name))].map((name) => boxes.filter((box) => box.name === name));
  // The largest last: the fewer values Pagefind has loaded, the sooner it answers.
  for (const group of groups.sort((a, b) => a.length - b.length)) {
    const pagesOf = await Promise.all(group.map(({ name, value }) => index.pagesWith(name, value)));
    if (!isAsked()) return;
    const pages = left(answering, masks, group[0]?.name);
    group.forEach((box, at) => {
      const count = pages.filter(({ id }) => pagesOf[at]?.has(id)).length;
      const shown = countIn(box);
      if (shown) shown.textContent = String(count);
      box.nextElementSibling?.classList.toggle('gives-none', count === 0);
    });
  }
}
