/** What the search knows of an example, and what it can be narrowed by. */
import { urls } from '../../config/urls.ts';
import { groupBy, strongestBasis } from '../derive.ts';
import type { Library } from '../library.ts';
import type { Example } from '../entries.ts';
import { kindAndRegion, monthInWords, stageInWords } from '../words.ts';

/**
 * What an example can be found by in the search, as the groups below offer it. Kinds of authority go by another name
 * than kind, since the search has a filter of that name: it tells examples, factors and other pages apart.
 */
export const searchFilters = ({ areas, themes, place, groups }: Example) => ({
  area: areas.map(({ id }) => id),
  theme: themes.map(({ id }) => id),
  place: [place.id],
  group: groups.map(({ slug }) => slug),
  kind: place.kinds.map(({ slug }) => slug),
  region: [place.region.slug],
});

export const searchedExample = (example: Example) =>
  ({
    kind: 'example',
    filters: {
      ...searchFilters(example),
      asOf: [example.data.asOf],
      evidence: [strongestBasis(example.data.changes) ?? 'none'],
    },
    sort: { asOf: example.data.asOf },
    meta: {
      place: example.place.data.title,
      where: kindAndRegion(example.place),
      stage: stageInWords[example.data.stage],
      asOf: monthInWords(example.data.asOf),
      // Never shown: so that the names of its areas and themes find it, though they stand beside the text.
      tags: [
        ...new Set([
          ...example.areas.flatMap(({ data }) => [data.shortTitle, data.title]),
          ...example.themes.map(({ data }) => data.title),
        ]),
      ].join(', '),
    },
  }) as const;

/** The groups of tick-boxes of the search, each with how many examples it would give. */
export function searchGroups(library: Library) {
  const options = (
    items: readonly { id: string; url: string; data: { title: string; shortTitle?: string } }[],
    found: ReadonlyMap<string, unknown[]>,
  ) =>
    items.map(({ id, url, data }) => ({
      id,
      url,
      title: data.shortTitle ?? data.title,
      count: found.get(id)?.length ?? 0,
    }));
  const labelled = (
    items: readonly { slug: string; title: string }[],
    labelsOf: (example: Example) => readonly { slug: string }[],
    by?: string,
  ) => {
    const found = groupBy(library.examples, (example) => labelsOf(example).map(({ slug }) => slug));
    return items.map(({ slug, title }) => ({
      id: slug,
      // Results name it too, as a link.
      url: by === undefined ? undefined : urls.whereBy(by, slug),
      title,
      count: found.get(slug)?.length ?? 0,
    }));
  };
  return [
    { key: 'area', title: 'Priority area', options: options(library.areas, library.examplesByArea) },
    { key: 'theme', title: 'Theme', options: options(library.themes, library.examplesByTheme) },
    { key: 'place', title: 'Place', options: options(library.places, library.examplesByPlace) },
    { key: 'group', title: 'Who was involved', options: labelled(library.groups, ({ groups }) => groups) },
    {
      key: 'kind',
      title: 'Kind of authority',
      options: labelled(library.kinds, ({ place }) => place.kinds, 'kind').filter(({ count }) => count > 0),
    },
    {
      key: 'region',
      title: 'Region',
      options: labelled(library.regions, ({ place }) => [place.region]).filter(({ count }) => count > 0),
    },
  ];
}
