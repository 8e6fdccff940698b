/** Every address of the site, spelled once. All begin with the base path. A list's later pages have their numbers from Astro. */
import { basePath } from './settings.ts';

let base: string | undefined;

/** A path from the root of the site, such as /examples/, under the base path. */
export const inSite = (path: string): string => (base ??= basePath()) + path.replace(/^\//, '');

/** An address without its query and fragment. */
export const pathOf = (address: string): string => address.replace(/[?#].*$/s, '');

/** Where the search once was: it leads on. */
export const oldSearchPath = '/search/';

/** The form for publishers. */
export const formPath = '/publish/';

export const urls = {
  get home() {
    return inSite('/');
  },
  examples: () => inSite('/examples/'),
  example: (id: string) => inSite(`/examples/${id}/`),
  factor: (id: string) => inSite(`/factors/${id}/`),
  /** What helped, by theme. */
  get themes() {
    return inSite('/themes/');
  },
  theme: (id: string) => inSite(`/themes/${id}/`),
  get priorityAreas() {
    return inSite('/priority-areas/');
  },
  priorityArea: (id: string) => inSite(`/priority-areas/${id}/`),
  places: () => inSite('/places/'),
  place: (id: string) => inSite(`/places/${id}/`),
  /** What a place planned: a part of its page. */
  planOf: (place: string) => inSite(`/places/${place}/#planned`),
  get problems() {
    return inSite('/problems/');
  },
  problem: (id: string) => inSite(`/problems/${id}/`),
  /** The whole list of examples of a theme, an area, a place or a factor: `of` is that one's own address. */
  examplesOf: (of: string) => `${of}examples/`,
  get glossary() {
    return inSite('/glossary/');
  },
  term: (id: string) => inSite(`/glossary/${id}/`),
  /** The search, on the page of all examples. */
  get search() {
    return inSite('/examples/#search');
  },
  get aToZ() {
    return inSite('/a-to-z/');
  },
  /** The comparison of examples, with none, one or several chosen. */
  compare: (...examples: readonly string[]) =>
    inSite('/compare/') + (examples.length ? `?${examples.map((id) => `example=${id}`).join('&')}` : ''),
  evidence: () => inSite('/evidence/'),
  /** The sentence that says of when the accounts are. */
  when: () => inSite('/evidence/#when'),
  /** The claims of one area, basis or place. */
  evidenceBy: (by: string, id: string) => inSite(`/evidence/${by}/${id}/`),
  get where() {
    return inSite('/where/');
  },
  /** The examples from one kind of authority, or from a region of which several places are here. */
  whereBy: (by: string, id: string) => inSite(`/where/${by}/${id}/`),
  takenUpList: () => inSite('/taken-up/'),
  takenUp: (id: string) => inSite(`/taken-up/${id}/`),
  get measures() {
    return inSite('/measures/');
  },
  measuresOf: (area: string) => inSite(`/measures/${area}/`),
  get measurePlan() {
    return inSite('/measures/plan/');
  },
  coverage: () => inSite('/coverage/'),
  /** The examples that a search for these words, or with these filters, finds: one value of each. */
  searchFor: (filters: Readonly<Record<string, string>>) => inSite(`/examples/?${new URLSearchParams(filters)}`),
  /** The page on which to offer an example, with some answers given: a key of the file and its value each. */
  offer: (answers: Readonly<Record<string, string>> = {}) =>
    inSite('/offer/') + (Object.keys(answers).length ? `?${new URLSearchParams(answers)}` : ''),
  /** What comes up in several places, on the page on what helped. */
  recurring: () => inSite('/themes/#recurring'),
  recurs: (id: string) => inSite(`/recurring/${id}/`),
  page: (id: string) => inSite(`/${id}/`),
} as const;
