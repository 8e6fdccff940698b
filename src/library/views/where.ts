/** What the pages on where the examples are from show. */
import { urls } from '../../config/urls.ts';
import { groupBy, groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import { counted } from '../words.ts';

/** The address of the examples from a region, where they are from several places. */
export const regionList = ({ shownByRegion }: Library, slug: string): string | undefined =>
  (shownByRegion.get(slug)?.length ?? 0) > 1 ? urls.whereBy('region', slug) : undefined;

/** The regions, each with its places, the most examples first, and how many there are of both. */
export function whereView(library: Library) {
  const countOf = (place: { id: string }): number => library.examplesByPlace.get(place.id)?.length ?? 0;
  const sum = (places: readonly { id: string }[]): number => places.reduce((all, place) => all + countOf(place), 0);
  const byRegion = groupBy(library.places, ({ region }) => [region.slug]);
  const byKind = groupBy(library.places, ({ kinds }) => kinds.map(({ slug }) => slug));
  const regions = library.regions.map((region) => {
    const places = byRegion.get(region.slug) ?? [];
    const shown = places
      .map((place) => ({ place, count: countOf(place) }))
      .sort((a, b) => b.count - a.count)
      .slice(0, groupSize);
    const [from] = library.shownByRegion.get(region.slug) ?? [];
    const list = regionList(library, region.slug);
    return {
      ...region,
      shown,
      places: places.length,
      examples: sum(places),
      /** Its examples, where they are from several places. */
      list,
      /** The same, or else its one place. */
      url: list ?? from?.url,
    };
  });
  const kinds = library.kinds.map((kind) => {
    const places = byKind.get(kind.slug) ?? [];
    return { ...kind, places: places.length, examples: sum(places) };
  });
  const none = regions.filter(({ examples }) => examples === 0).length;
  const summary = `${counted(library.examples.length, 'example')} from ${counted(regions.length - none, 'region')} of ${regions.length}. ${
    none ? `${counted(none, 'region')} ${none === 1 ? 'has' : 'have'} no example yet.` : 'Every region has one.'
  }`;
  return { summary, regions, kinds, email: library.site.contact.email };
}

/** The lists of examples from several places of a region, or from places with a kind of authority, with those places. */
export function whereLists(library: Library) {
  const { examples, regions, kinds } = library;
  const lists = {
    region: {
      all: regions
        .filter(({ slug }) => regionList(library, slug) !== undefined)
        .map((region) => ({ ...region, summary: '' })),
      found: groupBy(examples, ({ place }) => [place.region.slug]),
    },
    kind: { all: kinds, found: groupBy(examples, ({ place }) => place.kinds.map(({ slug }) => slug)) },
  };
  return (['region', 'kind'] as const).flatMap((by) =>
    lists[by].all.flatMap(({ slug, title, summary }) => {
      const own = lists[by].found.get(slug);
      if (!own) return [];
      const places = [...new Set(own.map(({ place }) => place))].map((place) => ({
        place,
        count: counted(own.filter((example) => example.place === place).length, 'example'),
      }));
      const count = `${title}: ${counted(own.length, 'example')} from ${counted(places.length, 'place')}.`;
      return [{ by, id: slug, title, summary: [summary, count].filter(Boolean).join(' '), places, examples: own }];
    }),
  );
}
