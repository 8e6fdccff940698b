/** What the page of a priority area, and the list of all areas, show. */
import { urls } from '../../config/urls.ts';
import { groupSize, pageSize } from '../derive.ts';
import type { Library } from '../library.ts';
import type { Area, Example } from '../entries.ts';
import { bodyInTwo } from './body.ts';
import { areaCounts, cards, factorCards, mostNamed, sourceItems } from './cards.ts';
import { evidenceSummary } from './evidence.ts';
import { measuresLink } from './measures.ts';

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
    evidence: claims && { url: urls.evidenceBy('area', area.id), summary: evidenceSummary(claims) },
    factors: factorCards(
      text,
      mostNamed(library.factorsByArea.get(area.id), pageSize, own),
      own,
      'Named by the source, in no example here yet',
    ),
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
