/** The one door to Astro's collections. */
import { getCollection, type CollectionEntry, type CollectionKey } from 'astro:content';

/** The entries of a collection that are no drafts, in the order of a list or else of their slugs. */
export const publishedOf = async <Name extends CollectionKey>(name: Name): Promise<CollectionEntry<Name>[]> =>
  (await getCollection(name, ({ data }) => !('draft' in data && data.draft))).sort(
    (a, b) => orderOf(a.data) - orderOf(b.data) || (a.id < b.id ? -1 : 1),
  );

/** The slugs of a collection's drafts, which are on no page. */
export const draftsOf = async (name: CollectionKey): Promise<string[]> =>
  (await getCollection(name, ({ data }) => 'draft' in data && data.draft === true)).map(({ id }) => id);

const orderOf = (data: object): number => ('order' in data ? Number(data.order) : 0);
