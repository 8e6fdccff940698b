/** Every address of the site, spelled once. All begin with the base path. */
import { basePath } from './settings.ts';

let base: string | undefined;

/** A path from the root of the site, such as /examples/, under the base path. */
export const inSite = (path: string): string => (base ??= basePath()) + path.replace(/^\//, '');

const listPage = (path: string, page = 1): string => inSite(page === 1 ? `${path}/` : `${path}/${page}/`);

export const urls = {
  get home() {
    return inSite('/');
  },
  examples: (page?: number) => listPage('examples', page),
  example: (id: string) => inSite(`/examples/${id}/`),
  factors: (page?: number) => listPage('factors', page),
  factor: (id: string) => inSite(`/factors/${id}/`),
  get themes() {
    return inSite('/themes/');
  },
  theme: (id: string) => inSite(`/themes/${id}/`),
  get priorityAreas() {
    return inSite('/priority-areas/');
  },
  priorityArea: (id: string) => inSite(`/priority-areas/${id}/`),
  places: (page?: number) => listPage('places', page),
  place: (id: string) => inSite(`/places/${id}/`),
  get problems() {
    return inSite('/paths/');
  },
  problem: (id: string) => inSite(`/paths/${id}/`),
  /** The whole list of examples of a theme, an area, a place or a factor: `of` is that one's own address. */
  examplesOf: (of: string, page = 1) => (page === 1 ? `${of}examples/` : `${of}examples/${page}/`),
  get glossary() {
    return inSite('/glossary/');
  },
  term: (id: string) => inSite(`/glossary/${id}/`),
  get aToZ() {
    return inSite('/a-to-z/');
  },
  get search() {
    return inSite('/search/');
  },
  /** The comparison of examples, with none, one or several chosen. */
  compare: (...examples: readonly string[]) =>
    inSite('/compare/') + (examples.length ? `?${examples.map((id) => `example=${id}`).join('&')}` : ''),
  evidence: () => inSite('/evidence/'),
  /** The claims of one area, basis or place. */
  evidenceBy: (by: string, id: string, page?: number) => listPage(`evidence/${by}/${id}`, page),
  get where() {
    return inSite('/where/');
  },
  /** The examples from one region or kind of authority. */
  whereBy: (by: string, id: string, page?: number) => listPage(`where/${by}/${id}`, page),
  when: (page?: number) => listPage('when', page),
  takenUpList: (page?: number) => listPage('taken-up', page),
  takenUp: (id: string) => inSite(`/taken-up/${id}/`),
  get measures() {
    return inSite('/measures/');
  },
  measuresOf: (area: string) => inSite(`/measures/${area}/`),
  get measurePlan() {
    return inSite('/measures/plan/');
  },
  coverage: (page?: number) => listPage('coverage', page),
  /** The search with these filters, one value of each. */
  searchFor: (filters: Readonly<Record<string, string>>) => inSite(`/search/?${new URLSearchParams(filters)}`),
  changeMaps: (page?: number) => listPage('change-maps', page),
  changeMap: (id: string) => inSite(`/change-maps/${id}/`),
  recurring: (page?: number) => listPage('recurring', page),
  recurs: (id: string) => inSite(`/recurring/${id}/`),
  page: (id: string) => inSite(`/${id}/`),
} as const;
