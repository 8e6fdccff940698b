/** What the page on something that recurs in the change maps shows. */
import { ledTo } from '../change-maps.ts';
import type { Library } from '../library.ts';
import type { Recurring } from '../entries.ts';
import { bodyOf } from './body.ts';
import { boxInWords, itemUrl } from './change-map.ts';

export function recurringView(library: Library, group: Recurring) {
  const text = library.pageText();
  const summary = text.brief(group.data.summary);
  const body = bodyOf(text, group);
  const maps = [...new Set(group.items.map(({ map }) => map))].sort(
    (a, b) => library.changeMaps.indexOf(a) - library.changeMaps.indexOf(b),
  );
  const places = maps.map((map) => {
    const own = group.items.filter((one) => one.map === map);
    const { causes, mechanisms, outcomes } = ledTo(
      map.data,
      own.map(({ item }) => item.id),
    );
    const link = (item: { id: string; text: string }) => ({ url: itemUrl(map, item.id), text: text.plain(item.text) });
    return {
      place: map.place,
      map,
      items: own.map(({ item, box }) => ({ ...link(item), box: boxInWords[box].title })),
      causes: causes.map(link),
      mechanisms: mechanisms.map(link),
      outcomes: outcomes.map(link),
    };
  });
  return { group, summary, body, places, items: group.items.length };
}
