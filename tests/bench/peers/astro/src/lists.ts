import { getCollection } from 'astro:content';

export const kinds = ['areas', 'themes'] as const;
export const pageSize = 20;

export const slugOf = (title: string): string => title.toLowerCase().replaceAll(' ', '-');

export const newestFirst = async () =>
  (await getCollection('examples')).sort((a, b) => b.data.date.getTime() - a.data.date.getTime());

/** Each area and theme with its examples. */
export async function terms() {
  const examples = await newestFirst();
  return kinds.flatMap((kind) => {
    const found = new Map<string, typeof examples>();
    for (const example of examples)
      for (const title of example.data[kind]) {
        if (!found.has(title)) found.set(title, []);
        found.get(title)?.push(example);
      }
    return [...found].map(([title, items]) => ({ kind, title, items }));
  });
}
