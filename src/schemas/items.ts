/** Items of maps and measures with the items under them, each with the path to it in its file. */
import { boxes, type Box, type ChangeMap, type MapItem } from './change-map.ts';
import type { Measure, Measures } from './measures.ts';

export interface Placed<Item> {
  item: Item;
  path: readonly PropertyKey[];
  /** The item that it stands under. */
  parent?: Item;
}

type Under<Item> = Omit<Item, 'items'> & { items?: Omit<Item, 'items'>[] };

/** Every item of a list in its order, those under an item after it. */
function* placed<Item extends Under<Item>>(
  items: readonly Item[],
  path: readonly PropertyKey[],
): Generator<Placed<Item>> {
  for (const [index, item] of items.entries()) {
    yield { item, path: [...path, index] };
    for (const [under, child] of (item.items ?? []).entries())
      yield { item: { ...child, items: [] } as unknown as Item, path: [...path, index, 'items', under], parent: item };
  }
}

export interface PlacedInMap extends Placed<MapItem> {
  box: Box;
}

/** Every item of a map, box by box. */
export const mapItems = (map: ChangeMap): PlacedInMap[] =>
  boxes.flatMap((box) => [...placed(map[box], [box])].map((one) => ({ ...one, box })));

/** Every measure of a file. */
export const measureItems = ({ measures }: Measures): Placed<Measure>[] => [...placed(measures, ['measures'])];
