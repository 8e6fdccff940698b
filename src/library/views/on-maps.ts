/** The items of change maps that an example or a factor shows. */
import { groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import { itemUrl } from './change-map.ts';

/** The first few items that the page at `to` shows, such as examples/SLUG, and the maps that they are on. */
export function onMapsView(library: Library, to: string) {
  const all = library.onMaps.get(to) ?? [];
  const shown = all.slice(0, groupSize);
  const maps = [...new Set(shown.map(({ map }) => map))].map((map) => ({
    url: map.url,
    place: map.place.data.title,
    items: shown.filter((one) => one.map === map).map(({ item }) => ({ url: itemUrl(map, item.id), text: item.text })),
  }));
  return { maps, more: all.length - shown.length };
}
export type OnMapsView = ReturnType<typeof onMapsView>;
