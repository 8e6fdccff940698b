/** The paths of every page that is made from content, as Astro's getStaticPaths wants them. */
import { groupSize } from './derive.ts';
import { getLibrary, type Example } from './library.ts';
import { pagesOf } from './list-paths.ts';
import { urls } from '../config/urls.ts';
import { mostNamed } from './views/views.ts';

const idsOf = <T extends { id: string }, Name extends string>(items: readonly T[], name: Name) =>
  items.map((item) => ({ params: { id: item.id }, props: { [name]: item } as Record<Name, T> }));

export const examplePaths = async () => idsOf((await getLibrary()).examples, 'example');
export const factorPaths = async () => idsOf((await getLibrary()).factors, 'factor');
export const themePaths = async () => idsOf((await getLibrary()).themes, 'theme');
export const areaPaths = async () => idsOf((await getLibrary()).areas, 'area');
export const placePaths = async () => idsOf((await getLibrary()).places, 'place');
export const problemPaths = async () => idsOf((await getLibrary()).problems, 'problem');
export const termPaths = async () => idsOf((await getLibrary()).terms, 'term');
export const changeMapPaths = async () => idsOf((await getLibrary()).changeMaps, 'map');
export const recurringPaths = async () => idsOf((await getLibrary()).recurring, 'group');
export const pagePaths = async () => idsOf((await getLibrary()).pages, 'entry');

/** The addresses that pages once had, each with what became of it. */
export const movedPaths = async () =>
  (await getLibrary()).moved.map((moved) => ({ params: { moved: moved.from }, props: { moved } }));

export const exampleListPaths = async () => pagesOf((await getLibrary()).examples, {}, {});
export const factorListPaths = async () => pagesOf(mostNamed((await getLibrary()).factors, Infinity), {}, {});
export const placeListPaths = async () => pagesOf((await getLibrary()).places, {}, {});
export const changeMapListPaths = async () => pagesOf((await getLibrary()).changeMaps, {}, {});
export const recurringListPaths = async () => pagesOf((await getLibrary()).recurring, {}, {});

interface Whole {
  title: string;
  url: string;
  /** The list that the one belongs to. */
  above: { title: string; url: string };
}

/** Lists of all examples of one theme, area, place or factor, where its own page shows only the first few. */
export async function wholeListPaths() {
  const library = await getLibrary();
  const { areas, themes, places, factors, examplesByArea, examplesByTheme, examplesByPlace } = library;
  const lists: { part: string; id: string; whole: Whole; examples: Example[] }[] = [
    ...areas.map(({ id, url, data }) => ({
      part: 'priority-areas',
      id,
      whole: { title: data.title, url, above: { title: 'Priority areas', url: urls.priorityAreas } },
      examples: examplesByArea.get(id) ?? [],
    })),
    ...themes.map(({ id, url, data }) => ({
      part: 'themes',
      id,
      whole: { title: data.title, url, above: { title: 'Themes', url: urls.themes } },
      examples: examplesByTheme.get(id) ?? [],
    })),
    ...places.map(({ id, url, data }) => ({
      part: 'places',
      id,
      whole: { title: data.title, url, above: { title: 'Places', url: urls.places() } },
      examples: examplesByPlace.get(id) ?? [],
    })),
    ...factors.map(({ id, url, data, meanings }) => ({
      part: 'factors',
      id,
      whole: { title: data.title, url, above: { title: 'Factors', url: urls.factors() } },
      examples: [...new Set(meanings.map(({ example }) => example))],
    })),
  ];
  return lists
    .filter(({ examples }) => examples.length > groupSize)
    .flatMap(({ part, id, whole, examples }) => pagesOf(examples, { part, id }, { whole }));
}
