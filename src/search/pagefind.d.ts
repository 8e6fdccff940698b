/** What the search page uses of Pagefind's browser API, which is written beside the site when it is built. */
export interface PagefindAnchor {
  element: string;
  id: string;
  text?: string;
  /** The number of the word at which it stands. */
  location: number;
}
export interface PagefindResultData {
  url: string;
  /** The whole text of the page; its words are numbered as they are split by white space, from 0. */
  raw_content?: string;
  content: string;
  anchors: PagefindAnchor[];
  meta: Record<string, string | undefined>;
}
export interface PagefindResult {
  id: string;
  score: number;
  /** The numbers of the words that matched. */
  words: number[];
  data: () => Promise<PagefindResultData>;
}
export interface PagefindSearch {
  results: PagefindResult[];
}
export type Filters = Record<string, string | { any: string[] }>;
export interface Pagefind {
  options: (options: { baseUrl: string; ranking?: { metaWeights?: Record<string, number> } }) => Promise<void>;
  search: (term: string | null, options: { filters: Filters }) => Promise<PagefindSearch>;
}
