/** What the pages on change maps, and on what recurs in them, show. */
import { boxes, type Box, type ChangeMap, type MapItem } from '../../schemas/change-map.ts';
import type { Reference } from '../../schemas/fields.ts';
import { wholeBody } from '../../markdown/sections.ts';
import { partOf } from '../../schemas/page-reference.ts';
import { boxCounts, drawingOf, ledTo, sumOf, tiesOf } from '../change-maps.ts';
import { groupBy, groupSize, type ListPage } from '../derive.ts';
import type { Library, Place, Recurring } from '../library.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { counted } from '../words.ts';

export const boxInWords: Record<Box, { title: string; short: string; meaning: string }> = {
  issues: { title: 'Issues to be addressed', short: 'Issues', meaning: 'what the place wanted to put right' },
  organisational: {
    title: 'Context in its organisations',
    short: 'Organisations',
    meaning: 'how things stood within the organisations of the place',
  },
  local: { title: 'Local or regional context', short: 'Local', meaning: 'how things stood in the area' },
  national: { title: 'National context', short: 'National', meaning: 'law, money and changes from outside' },
  mechanisms: { title: 'Mechanisms', short: 'Mechanisms', meaning: 'what was done, or was to be done' },
  outcomes: { title: 'Outcomes', short: 'Outcomes', meaning: 'what it was for' },
};

export interface LocalMap {
  id: string;
  data: ChangeMap;
  url: string;
  place: Place;
}

/** The address of an item. */
export const itemUrl = (map: Pick<LocalMap, 'url'>, item: string): string => `${map.url}#${item}`;

export interface Tied {
  url: string;
  /** HTML. */
  text: string;
  because: string;
}
export interface ItemView {
  id: string;
  /** HTML. */
  text: string;
  tags: { title: string; url: string }[];
  shownBy: { title: string; url: string; kind: string; because: string }[];
  leadsTo: Tied[];
  comesFrom: Tied[];
  recurs: { title: string; url: string }[];
  items: ItemView[];
}

const showingPage = (library: Library, to: Reference) =>
  partOf(to) === 'examples' ? library.example(to) : library.factor(to);

export function mapView(library: Library, map: LocalMap) {
  const { data, place } = map;
  const text = library.pageText();
  const ties = tiesOf(data);
  const byFrom = groupBy(ties, ({ from }) => [from]);
  const byTo = groupBy(ties, ({ to }) => [to]);
  const says = new Map<string, string>();
  for (const box of boxes)
    for (const item of data[box]) for (const one of [item, ...item.items]) says.set(one.id, one.text);
  const tied = (id: string, because: string): Tied => ({
    url: `#${id}`,
    text: text.plain(says.get(id) ?? id),
    because: text.plain(because),
  });
  const recurs = groupBy(
    library.recurring.filter(({ items }) => items.some((one) => one.map === map)),
    ({ items }) => items.filter((one) => one.map === map).map(({ item }) => item.id),
  );
  const view = (item: MapItem | MapItem['items'][number]): ItemView => ({
    id: item.id,
    text: text.text(item.text),
    tags: [
      ...item.priorityAreas.map(library.area).map(({ url, data: own }) => ({ url, title: own.shortTitle })),
      ...library.themes
        .filter(({ id }) => item.themes.some((theme) => theme.id === id))
        .map((one) => ({ url: one.url, title: one.data.title })),
    ],
    shownBy: item.links.map(({ to, because }) => {
      const { url, data: own } = showingPage(library, to);
      return {
        url,
        title: own.title,
        kind: partOf(to) === 'examples' ? 'Example' : 'Factor',
        because: text.plain(because),
      };
    }),
    leadsTo: (byFrom.get(item.id) ?? []).map(({ to, because }) => tied(to, because)),
    comesFrom: (byTo.get(item.id) ?? []).map(({ from, because }) => tied(from, because)),
    recurs: (recurs.get(item.id) ?? []).map(({ url, data: own }) => ({ url, title: own.title })),
    items: 'items' in item ? item.items.map(view) : [],
  });
  const lists = boxes.map((box) => ({
    box,
    ...boxInWords[box],
    items: data[box].map(view),
    count: boxCounts(data)[box],
  }));
  return {
    map,
    place,
    lists,
    drawing: drawingOf(data),
    ties: ties.length,
    counts: boxCounts(data),
    notice: library.site.notice,
    sources: data.sources.map(({ source, where }) => `${library.source(source).data.title}, ${where}`),
  };
}

export function mapListView(library: Library, list: ListPage<LocalMap>) {
  return {
    rows: list.items.map((map) => ({ map, counts: boxCounts(map.data) })),
    totals: sumOf(library.changeMaps.map(({ data }) => boxCounts(data))),
    maps: library.changeMaps.length,
    ties: library.changeMaps.reduce((sum, { data }) => sum + tiesOf(data).length, 0),
  };
}

export function recurringCards(text: PageText, groups: readonly Recurring[]) {
  return groups.map(({ url, data, items }) => ({
    url,
    title: data.title,
    summary: text.brief(data.summary),
    count: `${counted(items.length, 'item')} on the maps of ${counted(new Set(items.map(({ map }) => map)).size, 'place')}`,
  }));
}

export function recurringView(library: Library, group: Recurring) {
  const text = library.pageText();
  const summary = text.brief(group.data.summary);
  const body = text.html(wholeBody(group.body));
  const maps = [...new Set(group.items.map(({ map }) => map))].sort(
    (a, b) => library.changeMaps.indexOf(a) - library.changeMaps.indexOf(b),
  );
  const places = maps.map((map) => {
    const items = group.items.filter((one) => one.map === map).map(({ item }) => item);
    const led = ledTo(
      map.data,
      items.map(({ id }) => id),
    );
    const linked = (found: readonly { id: string; text: string }[]) =>
      found.map(({ id, text: own }) => ({ url: itemUrl(map, id), text: text.plain(own) }));
    const own = new Set(items.map(({ id }) => id));
    return {
      place: map.place,
      map,
      items: group.items
        .filter((one) => one.map === map && own.has(one.item.id))
        .map(({ item, box }) => ({
          url: itemUrl(map, item.id),
          text: text.plain(item.text),
          box: boxInWords[box].title,
        })),
      causes: linked(led.causes),
      mechanisms: linked(led.mechanisms),
      outcomes: linked(led.outcomes),
    };
  });
  return { group, summary, body, places, items: group.items.length };
}

/** The items of maps that an example or a factor shows: the first few, and the maps that they are on. */
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
