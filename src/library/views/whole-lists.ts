/** The lists of examples that pages of their own show, page by page. */
import { urls } from '../../config/urls.ts';
import { groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import type { Example } from '../entries.ts';

/** Lists of all examples of one theme, area, place or factor, where its own page shows only the first few. */
export function wholeLists({ areas, themes, places, factors, ...library }: Library) {
  const listsOf = <T extends { id: string; url: string; data: { title: string } }>(
    part: string,
    /** The list that the one belongs to. */
    above: { title: string; url: string },
    items: readonly T[],
    examplesOf: (item: T) => readonly Example[] | undefined,
  ) =>
    items.map((item) => ({
      params: { part, id: item.id },
      props: { title: item.data.title, url: item.url, above },
      examples: examplesOf(item) ?? [],
    }));
  const whatHelped = { title: 'What helped', url: urls.themes };
  return [
    ...listsOf('priority-areas', { title: 'Priority areas', url: urls.priorityAreas }, areas, ({ id }) =>
      library.examplesByArea.get(id),
    ),
    ...listsOf('themes', whatHelped, themes, ({ id }) => library.examplesByTheme.get(id)),
    ...listsOf('places', { title: 'Places', url: urls.places() }, places, ({ id }) => library.examplesByPlace.get(id)),
    ...listsOf('factors', whatHelped, factors, ({ meanings }) => [...new Set(meanings.map(({ example }) => example))]),
  ].filter(({ examples }) => examples.length > groupSize);
}
