/** What the search page is given beside the index: the words of the site. */
import type { Library } from '../library.ts';

/** The forms of each term of the glossary, so that each finds the others. */
export const termForms = ({ terms }: Library): string[][] =>
  terms
    .map(({ data: { title, plural, abbreviation, alsoCalled } }) => [
      ...new Set([title, plural ?? title, abbreviation ?? title, ...alsoCalled]),
    ])
    .filter((forms) => forms.length > 1);

/** The words of titles, tags and terms, by which slips are mended; short ones are never taken for any. */
export function slipWords(library: Library): string[] {
  const { examples, factors, problems, areas, themes, places, terms, takenUp, pages, groups, kinds, regions } = library;
  const titles = [examples, factors, problems, areas, themes, places, terms, takenUp, pages]
    .flat()
    .map(({ data }) => data.title);
  const tags = [groups, kinds, regions].flat().map(({ title }) => title);
  const words = [...titles, ...tags, ...termForms(library).flat()].flatMap(
    (text) => text.toLowerCase().match(/\p{L}{5,}/gu) ?? [],
  );
  return [...new Set(words)].sort();
}
