/** Every collection of content with its folder and schema: what a folder of content may hold. */
import { changeMap } from './change-map.ts';
import { caseStudy } from './case-study.ts';
import { factor } from './factor.ts';
import { glossaryTerm } from './glossary-term.ts';
import { measures } from './measures.ts';
import { moved } from './moved.ts';
import { page } from './page.ts';
import { problem } from './problem.ts';
import { place } from './place.ts';
import { priorityArea } from './priority-area.ts';
import { recurring } from './recurring.ts';
import { site } from './site.ts';
import { source } from './source.ts';
import { takenUp } from './taken-up.ts';
import { theme } from './theme.ts';
import { authorityKinds, groups, outcomes, regions } from './vocabulary.ts';

/** Folders of MDX files, one an entry. */
export const collections = {
  'case-studies': caseStudy,
  factors: factor,
  themes: theme,
  'priority-areas': priorityArea,
  places: place,
  problems: problem,
  glossary: glossaryTerm,
  sources: source,
  recurring,
  'taken-up': takenUp,
  pages: page,
} as const;
export type CollectionName = keyof typeof collections;
export const collectionNames = Object.keys(collections) as CollectionName[];

/** Folders of MDX files that a programme may do without. */
export const optionalNames: readonly CollectionName[] = ['problems', 'glossary', 'recurring', 'taken-up'];

/** Folders of YAML files, which a programme may do without. Each file has the name of a place's or an area's. */
export const lists = { 'change-maps': changeMap, measures } as const;
export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];

/** Files in vocabularies/, each a list. */
export const vocabularies = { groups, outcomes, 'authority-kinds': authorityKinds, regions } as const;
export type VocabularyName = keyof typeof vocabularies;
export const vocabularyNames = Object.keys(vocabularies) as VocabularyName[];

export { moved, site };
