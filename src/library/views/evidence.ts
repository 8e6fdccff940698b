/** What the pages on evidence, where, when and who took it up show. */
import { wholeBody } from '../../markdown/sections.ts';
import { bases } from '../../schemas/case-study.ts';
import { groupBy, groupSize, pageSize } from '../derive.ts';
import { accountMonths, years, type Claim, type Claims, type Basis } from '../evidence.ts';
import type { Example, Library, TakenUp } from '../library.ts';
import {
  basisInWords,
  changeDetails,
  counted,
  monthInWords,
  namesInWords,
  dayInWords,
  stageInWords,
} from '../words.ts';

/** 2 measured, 3 reported and 1 expected. */
export const basesInWords = (counts: Record<Basis, number>): string =>
  namesInWords(
    bases
      .filter((basis) => counts[basis] > 0)
      .map((basis) => `${counts[basis]} ${basisInWords[basis].title.toLowerCase()}`),
  );

/** A claim of change with the example that makes it, its texts ready as HTML. */
export function claimViews(library: Library, claims: readonly Claim<Example>[]) {
  const text = library.pageText();
  return claims.map(({ example, change }) => ({
    example,
    basis: change.basis,
    claim: text.text(change.claim),
    figure: change.figure,
    sample: change.figure === undefined || change.sample === undefined ? undefined : text.brief(change.sample),
    details: text.brief(changeDetails(change)),
    source: text.brief(`${library.source(change.source).data.shortTitle}, ${change.where}`),
  }));
}

/** How many claims of each basis stand on the page of all, which leads on to the others. */
const shownOfBasis = 10;

/** The first claims of each basis that has any, and how many there are in all. */
export function evidenceByBasis(library: Library) {
  const { basis: byBasis } = library.evidence;
  const parts = bases.flatMap((basis) => {
    const own = byBasis.get(basis)?.claims ?? [];
    return own.length ? [{ basis, ...basisInWords[basis], claims: own.slice(0, shownOfBasis), total: own.length }] : [];
  });
  // All in one go, since the first use of an abbreviation on the page is written out.
  const views = claimViews(
    library,
    parts.flatMap(({ claims }) => claims),
  );
  return parts.map(({ claims, ...part }) => ({ ...part, shown: views.splice(0, claims.length) }));
}

/** A list of claims that a reader can choose: what its name means, where it needs words, and how many it holds. */
interface Choice {
  id: string;
  title: string;
  meaning?: string;
  count: number;
}
interface Choices {
  by: 'basis' | 'area' | 'place';
  title: string;
  lists: Choice[];
  /** How many lists there are beside these. */
  more: number;
}

/** The lists that the evidence can be seen by. */
export function evidenceLists({ evidence, areas, places }: Library): Choices[] {
  const titles = new Map(places.map(({ id, data }) => [id, data.title]));
  const count = (found: Claims | undefined): number => found?.claims.length ?? 0;
  return [
    {
      by: 'basis',
      title: 'How it is known',
      lists: bases.map((id) => ({ id, ...basisInWords[id], count: count(evidence.basis.get(id)) })),
      more: 0,
    },
    {
      by: 'area',
      title: 'Priority area',
      lists: areas.map(({ id, data }) => ({ id, title: data.shortTitle, count: count(evidence.area.get(id)) })),
      more: 0,
    },
    {
      by: 'place',
      title: 'Place',
      lists: [...evidence.place]
        .slice(0, pageSize)
        .map(([id, found]) => ({ id, title: titles.get(id) ?? id, count: count(found) })),
      more: Math.max(0, evidence.place.size - pageSize),
    },
  ];
}

/** The regions, each with its places, the most examples first, and how many there are of both. */
export function whereView(library: Library) {
  const countOf = (place: { id: string }): number => library.examplesByPlace.get(place.id)?.length ?? 0;
  const sum = (places: readonly { id: string }[]): number => places.reduce((all, place) => all + countOf(place), 0);
  const byRegion = groupBy(library.places, ({ region }) => [region.slug]);
  const byKind = groupBy(library.places, ({ kinds }) => kinds.map(({ slug }) => slug));
  const regions = library.regions.map((region) => {
    const places = byRegion.get(region.slug) ?? [];
    const first = places
      .map((place) => ({ place, count: countOf(place) }))
      .sort((a, b) => b.count - a.count)
      .slice(0, groupSize);
    return { ...region, shown: first, places: places.length, examples: sum(places) };
  });
  const kinds = library.kinds.map((kind) => {
    const places = byKind.get(kind.slug) ?? [];
    return { ...kind, places: places.length, examples: sum(places) };
  });
  return { regions, kinds };
}

/** The lists of examples from a region, or from places with a kind of authority. */
export function whereLists(library: Library) {
  const byRegion = groupBy(library.examples, ({ place }) => [place.region.slug]);
  const byKind = groupBy(library.examples, ({ place }) => place.kinds.map(({ slug }) => slug));
  return [
    ...library.regions.map(({ slug, title }) => ({ by: 'region', slug, title, examples: byRegion.get(slug) ?? [] })),
    ...library.kinds.map(({ slug, title }) => ({ by: 'kind', slug, title, examples: byKind.get(slug) ?? [] })),
  ].filter(({ examples }) => examples.length > 0);
}

/** The years and months of all examples. */
export const whenView = ({ examples }: Library) => ({
  years: years(examples),
  months: accountMonths(examples).map((month) => ({ ...month, title: monthInWords(month.period) })),
  total: examples.length,
  confirmed: examples.filter(({ data }) => data.confirmed).length,
});

/** When each of a list of examples was what. */
export const whenRows = (examples: readonly Example[]) =>
  examples.map(({ url, data, place }) => ({
    url,
    title: data.title,
    place: place.data.title,
    asOf: monthInWords(data.asOf),
    seen: [...new Set(data.changes.flatMap(({ period }) => period ?? []))].join('; '),
    confirmed: data.confirmed && dayInWords(data.confirmed.on),
    published: dayInWords(data.published),
    reviewBy: dayInWords(data.reviewBy),
  }));

/** A list of those who took something up, ready to show. */
export function takenUpCards(library: Library, list: readonly TakenUp[]) {
  const text = library.pageText();
  return list.map((one) => ({
    url: one.url,
    title: one.data.title,
    summary: text.brief(one.data.summary),
    count: `${stageInWords[one.data.stage]}, ${monthInWords(one.data.asOf)}`,
  }));
}

export function takenUpView(library: Library, taken: TakenUp) {
  const { data, from, place } = taken;
  const text = library.pageText();
  const summary = text.brief(data.summary);
  const parts = [
    { title: 'What was kept', html: data.kept },
    { title: 'What was changed', html: data.changed },
    { title: 'What came of it', html: data.cameOfIt },
  ].map(({ title, html }) => ({ title, html: html === undefined ? undefined : text.text(html) }));
  return {
    taken,
    summary,
    who: text.brief(data.who),
    from,
    place,
    parts,
    body: text.html(wholeBody(taken.body)),
    stage: stageInWords[data.stage],
    asOf: monthInWords(data.asOf),
    published: dayInWords(data.published),
    sources: data.sources.map(({ source, where }) => text.brief(`${library.source(source).data.title}, ${where}`)),
  };
}

/** What a list of claims holds, in one sentence or two. */
export const evidenceSummary = ({ claims, counts, examples }: Claims, of = ''): string =>
  claims.length
    ? `${counted(claims.length, 'claim')} of change${of}, from ${counted(examples, 'example')}: ${basesInWords(counts)}.`
    : `There is no claim of change${of} yet.`;

/** What the pages of a list after its first say that it holds. */
export const evidenceChosen = (by: 'area' | 'basis' | 'place', id: string, name: string): string => {
  const basis = bases.find((one) => by === 'basis' && one === id);
  return basis === undefined
    ? `Claims of change ${by === 'area' ? 'on' : 'in'} ${name}, the best known first.`
    : `${name} means: ${basisInWords[basis].meaning}.`;
};

/** The same of the claims of one area, basis or place. */
export const evidenceSummaryBy = (by: 'area' | 'basis' | 'place', id: string, name: string, claims: Claims): string => {
  const basis = bases.find((one) => by === 'basis' && one === id);
  if (basis === undefined) return evidenceSummary(claims, by === 'area' ? ` on ${name}` : ` in ${name}`);
  const { title, meaning } = basisInWords[basis];
  return `${counted(claims.claims.length, 'claim')} of change from ${counted(claims.examples, 'example')}. ${title} means: ${meaning}.`;
};
