/** What the form calls each folder of content, as the site does: all of it, and one of it. */
import { collectionNames, type CollectionName, type ListName } from '../schemas/index.ts';

export const called: Record<CollectionName | ListName, readonly [all: string, one: string]> = {
  'case-studies': ['Examples', 'Example'],
  factors: ['Factors', 'Factor'],
  themes: ['Themes', 'Theme'],
  'priority-areas': ['Priority areas', 'Priority area'],
  places: ['Places', 'Place'],
  problems: ['Problems', 'Problem'],
  glossary: ['Glossary', 'Term'],
  sources: ['Sources', 'Source'],
  recurring: ['What comes up in several places', 'Group'],
  'taken-up': ['What others did with it', 'Account'],
  pages: ['Pages', 'Page'],
  'change-maps': ['Change maps', 'Change map'],
  measures: ['Measures', 'List of measures'],
};

export const isFolder = (name: string): name is CollectionName => collectionNames.some((one) => one === name);
