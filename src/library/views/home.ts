/** What the home page shows, and the ways in that pages without content of their own offer. */
import { groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import { counted } from '../words.ts';
import { areaCounts, cards, exampleCount, mostNamed } from './cards.ts';
import { problemGroups } from './problem.ts';

export function homeView(library: Library) {
  const { site, featured, themes, examples, factors, problems } = library;
  const text = library.pageText();
  const areas = areaCounts(library);
  const most = Math.max(0, ...areas.map(({ count }) => count));
  return {
    tagline: site.tagline,
    featured: { example: featured, summary: text.brief(featured.data.summary) },
    findings: library.findings,
    areas,
    themes,
    problems: problemGroups(library),
    newest: cards(
      text,
      [...examples]
        .sort((a, b) => (a.data.published < b.data.published ? 1 : a.data.published > b.data.published ? -1 : 0))
        .slice(0, 2),
    ),
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
  paths: library.has('paths'),
});
