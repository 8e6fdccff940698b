/** What is covered by how many examples. */

/** How many items have each pair of a row and a column, in one pass. */
export function countPairs<T>(
  items: Iterable<T>,
  rowsOf: (item: T) => Iterable<string>,
  columnsOf: (item: T) => Iterable<string>,
): (row: string, column: string) => number {
  const counts = new Map<string, Map<string, number>>();
  for (const item of items) {
    const columns = new Set(columnsOf(item));
    for (const row of new Set(rowsOf(item))) {
      const own = counts.get(row) ?? new Map<string, number>();
      for (const column of columns) own.set(column, (own.get(column) ?? 0) + 1);
      counts.set(row, own);
    }
  }
  return (row, column) => counts.get(row)?.get(column) ?? 0;
}

/** How a place stands to an area: it chose it, an example of it is from there, both, or neither. */
export const standings = ['both', 'chosen', 'shown', 'neither'] as const;
export type Standing = (typeof standings)[number];

export const standingOf = (chosen: boolean, count: number): Standing =>
  chosen ? (count ? 'both' : 'chosen') : count ? 'shown' : 'neither';
