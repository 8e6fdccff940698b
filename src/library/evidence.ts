/** What the examples claim, counted: by how it is known, where and when. Pure functions of the examples. */
import { bases, type CaseStudy } from '../schemas/case-study.ts';
import { idsOf } from '../schemas/fields.ts';
import { groupBy } from './derive.ts';

export type Basis = (typeof bases)[number];
export type Change = CaseStudy['changes'][number];

/** An example, as far as counting goes. */
interface Example {
  id: string;
  data: Pick<CaseStudy, 'changes' | 'place' | 'priorityAreas' | 'asOf' | 'published' | 'reviewBy' | 'confirmed'>;
}

export interface Claim<E extends Example = Example> {
  example: E;
  change: Change;
}

/** Claims in order, with how many are known in which way, and of how many examples they are. */
export interface Claims<E extends Example = Example> {
  claims: Claim<E>[];
  counts: Record<Basis, number>;
  examples: number;
}

export interface Evidence<E extends Example = Example> {
  all: Claims<E>;
  area: ReadonlyMap<string, Claims<E>>;
  basis: ReadonlyMap<string, Claims<E>>;
  /** The places with most claims first. */
  place: ReadonlyMap<string, Claims<E>>;
}

/** How many changes are known in which way. */
export function countBases(changes: readonly Pick<Change, 'basis'>[]): Record<Basis, number> {
  const counts = { measured: 0, reported: 0, expected: 0 };
  for (const { basis } of changes) counts[basis] += 1;
  return counts;
}

const summed = <E extends Example>(claims: Claim<E>[]): Claims<E> => ({
  claims,
  counts: countBases(claims.map(({ change }) => change)),
  examples: new Set(claims.map(({ example }) => example)).size,
});

/** Every claim of change, the strongest first and then in the order of the examples. */
export function evidenceOf<E extends Example>(examples: readonly E[]): Evidence<E> {
  const all = examples.flatMap((example) => example.data.changes.map((change): Claim<E> => ({ example, change })));
  const byBasis = groupBy(all, ({ change }) => [change.basis]);
  const claims = bases.flatMap((basis) => byBasis.get(basis) ?? []);
  const lists = (keysOf: (claim: Claim<E>) => readonly string[]) =>
    [...groupBy(claims, keysOf)].map(([key, own]): [string, Claims<E>] => [key, summed(own)]);
  return {
    all: summed(claims),
    area: new Map(lists(({ example }) => idsOf(example.data.priorityAreas))),
    basis: new Map(lists(({ change }) => [change.basis])),
    place: new Map(
      lists(({ example }) => [example.data.place.id]).sort(([, a], [, b]) => b.claims.length - a.claims.length),
    ),
  };
}

/** How many examples have something at a time, a month or a year: account, confirmation, publication, review. */
export interface Period {
  period: string;
  accounts: number;
  /** Of those whose account is of this time: how many their place has confirmed since. */
  confirmedSince: number;
  confirmed: number;
  published: number;
  reviews: number;
}

const blank = (period: string): Period => ({
  period,
  accounts: 0,
  confirmedSince: 0,
  confirmed: 0,
  published: 0,
  reviews: 0,
});

/** The examples by the month of their account, the first month first. */
export function accountMonths(examples: readonly Example[]): Pick<Period, 'period' | 'accounts' | 'confirmedSince'>[] {
  return [...groupBy(examples, ({ data }) => [data.asOf])]
    .map(([period, own]) => ({
      period,
      accounts: own.length,
      confirmedSince: own.filter(({ data }) => data.confirmed !== undefined).length,
    }))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}

/** What befell the examples in each year, from the first that any names to the last; years of nothing are in it. */
export function years(examples: readonly Example[]): Period[] {
  const found = new Map<string, Period>();
  const at = (date: string): Period => {
    const year = date.slice(0, 4);
    const period = found.get(year) ?? blank(year);
    found.set(year, period);
    return period;
  };
  for (const { data } of examples) {
    const account = at(data.asOf);
    account.accounts += 1;
    if (data.confirmed) {
      account.confirmedSince += 1;
      at(data.confirmed.on).confirmed += 1;
    }
    at(data.published).published += 1;
    at(data.reviewBy).reviews += 1;
  }
  const named = [...found.keys()].map(Number);
  if (named.length === 0) return [];
  const first = Math.min(...named);
  return Array.from({ length: Math.max(...named) - first + 1 }, (_, index) => {
    const year = String(first + index);
    return found.get(year) ?? blank(year);
  });
}

/** A name in lines of at most `width` letters, where its words allow. */
export function inLines(name: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
