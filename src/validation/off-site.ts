/**
 * What is off the site: withdrawn, as moved.yaml says, or a draft. What still names it does without, and is told as
 * something to tidy.
 */
import type { Reference } from '../schemas/fields.ts';
import { writtenAddress } from '../schemas/page-reference.ts';
import type { Content, Entry } from './content.ts';

/** Collections that an entry can leave by itself. What has lost its place or its only area is no example any more. */
const leaving = ['case-studies', 'factors'] as const;

export type IsOff = (entry: Reference) => boolean;

/** Whether an entry is off the site, and others do without it. */
export function offSite({ entries, moved }: Content): IsOff {
  const withdrawn = moved?.data.flatMap((item) => (item.withdrawn === undefined ? [] : [item.from])) ?? [];
  const drafts = leaving.flatMap((collection) =>
    entries[collection].filter(({ data }) => data.draft).map(({ id }) => writtenAddress({ collection, id })),
  );
  const addresses = new Set([...withdrawn, ...drafts]);
  return (entry) => leaving.some((name) => name === entry.collection) && addresses.has(writtenAddress(entry));
}

/** What there is to tidy where something that is off the site is named still; `what` is how it is named. */
export const offNote = (what: string, isDraft: boolean) =>
  isDraft
    ? {
        rule: 'draft',
        message: `${what} is a draft, which is not on the site`,
        fix: 'Nothing is broken: the site does without it. Publish it too, or take this out when you next change the file.',
      }
    : {
        rule: 'withdrawn',
        message: `${what} has been withdrawn`,
        fix: 'Nothing is broken: the site does without it. Take this out when you next change the file.',
      };

export const isReference = (value: unknown): value is Reference =>
  typeof value === 'object' && value !== null && 'collection' in value && 'id' in value;

/** The content without what its lists say of entries that are off the site. */
export function withoutThoseOff(content: Content): Content {
  const isOff = offSite(content);
  const names = (value: unknown): boolean => isReference(value) && isOff(value);
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
