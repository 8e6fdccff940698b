/** What the pages on the evidence show. */
import { bases } from '../../schemas/case-study.ts';
import { groupBy, pageSize } from '../derive.ts';
import type { Claim, Claims } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Example } from '../entries.ts';
import { basesInWords, basisInWords, counted, monthInWords, namesInWords } from '../words.ts';
import { claimView } from './example.ts';

/** Claims of change, each with the example that makes it. */
export function claimViews(library: Library, claims: readonly Claim<Example>[]) {
  const text = library.pageText();
  return claims.map(({ example, change }) => ({ example, ...claimView(library, text, change) }));
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
  claims: Claims<Example> | undefined;
}
type By = 'area' | 'basis' | 'place';

const choicesOf = ({ evidence, areas, place }: Library): Record<By, Choice[]> => ({
  basis: bases.map((id) => ({ id, ...basisInWords[id], claims: evidence.basis.get(id) })),
  area: areas.map(({ id, data }) => ({ id, title: data.shortTitle, claims: evidence.area.get(id) })),
  place: [...evidence.place].map(([id, claims]) => ({ id, title: place(id).data.title, claims })),
});

/** The lists that the evidence can be seen by, and how many more there are than are shown. */
export function evidenceFilters(library: Library) {
  const { basis, area, place } = choicesOf(library);
  return {
    total: library.evidence.all.claims.length,
    lists: [
      { by: 'basis', title: 'How it is known', lists: basis, more: 0 },
      { by: 'area', title: 'Priority area', lists: area, more: 0 },
      {
        by: 'place',
        title: 'Place',
        lists: place.slice(0, pageSize),
        more: Math.max(0, place.length - pageSize),
      },
    ],
  };
}

/** The lists of the claims of one basis, area or place, where there are any. */
export const evidenceByLists = (library: Library) =>
  Object.entries(choicesOf(library)).flatMap(([by, choices]) =>
    choices.flatMap(({ id, title, claims }) => (claims ? [{ by: by as By, id, title, claims }] : [])),
  );

/** What a list of claims holds, in one sentence or two. */
export const evidenceSummary = ({ claims, counts, examples }: Claims, of = ''): string =>
  claims.length
    ? `${counted(claims.length, 'claim')} of change${of}, from ${counted(examples, 'example')}: ${basesInWords(counts)}.`
    : `There is no claim of change${of} yet.`;

/** The same of the claims of one area, basis or place, and what the pages after its first say that it holds. */
export function evidenceSummaryBy(by: By, id: string, name: string, claims: Claims) {
  const basis = bases.find((one) => by === 'basis' && one === id);
  if (basis === undefined) {
    const of = `${by === 'area' ? 'on' : 'in'} ${name}`;
    return { summary: evidenceSummary(claims, ` ${of}`), later: `Claims of change ${of}, the surest first.` };
  }
  const means = `${name} means: ${basisInWords[basis].meaning}.`;
  const total = `${counted(claims.claims.length, 'claim')} of change from ${counted(claims.examples, 'example')}.`;
  return { summary: `${total} ${means}`, later: means };
}

/** Of when the accounts are, how many of each year, and how many their places stand by still. */
export function accountsInWords(examples: readonly Pick<Example, 'data'>[]): string {
  const months = examples.map(({ data }) => data.asOf).sort();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 'There is no example yet.';
  const years = [...groupBy(months, (month) => [month.slice(0, 4)])].map(([year, own]) => `${own.length} of ${year}`);
  const confirmed = examples.filter(({ data }) => data.confirmed).length;
  return [
    `The ${counted(months.length, 'account')} ${months.length === 1 ? 'describes' : 'describe'} how things stood `,
    first === last ? `in ${monthInWords(first)}` : `from ${monthInWords(first)} to ${monthInWords(last)}`,
    years.length > 1 ? `: ${namesInWords(years)}` : '',
    confirmed
      ? `. Their places have confirmed ${confirmed} of them since.`
      : '. No place has confirmed its account since.',
  ].join('');
}
