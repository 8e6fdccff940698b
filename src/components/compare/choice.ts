/** Which examples are chosen, as the address of the compare page says, and what they share. */

/** How many examples stand side by side. */
export const most = 4;

export interface Choice {
  /** The slugs in the order of the address, each once. */
  chosen: string[];
  /** Those that the address names more than once. */
  repeated: string[];
}

/** What the query of an address chooses. */
export function choiceOf(query: string): Choice {
  const named = new URLSearchParams(query)
    .getAll('example')
    .map((slug) => slug.trim())
    .filter((slug) => slug !== '');
  const chosen = [...new Set(named)];
  return { chosen, repeated: chosen.filter((slug) => named.indexOf(slug) !== named.lastIndexOf(slug)) };
}

/** The address that chooses these examples. */
export const addressOf = (path: string, slugs: readonly string[]): string =>
  slugs.length ? `${path}?${new URLSearchParams(slugs.map((slug) => ['example', slug]))}` : path;

/** How many of the examples name each factor, the factors in the order in which they come first. */
export function namedBy(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const factor of new Set(list)) counts.set(factor, (counts.get(factor) ?? 0) + 1);
  return counts;
}
