/** The paths of the pages on evidence, where, when and who took it up, as Astro's getStaticPaths wants them. */
import { bases } from '../schemas/case-study.ts';
import type { Claims } from './evidence.ts';
import { evidenceLists, whereLists, whenView } from './views/evidence.ts';
import { getLibrary, type Example } from './library.ts';
import { pagesOf, withKeys } from './list-paths.ts';
import { claimsKey, listKey } from './page-keys.ts';
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
  const paths = (['area', 'basis', 'place'] as const).flatMap((by) =>
    [...evidence[by]].flatMap(([id, claims]: [string, Claims<Example>]) =>
      pagesOf(claims.claims, { by, id }, { by, id, title: titles[by].get(id) ?? id, claims, lists }, claimsSize),
    ),
  );
  return withKeys(paths, ({ props: { list, by, id, title, claims } }) => {
    const { counts, examples } = claims;
    // The choices and the chart stand on the first page alone.
    const first = list.page === 1 && { lists, counts, examples, all: evidence.all.claims.length };
    return claimsKey(library, list, by, id, title, first);
  });
}

/** The examples from one region, or with one kind of authority. */
export async function whereByPaths() {
  const library = await getLibrary();
  const paths = whereLists(library).flatMap(({ by, slug, title, examples }) =>
    pagesOf(examples, { by, id: slug }, { by, id: slug, title }),
  );
  return withKeys(paths, ({ props: { list, by, id, title } }) => listKey(library, list, by, id, title));
}

export async function whenPaths() {
  const library = await getLibrary();
  const view = whenView(library);
  return withKeys(pagesOf(library.examples, {}, { view }), ({ props: { list } }) =>
    listKey(library, list, list.page === 1 && view),
  );
}

export const takenUpListPaths = async () => pagesOf((await getLibrary()).takenUp, {}, {});
export const takenUpPaths = async () =>
  (await getLibrary()).takenUp.map((taken) => ({ params: { id: taken.id }, props: { taken } }));
