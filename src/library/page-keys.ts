/**
 * Keys of the pages of which there are more the more examples there are. A key is a digest of all that the page shows,
 * so that a build can keep a page whose key has not changed. What any page may show is in each key: the site's settings,
 * its vocabularies, areas, themes, sources and glossary. Pages without a key are made anew by each build.
 */
import { digestOf } from '../building/digest.ts';
import type { ListPage } from './derive.ts';
import type { Claim } from './evidence.ts';
import type { Example, Library } from './library.ts';

const keyOf = ({ common }: Library, ...shown: unknown[]): string => digestOf(JSON.stringify([common, shown]));

/** What any page shows of an example that has its own. */
export const shownOf = (example: Example): string => example.keysDigest + example.place.keysDigest;

export const exampleKey = (library: Library, example: Example): string =>
  keyOf(
    library,
    example.digest,
    example.place.keysDigest,
    example.data.keyFactors.map(({ factor }) => library.factor(factor).keysDigest),
    library.relatedTo(example).map(({ example: other, reasons }) => [other.id, shownOf(other), reasons]),
    (library.takenUpFrom.get(`examples/${example.id}`) ?? []).map(({ digest }) => digest),
    (library.onMaps.get(`examples/${example.id}`) ?? []).map(({ map }) => [map.digest, map.place.keysDigest]),
  );

/** Where a page stands in its list. How much the list holds is said on its first page alone. */
const standing = ({ page, pages, total }: ListPage<unknown>) => ({ page, pages, ...(page === 1 && { total }) });

/** Of a page of a list of examples; `about` is whatever else it shows. */
export const listKey = (library: Library, list: ListPage<Example>, ...about: unknown[]): string =>
  keyOf(
    library,
    standing(list),
    list.items.map((example) => [example.id, shownOf(example)]),
    about,
  );

/** Of a page of a list of claims. */
export const claimsKey = (library: Library, list: ListPage<Claim<Example>>, ...about: unknown[]): string =>
  keyOf(
    library,
    standing(list),
    list.items.map(({ example, change }) => [example.id, shownOf(example), example.data.changes.indexOf(change)]),
    about,
  );
