import { describe, expect, it } from 'vitest';
import {
  areasByFactor,
  byLetter,
  crossReferences,
  groupBy,
  letterOf,
  meaningsByFactor,
  type Item,
} from '../../../src/library/derive.ts';
import type { CaseStudy } from '../../../src/schemas/case-study.ts';
import type { Factor } from '../../../src/schemas/factor.ts';
import { allTo, to } from '../references.ts';

const makeExample = (id: string, data: Partial<CaseStudy> = {}): Item<CaseStudy> => ({
  id,
  data: {
    priorityAreas: allTo('priority-areas', 'warning'),
    themes: [],
    keyFactors: [],
    related: [],
    ...data,
  } as unknown as CaseStudy,
});
const makeFactor = (id: string, data: Partial<Factor> = {}): Item<Factor> => ({
  id,
  data: { priorityAreas: [], themes: [], ...data } as unknown as Factor,
});

it('groups an item once under a key, however often it gives that key', () => {
  expect(groupBy(['ab', 'b', 'bb'], (word) => word)).toEqual(
    new Map([
      ['a', ['ab']],
      ['b', ['ab', 'b', 'bb']],
    ]),
  );
});

it('keeps both meanings where one example names a factor twice', () => {
  const meanings = meaningsByFactor([
    makeExample('a', {
      keyFactors: [
        { factor: to('factors', 'trust'), meant: 'one' },
        { factor: to('factors', 'trust'), meant: 'two' },
      ],
    }),
  ]);
  expect(meanings.get('trust')).toHaveLength(2);
});

it('gives a factor the areas of its examples and those that its source adds, each once', () => {
  const areas = areasByFactor(
    [makeFactor('trust', { priorityAreas: allTo('priority-areas', 'housing') }), makeFactor('alone')],
    [
      makeExample('a', {
        priorityAreas: allTo('priority-areas', 'warning', 'readiness'),
        keyFactors: [{ factor: to('factors', 'trust'), meant: 'm' }],
      }),
      makeExample('b', { keyFactors: [{ factor: to('factors', 'trust'), meant: 'm' }] }),
    ],
  );
  expect([...(areas.get('trust') ?? [])]).toEqual(['housing', 'warning', 'readiness']);
  expect(areas.get('alone')?.size).toBe(0);
});

describe('a list by letter', () => {
  it('has letters and words in the order of the language, small and capital letters together', () => {
    const words = ['plan', 'Élan', 'PB', 'edge', 'agreement', 'Éa'].map((word) => ({ word }));
    expect(byLetter(words, 'en-GB')).toEqual([
      { letter: 'A', items: [{ word: 'agreement' }] },
      { letter: 'E', items: [{ word: 'Éa' }, { word: 'edge' }, { word: 'Élan' }] },
      { letter: 'P', items: [{ word: 'PB' }, { word: 'plan' }] },
    ]);
  });

  it('keeps a letter with a mark apart where the language has it as a letter of its own', () => {
    expect([letterOf('ångström', 'en-GB'), letterOf('ångström', 'sv')]).toEqual(['A', 'Å']);
    expect(byLetter([{ word: 'ånga' }, { word: 'zon' }], 'sv').map(({ letter }) => letter)).toEqual(['Z', 'Å']);
  });

  it('looks past quotation marks, and takes a figure for itself', () => {
    expect([letterOf('‘In short’', 'en-GB'), letterOf('16 and over', 'en-GB')]).toEqual(['I', '1']);
  });
});

describe('other words for terms', () => {
  const terms = [
    { id: 'sen', data: { title: 'special educational needs', words: ['SEN', 'special needs'] } },
    {
      id: 'send',
      data: { title: 'needs and disabilities', words: ['SEND', 'Special needs', 'Needs and Disabilities'] },
    },
  ];

  it('lead to all terms that share one, and leave out the title of the term itself', () => {
    expect(crossReferences(terms, ({ data }) => data.words)).toEqual([
      { word: 'SEN', see: ['sen'] },
      { word: 'special needs', see: ['sen', 'send'] },
      { word: 'SEND', see: ['send'] },
    ]);
  });

  it('lead to a term once, however often it gives the word', () => {
    expect(crossReferences(terms.slice(0, 1), () => ['SEN', 'sen'])).toHaveLength(1);
  });
});
