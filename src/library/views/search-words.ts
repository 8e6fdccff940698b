/** What the search page is given beside the index: the words of the site. */
import { meantBy } from '../../search/spelling.ts';
import { englishWords } from '../../validation/people/standing.ts';
import type { Library } from '../library.ts';

/** The forms of each term of the glossary, so that each finds the others. */
export const termForms = ({ terms }: Library): string[][] =>
  terms
    .map(({ data: { title, plural, abbreviation, alsoCalled } }) => [
      ...new Set([title, plural ?? title, abbreviation ?? title, ...alsoCalled]),
    ])
    .filter((forms) => forms.length > 1);

/** The words of titles, tags and terms, by which slips are mended, and English words that are near them and no slips. */
export function searchWords(library: Library) {
  const { examples, factors, problems, areas, themes, places, terms, takenUp, pages, groups, kinds, regions } = library;
  const titles = [examples, factors, problems, areas, themes, places, terms, takenUp, pages]
    .flat()
    .map(({ data }) => data.title);
  const tags = [groups, kinds, regions].flat().map(({ title }) => title);
  const words = [...titles, ...tags, ...termForms(library).flat()].flatMap(
    (text) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [],
  );
  const own = [...new Set(words)].sort();
  return { own, others: englishWords().filter((word) => meantBy(word, own).some((near) => near !== word)) };
}
