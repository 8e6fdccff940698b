/** What follows from the maps of change: counts, ties, the drawing, what shows an item. Pure, and linear in the items. */
import { boxes, type Box, type ChangeMap, type MapItem } from '../schemas/change-map.ts';
import { mapItems } from '../schemas/items.ts';
import { groupBy } from './derive.ts';

export interface Tie {
  /** The ids of two items of one map. */
  from: string;
  to: string;
  because: string;
}

/** The pairs of items that a map calls on the same subject, each under both of its items. */
export function sameSubject(map: ChangeMap): Map<string, { id: string; because: string }[]> {
  const pairs = mapItems(map).flatMap(({ item }) =>
    item.sameSubject.map(({ with: other, because }) => ({ ids: [item.id, other], because })),
  );
  return new Map(
    [...groupBy(pairs, ({ ids }) => ids)].map(([id, own]) => [
      id,
      own.map(({ ids, because }) => ({ id: ids.find((one) => one !== id) ?? id, because })),
    ]),
  );
}

/** Every tie that the source makes, in the order of the map's items. */
export const tiesOf = (map: ChangeMap): Tie[] =>
  mapItems(map).flatMap(({ item }) => item.leads.map(({ to, because }) => ({ from: item.id, to, because })));

export type Counts = Record<Box | 'all', number>;

/** How many items each box of a map has, those under others counted, and all together. */
export function boxCounts(map: ChangeMap): Counts {
  const counts = Object.fromEntries([...boxes, 'all'].map((box) => [box, 0])) as Counts;
  for (const { box } of mapItems(map)) {
    counts[box] += 1;
    counts.all += 1;
  }
  return counts;
}

function neighbours(ties: readonly Tie[]): { onward: Map<string, string[]>; back: Map<string, string[]> } {
  const onward = new Map<string, string[]>();
  const back = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, key: string, value: string) => to.set(key, [...(to.get(key) ?? []), value]);
  for (const { from, to } of ties) {
    add(onward, from, to);
    add(back, to, from);
  }
  return { onward, back };
}

/** For each item that has ties: itself, all that it leads to, and all that leads to it, however many steps away. */
export function chains(ties: readonly Tie[]): Map<string, { onward: Set<string>; back: Set<string> }> {
  const next = neighbours(ties);
  const reached = (start: string, steps: ReadonlyMap<string, string[]>): Set<string> => {
    const seen = new Set([start]);
    for (const id of seen) for (const other of steps.get(id) ?? []) seen.add(other);
    return seen;
  };
  const tied = new Set(ties.flatMap(({ from, to }) => [from, to]));
  return new Map([...tied].map((id) => [id, { onward: reached(id, next.onward), back: reached(id, next.back) }]));
}

/** The columns of the drawing, left to right, with the boxes that stand in each. */
const columns: readonly (readonly Box[])[] = [['organisational', 'local', 'national'], ['mechanisms'], ['outcomes']];
/** Where each column begins and ends, in hundredths of the width. The style of the drawing has the same. */
const edges = [
  [0, 28],
  [36, 64],
  [72, 100],
] as const;
const headingRows = 2;
const lettersARow = 33;

export interface Cell {
  item: MapItem;
  under: boolean;
  /** How many rows it is high: about one for each line of its text. */
  rows: number;
  classes: string[];
}
export interface Drawing {
  columns: { box: Box; cells: Cell[] }[][];
  /** The height in rows. */
  rows: number;
  lines: { path: string; classes: string[] }[];
}

/**
 * What the source ties, as it is drawn: the items that it joins to none stand in the lists alone. Rows are all of one height, whatever the size of the text, so that a line between two items
 * can be drawn before anybody knows how high a row is. An item with ties has the class nN for a number N of its own;
 * it, and all that lights up with it, have the class wN.
 */
export function drawingOf(map: ChangeMap): Drawing {
  const ties = tiesOf(map);
  const chain = chains(ties);
  const number = new Map([...chain.keys()].map((id, index) => [id, index + 1]));
  const litBy = new Map<string, string[]>();
  for (const [id, { onward, back }] of chain)
    for (const other of new Set([...onward, ...back]))
      litBy.set(other, [...(litBy.get(other) ?? []), `w${number.get(id) ?? 0}`]);
  const at = new Map<string, { column: number; y: number }>();
  const items = mapItems(map).filter(({ item }) => chain.has(item.id));
  let rows = 0;
  const drawn = columns.map((own, column) => {
    let y = 0;
    const parts = own.flatMap((box) => {
      const inBox = items.filter((item) => item.box === box);
      if (inBox.length === 0) return [];
      y += headingRows;
      const cells = inBox.map(({ item, parent }): Cell => {
        const under = parent !== undefined;
        const height = 1 + Math.ceil(item.text.length / (under ? lettersARow - 3 : lettersARow));
        at.set(item.id, { column, y: y + height / 2 });
        y += height;
        const own = number.get(item.id);
        return {
          item,
          under,
          rows: height,
          classes: [...(own === undefined ? [] : [`n${own}`]), ...(litBy.get(item.id) ?? [])],
        };
      });
      return [{ box, cells }];
    });
    rows = Math.max(rows, y);
    return parts;
  });
  const lines = ties.flatMap(({ from, to }) => {
    const [start, end] = [at.get(from), at.get(to)];
    if (!start || !end) return [];
    const classes = [...chain]
      .filter(([, { onward, back }]) => (onward.has(from) && onward.has(to)) || (back.has(from) && back.has(to)))
      .map(([id]) => `w${number.get(id) ?? 0}`);
    return [{ path: curve(start, end), classes }];
  });
  return { columns: drawn, rows, lines };
}

/** From the right edge of one item to the left edge of another; to its right edge, where that is no further right. */
function curve(start: { column: number; y: number }, end: { column: number; y: number }): string {
  const right = (column: number): number => edges[column]?.[1] ?? 0;
  const left = (column: number): number => edges[column]?.[0] ?? 0;
  const x1 = right(start.column);
  const onward = end.column > start.column;
  const x2 = onward ? left(end.column) : right(end.column);
  const [c1, c2] = onward ? [x1 + 4, x2 - 4] : [x1 + 6, x2 + 6];
  return `M${x1} ${start.y}C${c1} ${start.y} ${c2} ${end.y} ${x2} ${end.y}`;
}

/** What several items of maps led to, as far as the ties tell: the mechanisms, and the outcomes of either. */
export function ledTo(
  map: ChangeMap,
  ids: readonly string[],
): { mechanisms: MapItem[]; outcomes: MapItem[]; causes: MapItem[] } {
  const items = new Map(mapItems(map).map((placed) => [placed.item.id, placed]));
  const { onward, back } = neighbours(tiesOf(map));
  const inBox = (found: Iterable<string>, wanted: readonly Box[]): MapItem[] => {
    const kept = new Set(found);
    return [...items.values()]
      .filter(({ box, item }) => wanted.includes(box) && kept.has(item.id))
      .map((one) => one.item);
  };
  const own = new Set(ids);
  const direct = new Set(ids.flatMap((id) => onward.get(id) ?? []));
  const mechanisms = inBox(direct, ['mechanisms']).filter(({ id }) => !own.has(id));
  const before = new Set(ids.flatMap((id) => back.get(id) ?? []));
  return {
    mechanisms,
    outcomes: inBox([...direct, ...mechanisms.flatMap(({ id }) => onward.get(id) ?? [])], ['outcomes']).filter(
      ({ id }) => !own.has(id),
    ),
    causes: inBox(
      [...before].filter((id) => !own.has(id)),
      ['issues', 'organisational', 'local', 'national'],
    ),
  };
}
