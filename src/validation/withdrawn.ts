/** What moved.yaml says has been withdrawn: what still names it does without, and is told as something to tidy. */
import type { Reference } from '../schemas/fields.ts';
import { pageParts } from '../schemas/page-reference.ts';
import type { Content, Entry } from './content.ts';

/** Collections that an entry can leave by itself. What has lost its place or its only area is no example any more. */
const leaving: readonly string[] = ['case-studies', 'factors'];

export type IsWithdrawn = (entry: Reference) => boolean;

/** Whether an entry has been withdrawn. */
export function withdrawnFrom({ moved }: Content): IsWithdrawn {
  const addresses = new Set(moved?.data.flatMap(({ from, withdrawn }) => (withdrawn === undefined ? [] : [from])));
  const partOf = new Map<string, string>(Object.entries(pageParts).map(([part, collection]) => [collection, part]));
  return ({ collection, id }) => leaving.includes(collection) && addresses.has(`${partOf.get(collection)}/${id}`);
}

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'collection' in value && 'id' in value;

/** The content without what its lists say of entries that have been withdrawn. */
export function withoutWithdrawn(content: Content, isWithdrawn: IsWithdrawn): Content {
  const names = (value: unknown): boolean => isReference(value) && isWithdrawn(value);
  const pruned = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || isReference(value)) return value;
    if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, pruned(own)]));
    return value.filter((item) => !names(item) && !Object.values(item as object).some(names)).map(pruned);
  };
  const all = <Name extends string, E extends Entry<unknown>>(collections: Record<Name, E[]>): Record<Name, E[]> =>
    Object.fromEntries(
      Object.entries<E[]>(collections).map(([name, entries]) => [
        name,
        entries.map((entry) => ({ ...entry, data: pruned(entry.data) })),
      ]),
    ) as Record<Name, E[]>;
  return {
    ...content,
    entries: all(content.entries as never) as never,
    lists: all(content.lists as never) as never,
  };
}
