import { describe, expect, it } from 'vitest';
import { relatedExamples, type Item, type Reason } from '../../../src/library/derive.ts';
import type { CaseStudy } from '../../../src/schemas/case-study.ts';
import { allTo, to } from '../references.ts';

interface Made {
  place?: string;
  factors?: string[];
  areas?: string[];
  related?: CaseStudy['related'];
}

/** An example in a place and an area of its own, unless said otherwise, so that nothing is shared by chance. */
const make = (id: string, { place = `place-${id}`, factors = [], areas = [`area-${id}`], related = [] }: Made = {}) =>
  ({
    id,
    data: {
      place: to('places', place),
      priorityAreas: allTo('priority-areas', ...areas),
      keyFactors: factors.map((factor) => ({ factor: to('factors', factor), meant: 'm' })),
      related,
    },
  }) as unknown as Item<CaseStudy>;
const relatedTo = (id: string, examples: readonly Item<CaseStudy>[]) => relatedExamples(examples)(id);
/** The related examples of each. */
const relatedToEach = (examples: readonly Item<CaseStudy>[]) => {
  const related = relatedExamples(examples);
  return new Map(examples.map(({ id }) => [id, related(id)]));
};
const idsTo = (id: string, examples: readonly Item<CaseStudy>[]) =>
  relatedTo(id, examples).map(({ example }) => example);
const many = (count: number, of: (index: number) => Made): Item<CaseStudy>[] =>
  Array.from({ length: count }, (_, index) => make(`made-${String(index).padStart(5, '0')}`, of(index)));

describe('the reasons', () => {
  it('are what the author wrote, the factors of both, and the area of both in another place', () => {
    const examples = [
      make('a', {
        factors: ['x', 'y'],
        areas: ['one', 'two'],
        related: [{ example: to('case-studies', 'b'), reason: 'Both do it.' }],
      }),
      make('b', { factors: ['y', 'z', 'x'], areas: ['two'] }),
    ];
    const reasons: Reason[] = [
      { kind: 'written', reason: 'Both do it.' },
      { kind: 'factors', factors: ['x', 'y'] },
      { kind: 'areas', areas: ['two'] },
    ];
    expect(relatedTo('a', examples)).toEqual([{ example: 'b', reasons }]);
    expect(relatedTo('b', examples)).toEqual([{ example: 'a', reasons }]);
  });

  it('name the rarest factor first, and one that an example names twice once', () => {
    const examples = [
      make('a', { factors: ['common', 'rare', 'common'] }),
      make('b', { factors: ['common', 'rare'] }),
      make('c', { factors: ['common'] }),
    ];
    expect(relatedTo('a', examples)[0]?.reasons).toEqual([{ kind: 'factors', factors: ['rare', 'common'] }]);
  });

  it('do not count an area of the same place: that is only more of the same', () => {
    expect(
      relatedTo('a', [make('a', { place: 'p', areas: ['one'] }), make('b', { place: 'p', areas: ['one'] })]),
    ).toEqual([]);
    expect(
      relatedTo('a', [
        make('a', { place: 'p', areas: ['one'], factors: ['x'] }),
        make('b', { place: 'p', areas: ['one'], factors: ['x'] }),
      ]),
    ).toEqual([{ example: 'b', reasons: [{ kind: 'factors', factors: ['x'] }] }]);
  });
});

describe('the order', () => {
  it('puts a written reason before any shared factor, and that before a shared area', () => {
    expect(
      idsTo('a', [
        make('a', { factors: ['x', 'y', 'z'], areas: ['one'] }),
        make('area', { areas: ['one'] }),
        make('factors', { factors: ['x', 'y', 'z'], areas: ['one'] }),
        make('written', { related: [{ example: to('case-studies', 'a'), reason: 'It took up the idea.' }] }),
      ]),
    ).toEqual(['written', 'factors', 'area']);
  });

  it('puts a rare factor before a common one', () => {
    expect(
      idsTo('a', [
        make('a', { factors: ['common', 'rare'] }),
        make('b', { factors: ['common'] }),
        make('c', { factors: ['common'] }),
        make('d', { factors: ['common'] }),
        make('z', { factors: ['rare'] }),
      ]),
    ).toEqual(['z', 'b', 'c', 'd']);
  });

  it('puts another place before the same one', () => {
    expect(
      idsTo('a', [
        make('a', { place: 'p', factors: ['x'] }),
        make('b', { place: 'p', factors: ['x'] }),
        make('c', { factors: ['x'] }),
      ]),
    ).toEqual(['c', 'b']);
  });

  it('breaks ties by name, whatever the order of the list', () => {
    const examples = ['d', 'b', 'a', 'c'].map((id) => make(id, { factors: ['x'] }));
    expect(idsTo('a', examples)).toEqual(['b', 'c', 'd']);
    expect(idsTo('a', [...examples].reverse())).toEqual(['b', 'c', 'd']);
  });
});

describe('the list', () => {
  it('is empty for an example that shares nothing', () => {
    const examples = [make('a', { factors: ['x'] }), make('b', { factors: ['y'] })];
    expect(relatedToEach(examples)).toEqual(
      new Map([
        ['a', []],
        ['b', []],
      ]),
    );
  });

  it('has at most five', () => {
    expect(
      idsTo(
        'made-00000',
        many(9, () => ({ factors: ['x'] })),
      ),
    ).toHaveLength(5);
  });

  it('never names the example itself', () => {
    for (const [id, related] of relatedToEach(many(30, () => ({ factors: ['x', 'y'], areas: ['one'] }))))
      expect(related.map(({ example }) => example)).not.toContain(id);
  });

  it('has all that somebody wrote of, and one from another place', () => {
    const related = allTo('case-studies', 'b', 'c', 'd', 'e', 'f').map((example) => ({ example, reason: 'r' }));
    const examples = [
      make('a', { place: 'p', areas: ['one'], related }),
      ...related.map(({ example: { id } }) => make(id, { place: 'p' })),
      make('g', { areas: ['one'] }),
    ];
    expect(idsTo('a', examples)).toEqual(['b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('has one from another place however many of the same stand between them', () => {
    const examples = [
      ...many(50, () => ({ place: 'p', factors: ['x'] })),
      make('far', { factors: ['x'] }),
      ...many(50, (index) => ({ place: 'p', factors: ['x'], areas: [`other-${index}`] })).map((item) => ({
        ...item,
        id: `more-${item.id}`,
      })),
    ];
    for (const [id, related] of relatedToEach(examples))
      if (id !== 'far') expect([id, related[0]?.example]).toEqual([id, 'far']);
  });
});

describe('among many that are all alike', () => {
  const examples = many(1_000, (index) => ({ place: `p${index % 50}`, factors: ['x', 'y'], areas: ['one'] }));
  const related = relatedToEach(examples);

  it('none is named by more than its neighbours, so that none is everywhere', () => {
    const namedBy = new Map<string, number>();
    for (const list of related.values())
      for (const { example } of list) namedBy.set(example, (namedBy.get(example) ?? 0) + 1);
    expect(Math.max(...namedBy.values())).toBeLessThanOrEqual(20);
    expect([...related.values()].every((list) => list.length === 5)).toBe(true);
  });

  it('two that name one another do so for the same reasons', () => {
    let pairs = 0;
    for (const [id, list] of related)
      for (const { example, reasons } of list) {
        const back = related.get(example)?.find((one) => one.example === id);
        if (!back) continue;
        pairs += 1;
        expect(back.reasons).toEqual(reasons);
      }
    expect(pairs).toBeGreaterThan(0);
  });
});

it('takes under two seconds for 10,000 examples, the most of them with the same factor and area', () => {
  const examples = many(10_000, (index) => ({
    place: `p${index % 150}`,
    factors: ['everywhere', `f${index % 60}`, `f${(index * 7) % 60}`, `g${index % 5}`, `h${index % 2_000}`],
    areas: ['one', `area-${index % 6}`],
  }));
  // The time of this thread alone, since the other suites may keep the processor busy.
  const before = process.threadCpuUsage();
  const related = relatedToEach(examples);
  const { user, system } = process.threadCpuUsage(before);
  const took = (user + system) / 1_000;
  console.log(`related examples of 10,000: ${Math.round(took)} ms`);
  expect(related.size).toBe(10_000);
  expect(took).toBeLessThan(2_000);
});
