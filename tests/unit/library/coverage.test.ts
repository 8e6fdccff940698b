import { describe, expect, it } from 'vitest';
import { countPairs, standingOf } from '../../../src/library/coverage.ts';
import { sumOf, tallyOf } from '../../../src/library/measures.ts';
import { addressOf, haveOf } from '../../../src/components/forms/measure-plan.ts';

const pairsOf = (items: readonly (readonly [string[], string[]])[]) =>
  countPairs(
    items,
    ([rows]) => rows,
    ([, columns]) => columns,
  );

describe('counts of pairs', () => {
  it('count an item once for each pair of its rows and columns', () => {
    const count = pairsOf([
      [
        ['a', 'a', 'b'],
        ['x', 'x'],
      ],
      [['a'], ['x', 'y']],
      [['b'], []],
    ]);
    expect([count('a', 'x'), count('a', 'y'), count('b', 'x'), count('b', 'y'), count('c', 'x')]).toEqual([
      2, 1, 1, 0, 0,
    ]);
  });

  it('look at each item once, however many there are', () => {
    let looked = 0;
    const rowsOf = (item: number): string[] => {
      looked += 1;
      return [`row-${item % 6}`];
    };
    const count = countPairs(
      Array.from({ length: 10_000 }, (_, index) => index),
      rowsOf,
      (item) => [`column-${item % 2}`],
    );
    expect(count('row-1', 'column-1')).toBe(1667);
    expect(looked).toBe(10_000);
  });
});

it('a place chose an area, shows it, both or neither', () => {
  expect([standingOf(true, 2), standingOf(true, 0), standingOf(false, 1), standingOf(false, 0)]).toEqual([
    'both',
    'chosen',
    'shown',
    'neither',
  ]);
});

it('measures are counted by where they come from, and those of which nothing is said apart', () => {
  const tally = tallyOf([{ from: 'web' }, { from: 'records' }, { from: 'records' }, {}]);
  expect(tally).toEqual({ records: 2, surveys: 0, groups: 0, web: 1, unsaid: 1, all: 4 });
  expect(sumOf([tally, tallyOf([{ from: 'groups' }])])).toEqual({ ...tally, groups: 1, all: 5 });
  expect(sumOf([])).toEqual(tallyOf([]));
});

describe('the address of a plan', () => {
  it('names each area once, and gives back what it was made of', () => {
    const have = ['warning/bell', 'warning/gauge', 'readiness/sandbags'];
    const address = addressOf('/measures/plan/', have);
    expect(address).toBe('/measures/plan/?have=warning/bell.gauge&have=readiness/sandbags');
    expect([...haveOf(new URL(address, 'https://example.org').search)]).toEqual(have);
  });

  it('is the bare path where nothing is ticked', () => {
    expect(addressOf('/measures/plan/', [])).toBe('/measures/plan/');
    expect([...haveOf('')]).toEqual([]);
  });

  it('is read as a form writes it too, each measure once, and nothing made of what names none', () => {
    expect([...haveOf('?have=warning%2Fbell&have=warning%2Fbell&have=warning/&have=&q=x')]).toEqual(['warning/bell']);
  });
});
