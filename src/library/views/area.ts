/** What the page of a priority area, and the list of all areas, show. */
import { urls } from '../../config/urls.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { groupSize, pageSize, strongestChange } from '../derive.ts';
import type { Claim } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Area, Example } from '../entries.ts';
import { bodyInTwo } from './body.ts';
import { areaCounts, cards, factorCards, mostNamed, sourceItems } from './cards.ts';
import { evidenceSummary } from './evidence.ts';
import { claimView } from './example.ts';
import { measuresLink } from './measures.ts';
import { problemsAnswered } from './problem.ts';

/** The claim of an area that is known best: a figure that can be drawn comes before others. */
function bestOf(library: Library, text: PageText, claims: readonly Claim<Example>[] = []) {
  const change = strongestChange(claims.map((claim) => claim.change));
  const found = claims.find((claim) => claim.change === change);
  return found && { ...claimView(library, text, found.change), example: found.example };
}

export function areaView(library: Library, area: Area) {
  const text = library.pageText();
  const summary = text.brief(area.data.summary);
  const aim = text.text(area.data.aim);
  const all = library.examplesByArea.get(area.id) ?? [];
  const { introduction, rest } = bodyInTwo(text, area);
  const claims = library.evidence.area.get(area.id);
  const own = (example: Example): boolean => example.areas.includes(area);
  return {
    area,
    summary,
    aim,
    introduction: introduction(),
    examples: cards(text, all.slice(0, groupSize)),
    total: all.length,
    body: rest(),
    notTold: area.data.notTold === undefined ? undefined : text.text(area.data.notTold),
    findings: library.findings,
    best: bestOf(library, text, claims?.claims),
    evidence: claims && { url: urls.evidenceBy('area', area.id), summary: evidenceSummary(claims) },
    factors: factorCards(
      text,
      mostNamed(library.factorsByArea.get(area.id), pageSize, own),
      own,
      'Named by the source, in no example here yet',
    ),
    problems: problemsAnswered(library, [area.url, ...all.map(({ url }) => url)]),
    chosenBy: library.places.filter((place) => place.areas.includes(area)).slice(0, pageSize),
    sources: sourceItems(library, area.data.sources),
    measures: measuresLink(library, area),
    /** Whether any area has measures. */
    measured: library.has('measures'),
  };
}

export function areaItems(library: Library) {
  const text = library.pageText();
  return areaCounts(library).map(({ area, count }) => ({ area, summary: text.text(area.data.summary), count }));
}
