/** Pagefind's browser API, as far as it is used here. Its script stands beside the built pages, not in a package. */

export interface PageData {
  url: string;
  meta: Record<string, string>;
  /** What it can be filtered by, as the layout says. */
  filters?: Record<string, string[]>;
  /** One for each section with a match: its address, and words around the match, text but for <mark> and &lt; &gt;. */
  sub_results: { url: string; excerpt: string }[];
}
export interface Result {
  id: string;
  score: number;
  /** The names of the meta fields in which words stand. */
  matchedMetaFields?: string[];
  data: () => Promise<PageData>;
}
export interface Pagefind {
  search: (words: string | null, options?: Record<string, Record<string, string>>) => Promise<{ results: Result[] }>;
}

/** Where a page stands, how far something has come and when is shown with results: nobody looks for it. */
const metaWeights = { title: 1, in: 0, stage: 0, asOf: 0 };

/** Opens the index of the site whose addresses begin with `base`, such as /learning/. */
export async function openIndex(base: string) {
  const { createInstance } = await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`);
  const options = { baseUrl: base, excerptLength: 28, excerptEllipsis: '…', ranking: { metaWeights } };
  const open = () => createInstance(options) as Pagefind;
  const pagefind = open();
  // Apart, since with each search Pagefind counts by every filter that it has loaded: seconds, among thousands of pages.
  let filters: Pagefind | undefined;
  const known = new Map<string, Promise<ReadonlyMap<string, Result>>>();
  const ask = async (filter: string, value: string) => {
    const asked = filter === 'part' ? pagefind : (filters ??= open());
    const sort = value === 'example' ? { sort: { asOf: 'desc' } } : {};
    const { results } = await asked.search(null, { filters: { [filter]: value }, ...sort });
    return new Map(results.map((result) => [result.id, result]));
  };
  /** The pages that a filter has a value for, by their ids; examples with the newest first. */
  const pagesWith = (filter: string, value: string): Promise<ReadonlyMap<string, Result>> => {
    const pages = known.get(`${filter}:${value}`) ?? ask(filter, value);
    known.set(`${filter}:${value}`, pages);
    return pages;
  };
  return { pagefind, pagesWith };
}
export type Index = Awaited<ReturnType<typeof openIndex>>;
