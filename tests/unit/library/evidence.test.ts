import { describe, expect, it } from 'vitest';
import { countBases, evidenceOf, inLines, type Change } from '../../../src/library/evidence.ts';
import { allTo, to } from '../references.ts';

const change = (basis: Change['basis'], claim: string = basis): Change => ({
  claim,
  basis,
  source: to('sources', 's'),
  where: 'w',
});
const example = (
  id: string,
  changes: Change[],
  { place = 'north', priorityAreas = ['work'] }: { place?: string; priorityAreas?: string[] } = {},
) => ({
  id,
  data: {
    changes,
    place: to('places', place),
    priorityAreas: allTo('priority-areas', ...priorityAreas),
  },
});

describe('the evidence of examples', () => {
  const one = example('one', [change('expected'), change('measured')], { priorityAreas: ['work', 'health'] });
  const two = example('two', [change('measured', 'more'), change('reported'), change('reported')], { place: 'south' });
  const evidence = evidenceOf([one, two]);

  it('has the strongest claims first, and those alike in the order of the examples', () => {
    expect(evidence.all.claims.map((claim) => [claim.example.id, claim.change.claim])).toEqual([
      ['one', 'measured'],
      ['two', 'more'],
      ['two', 'reported'],
      ['two', 'reported'],
      ['one', 'expected'],
    ]);
  });

  it('counts claims by basis, and the examples that make them', () => {
    expect(evidence.all.counts).toEqual({ measured: 2, reported: 2, expected: 1 });
    expect(evidence.all.examples).toBe(2);
    expect(countBases([])).toEqual({ measured: 0, reported: 0, expected: 0 });
  });

  it('lists a claim under each area of its example, its basis and its place', () => {
    expect(evidence.area.get('work')?.claims).toHaveLength(5);
    expect(evidence.area.get('health')?.counts).toEqual({ measured: 1, reported: 0, expected: 1 });
    expect(evidence.basis.get('reported')?.examples).toBe(1);
    expect([...evidence.place.keys()]).toEqual(['south', 'north']);
  });
});

it('a long name stands in lines that break between its words', () => {
  expect(inLines('Yorkshire and The Humber', 13)).toEqual(['Yorkshire and', 'The Humber']);
  expect(inLines('Northumberland', 5)).toEqual(['Northumberland']);
});
