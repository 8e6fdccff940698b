/** What the page of a place shows of its change map. */
import { boxes, type Box, type MapItem } from '../../schemas/change-map.ts';
import { boxCounts, drawingOf, sameSubject, tiesOf } from '../change-maps.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { groupBy } from '../derive.ts';
import type { Library } from '../library.ts';
import type { LocalMap } from '../entries.ts';
import { counted } from '../words.ts';
import { creditsOf, showingPage } from './cards.ts';

export const boxInWords: Record<Box, { title: string; short: string; meaning: string }> = {
  issues: { title: 'Issues to be addressed', short: 'Issues', meaning: 'what the place wanted to put right' },
  organisational: {
    title: 'Context in its organisations',
    short: 'Organisations',
    meaning: 'how things stood within the organisations of the place',
  },
  local: { title: 'Local or regional context', short: 'Local', meaning: 'how things stood in the area' },
  national: { title: 'National context', short: 'National', meaning: 'law, money and changes from outside' },
  mechanisms: { title: 'Mechanisms', short: 'Mechanisms', meaning: 'what was planned or needed' },
  outcomes: { title: 'Outcomes', short: 'Outcomes', meaning: 'what was hoped for' },
};

/** The address of an item. */
export const itemUrl = (map: Pick<LocalMap, 'place'>, item: string): string => `${map.place.url}#${item}`;

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
  sameSubject: Tied[];
  recurs: { title: string; url: string }[];
  items: ItemView[];
}

export function mapView(library: Library, map: LocalMap, text: PageText) {
  const { data, place } = map;
  const counts = boxCounts(data);
  const ties = tiesOf(data);
  const byFrom = groupBy(ties, ({ from }) => [from]);
  const byTo = groupBy(ties, ({ to }) => [to]);
  const same = sameSubject(data);
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
    shownBy: item.links.map(({ to, because }) => ({ ...showingPage(library, to), because: text.plain(because) })),
    leadsTo: (byFrom.get(item.id) ?? []).map(({ to, because }) => tied(to, because)),
    comesFrom: (byTo.get(item.id) ?? []).map(({ from, because }) => tied(from, because)),
    sameSubject: (same.get(item.id) ?? []).map(({ id, because }) => tied(id, because)),
    recurs: (recurs.get(item.id) ?? []).map(({ url, data: own }) => ({ url, title: own.title })),
    items: 'items' in item ? item.items.map(view) : [],
  });
  return {
    title: `What ${place.data.title} planned`,
    summary: `How ${place.data.title} said that change would come about: ${counted(counts.all, 'item')}.${ties.length ? ` The source joins ${counted(ties.length, 'pair')} of them.` : ''}`,
    place,
    lists: boxes.map((box) => ({ ...boxInWords[box], items: data[box].map(view), count: counts[box] })),
    drawing: drawingOf(data),
    ties: ties.length,
    notice: library.site.notice,
    sources: creditsOf(library, data.sources),
  };
}
