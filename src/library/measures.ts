/** How many measures come from where. */
import { measureKinds, type MeasureKind } from '../schemas/measures.ts';

/** Where a measure comes from, or that the source does not make it clear. */
export type From = MeasureKind | 'unsaid';
export const froms = [...measureKinds, 'unsaid'] as const satisfies readonly From[];

export type Tally = Record<From | 'all', number>;

/** Counts measures, those within others too. */
export function tallyOf(items: Iterable<{ from?: MeasureKind | undefined }>): Tally {
  const tally: Tally = { records: 0, surveys: 0, groups: 0, web: 0, unsaid: 0, all: 0 };
  for (const { from = 'unsaid' } of items) {
    tally[from] += 1;
    tally.all += 1;
  }
  return tally;
}

/** The sum of several. */
export const sumOf = (tallies: readonly Tally[]): Tally =>
  tallies.reduce((sum, tally) => {
    for (const key of [...froms, 'all'] as const) sum[key] += tally[key];
    return sum;
  }, tallyOf([]));
