/** What the glossary, the page of a term and the A to Z show. */
import { byLetter, crossReferences, pageSize } from '../derive.ts';
import type { Library } from '../library.ts';
import type { GlossaryTerm } from '../entries.ts';
import { inSentence, pageKinds } from '../words.ts';
import { bodyOf } from './body.ts';

/** The source that uses the short form without a word of what it means. */
const silentSource = (library: Library, { data }: GlossaryTerm): string | undefined =>
  data.notExplainedIn === undefined ? undefined : library.source(data.notExplainedIn).data.shortTitle;

export function termView(library: Library, term: GlossaryTerm) {
  const text = library.pageText(term.id);
  const meaning = text.text(term.data.summary);
  return {
    term,
    meaning,
    body: bodyOf(text, term),
    source: silentSource(library, term),
    uses: library.usesOf(term.id).slice(0, pageSize),
  };
}

/** What a list by letter shows: a term or factor, or another word with what it stands for. */
interface Named<T> {
  word: string;
  entry?: T;
  see?: GlossaryTerm[];
}

/** The other words for terms, each with the terms themselves. */
function otherWords(library: Library, wordsOf: (term: GlossaryTerm) => string[]): Named<never>[] {
  const terms = new Map(library.terms.map((term) => [term.id, term]));
  return crossReferences(library.terms, wordsOf).map(({ word, see }) => ({
    word,
    see: see.flatMap((id) => terms.get(id) ?? []),
  }));
}

const shortForms = ({ data }: GlossaryTerm): string[] => (data.abbreviation === undefined ? [] : [data.abbreviation]);

/** The terms with their meanings, and the abbreviations that lead to them, by letter. */
export function glossaryView(library: Library) {
  const terms = library.terms.map((term) => {
    const source = silentSource(library, term);
    return { word: term.data.title, entry: { term, source: source && inSentence(source) } };
  });
  return byLetter<Named<(typeof terms)[number]['entry']>>(
    [...terms, ...otherWords(library, shortForms)],
    library.site.language,
  );
}

/** Every factor, every term and every other word for a term, by letter. */
export function aToZView(library: Library) {
  const factors = library.factors.map(({ url, data }) => ({
    word: data.title,
    entry: { url, note: pageKinds.factors },
  }));
  const terms = library.terms.map(({ url, data }) => ({
    word: data.title,
    entry: { url, note: data.abbreviation === data.title ? undefined : data.abbreviation },
  }));
  const others = otherWords(library, (term) => [...shortForms(term), ...term.data.alsoCalled]);
  return byLetter<Named<{ url: string; note: string | undefined }>>(
    [...factors, ...terms, ...others],
    library.site.language,
  );
}
