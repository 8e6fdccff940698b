/** What the page of a place, and the list of all places, show. */
import { groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import type { Place } from '../entries.ts';
import { counted, kindAndRegion } from '../words.ts';
import { bodyOf } from './body.ts';
import { mapView } from './change-map.ts';
import { cards, sourceItems } from './cards.ts';
import { regionList } from './where.ts';

export function placeView(library: Library, place: Place) {
  const text = library.pageText();
  const summary = text.brief(place.data.summary);
  const body = bodyOf(text, place);
  const all = library.examplesByPlace.get(place.id) ?? [];
  const examples = cards(text, all.slice(0, groupSize));
  const shown = new Set(all.flatMap(({ areas }) => areas));
  const areas = library.areas
    .map((area) => ({ area, chosen: place.areas.includes(area), shown: shown.has(area) }))
    .filter((one) => one.chosen || one.shown);
  const map = library.changeMaps.find((one) => one.place === place);
  return {
    place,
    regions: library.regions,
    /** The examples of its region, where they are from several places. */
    regionUrl: regionList(library, place.region.slug),
    summary,
    body,
    examples,
    total: all.length,
    areas,
    sources: sourceItems(library, place.data.sources),
    claims: library.evidence.place.get(place.id)?.claims.length ?? 0,
    takenUp: library.takenUpBy.get(place.id) ?? [],
    plan: map && mapView(library, map, text),
  };
}

export function placeCards(library: Library, places: readonly Place[]) {
  const text = library.pageText();
  return places.map((place) => ({
    url: place.url,
    title: place.data.title,
    summary: text.text(place.data.summary),
    count: `${kindAndRegion(place)}. ${counted(library.examplesByPlace.get(place.id)?.length ?? 0, 'example')}`,
  }));
}
