/** What the questions need to know of the programme. All of it comes from the content. */
import type { Content } from '../content.ts';
import { termsOf } from '../people/known.ts';
import { duplicateFinder } from './possible-duplicate.ts';

export interface Programme {
  /** Every form of every glossary term, in lower case. */
  terms: ReadonlySet<string>;
  /** Words that the pages do not use, in lower case, with the term in their place. */
  notCalled: ReadonlyMap<string, string>;
  /** The short forms of the glossary. */
  abbreviations: readonly string[];
  /** The file that an example may repeat, and how much of it, from 0 to 1. */
  duplicateOf: (id: string) => { file: string; share: number } | undefined;
}

/** `isJudged` tells which files will be asked about, so that nothing is made ready for others. */
export const programmeOf = (content: Content, isJudged: (file: string) => boolean): Programme => ({
  terms: new Set(termsOf(content).map((term) => term.toLowerCase())),
  notCalled: new Map(
    content.entries.glossary.flatMap(({ data }) =>
      data.notCalled.map((words) => [words.toLowerCase(), data.title] as const),
    ),
  ),
  abbreviations: content.entries.glossary.flatMap(({ data }) => data.abbreviation ?? []),
  duplicateOf: duplicateFinder(content.entries['case-studies'], isJudged),
});
