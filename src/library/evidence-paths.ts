/** The paths of the pages on evidence, where, when and who took it up, as Astro's getStaticPaths wants them. */
import { bases } from '../schemas/case-study.ts';
import type { Claims } from './evidence.ts';
import { evidenceLists, whereLists, whenView } from './views/evidence.ts';
import { getLibrary, type Example } from './library.ts';
import { pagesOf } from './list-paths.ts';
import { basisInWords } from './words.ts';

/** How many claims stand on one page: they are shorter than what other lists hold. */
const claimsSize = 50;

/** The claims of one area, basis or place, where there are any. */
export async function evidenceByPaths() {
  const library = await getLibrary();
  const { evidence, areas, places } = library;
  const lists = evidenceLists(library);
  // By kind, since an area and a place may share an id.
  const titles = {
    area: new Map(areas.map(({ id, data }) => [id, data.shortTitle])),
    basis: new Map<string, string>(bases.map((basis) => [basis, basisInWords[basis].title])),
    place: new Map(places.map(({ id, data }) => [id, data.title])),
  };
  return (['area', 'basis', 'place'] as const).flatMap((by) =>
    [...evidence[by]].flatMap(([id, claims]: [string, Claims<Example>]) =>
      pagesOf(claims.claims, { by, id }, { by, id, title: titles[by].get(id) ?? id, claims, lists }, claimsSize),
    ),
  );
}

/** The examples from one region, or with one kind of authority. */
export async function whereByPaths() {
  const library = await getLibrary();
  return whereLists(library).flatMap(({ by, slug, title, examples }) =>
    pagesOf(examples, { by, id: slug }, { by, id: slug, title }),
  );
}

export async function whenPaths() {
  const library = await getLibrary();
  return pagesOf(library.examples, {}, { view: whenView(library) });
}

export const takenUpListPaths = async () => pagesOf((await getLibrary()).takenUp, {}, {});
export const takenUpPaths = async () =>
  (await getLibrary()).takenUp.map((taken) => ({ params: { id: taken.id }, props: { taken } }));
