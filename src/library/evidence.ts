/** What the examples claim, counted: by how it is known and where. Pure functions of the examples. */
import { bases, type CaseStudy } from '../schemas/case-study.ts';
import { idsOf } from '../schemas/fields.ts';
import { groupBy } from './derive.ts';

export type Basis = (typeof bases)[number];
export type Change = CaseStudy['changes'][number];

/** An example, as far as counting goes. */
interface Example {
  id: string;
  data: Pick<CaseStudy, 'changes' | 'place' | 'priorityAreas'>;
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
