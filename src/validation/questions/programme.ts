/** What the questions need to know of the programme. All of it comes from the content. */
import type { Content } from '../content.ts';
import { duplicateFinder } from './possible-duplicate.ts';
import { wordsIn } from './words.ts';

export interface Programme {
  /** Every word, in lower case, of a name that the content explains: of places, terms, sources, areas and the like. */
  knownWords: ReadonlySet<string>;
  /** Names of organisations and schemes that site.yaml lists. */
  knownNames: ReadonlySet<string>;
  /** The names of places and authorities, in lower case. */
  places: readonly string[];
  /** Every form of every glossary term, in lower case. */
  terms: ReadonlySet<string>;
  /** The short forms of the glossary. */
  abbreviations: readonly string[];
  /** The file that an example may repeat, and how much of it, from 0 to 1. */
  duplicateOf: (id: string) => { file: string; share: number } | undefined;
}

/** `isJudged` tells which files will be asked about, so that nothing is made ready for others. */
export function programmeOf(content: Content, isJudged: (file: string) => boolean): Programme {
  const { entries, vocabularies, site } = content;
  const placeNames = entries.places.flatMap(({ data }) => [data.title, ...data.authorities.map(({ name }) => name)]);
  const terms = entries.glossary.flatMap(({ data }) => [
    data.title,
    data.plural ?? `${data.title}s`,
    ...(data.abbreviation === undefined ? [] : [data.abbreviation]),
    ...data.alsoCalled,
  ]);
  const names = [
    ...placeNames,
    ...terms,
    ...entries.sources.flatMap(({ data }) => [data.title, data.shortTitle, data.publisher, data.licence]),
    ...entries['priority-areas'].flatMap(({ data }) => [data.title, data.shortTitle]),
    ...entries.themes.map(({ data }) => data.title),
    ...Object.values(vocabularies).flatMap(({ data }) => data.map(({ title }) => title)),
    ...(site ? [site.data.name, site.data.publisher, site.data.licence.name] : []),
  ];
  return {
    knownWords: new Set(names.flatMap((name) => [...wordsIn(name), ...wordsIn(name.replaceAll('-', ' '))])),
    knownNames: new Set(site?.data.knownNames),
    places: [...new Set(placeNames.map((name) => name.toLowerCase()))],
    terms: new Set(terms.map((term) => term.toLowerCase())),
    abbreviations: entries.glossary.flatMap(({ data }) => data.abbreviation ?? []),
    duplicateOf: duplicateFinder(entries['case-studies'], isJudged),
  };
}
