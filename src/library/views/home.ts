/** What the home page shows, and the ways in that pages without content of their own offer. */
import { bases } from '../../schemas/case-study.ts';
import { groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import { basisCount, basisInWords, counted } from '../words.ts';
import { areaCounts, cards, exampleCount, mostNamed } from './cards.ts';
import { problemGroups } from './problem.ts';

/** 15 examples from 8 places, as things stood in 2016 and 2017. */
function scopeOf({ examples }: Library): string {
  const years = [...new Set(examples.map(({ data }) => data.asOf.slice(0, 4)))].sort();
  const [first, last] = [years[0], years.at(-1)];
  const places = new Set(examples.map(({ place }) => place)).size;
  const from = `${counted(examples.length, 'example')} from ${counted(places, 'place')}`;
  return first === undefined
    ? 'There is no example yet.'
    : `${from}, as things stood in ${first === last ? first : `${first} to ${last}`}: what was done, what changed and how that is known, and what was hard.`;
}

export function homeView(library: Library) {
  const { site, featured, examples, factors, problems } = library;
  const text = library.pageText();
  const areas = areaCounts(library);
  const { counts } = library.evidence.all;
  const most = Math.max(0, ...areas.map(({ count }) => count));
  return {
    tagline: site.tagline,
    /** How much there is here, and how old it is. */
    scope: scopeOf(library),
    findings: library.findings,
    /** How many changes are known in which way, the surest first. */
    known: bases
      .filter((basis) => counts[basis] > 0)
      .map((basis) => ({ basis, words: basisCount(counts[basis], basis), meaning: basisInWords[basis].meaning })),
    areas,
    /** What readers face first, and then who they are. */
    problems: problemGroups(library),
    featured: cards(text, [featured])[0]!,
    often: mostNamed(factors, groupSize).map((factor) => ({
      factor,
      count: counted(exampleCount(factor), 'example'),
    })),
    gaps: areas.filter(({ count }) => count <= 1 && count < most),
    totals: { problems: problems.length, examples: examples.length, factors: factors.length },
  };
}

const shownPlaces = 20;

export const waysInView = (library: Library) => ({
  areas: areaCounts(library),
  themes: library.themes,
  places: library.places.slice(0, shownPlaces),
  morePlaces: library.places.length > shownPlaces,
  examples: library.examples.length,
  factors: library.factors.length,
  problems: library.has('problems'),
});
