/** What the search page uses of Pagefind's browser API, which is written beside the site when it is built. */
export interface PagefindResultData {
  url: string;
  excerpt: string;
  meta: Record<string, string | undefined>;
}
export interface PagefindSearch {
  results: { id: string; data: () => Promise<PagefindResultData> }[];
  filters: Record<string, Record<string, number> | undefined>;
}
export type Filters = Record<string, string | { any: string[] }>;
export interface Pagefind {
  /** Loads the values of every filter; until then a search counts none of them. */
  filters: () => Promise<unknown>;
  options: (options: { baseUrl: string }) => Promise<void>;
  search: (term: string | null, options: { filters: Filters }) => Promise<PagefindSearch>;
}
