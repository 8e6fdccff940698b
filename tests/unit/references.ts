/** References as schemas give them, for entries that tests make. */
import type { Reference } from '../../src/schemas/fields.ts';

export const to = <Collection extends string>(collection: Collection, id: string): Reference<Collection> => ({
  collection,
  id,
});

/** Several to one collection. */
export const allTo = <Collection extends string>(collection: Collection, ...ids: string[]): Reference<Collection>[] =>
  ids.map((id) => to(collection, id));
