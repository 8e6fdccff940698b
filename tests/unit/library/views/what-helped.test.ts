import { expect, it } from 'vitest';
import type { Library } from '../../../../src/library/library.ts';
import { whatHelpedView } from '../../../../src/library/views/what-helped.ts';

const theme = (id: string, origin = 'source') => ({ id, data: { title: id, summary: id, origin } });
const factor = (id: string, ...examples: string[]) => ({ id, meanings: examples.map((example) => ({ example })) });
const same = (words: string): string => words;
const view = (rest: object) =>
  whatHelpedView({
    pageText: () => ({ text: same, brief: same }),
    factors: [],
    themes: [],
    factorsByTheme: new Map(),
    examplesByTheme: new Map(),
    recurring: [],
    ...rest,
  } as unknown as Library);

it('puts the themes of the sources first, and under each the factors that most examples name', () => {
  const [rare, common] = [factor('rare', 'a'), factor('common', 'a', 'b', 'b')];
  const { themes } = view({
    themes: [theme('own', 'editorial'), theme('found')],
    factorsByTheme: new Map([
      ['own', [rare]],
      ['found', [rare, common]],
    ]),
  });
  expect(themes.map((one) => [one.theme.id, one.factors.map(({ factor: { id }, count }) => [id, count])])).toEqual([
    [
      'found',
      [
        ['common', 2],
        ['rare', 1],
      ],
    ],
    ['own', [['rare', 1]]],
  ]);
});

it('says of a theme without a factor that none stands under it', () => {
  const { themes } = view({ themes: [theme('bare')], examplesByTheme: new Map([['other', ['a']]]) });
  expect(themes[0]?.standing).toBe('Theme from the sources. No factor stands under it: its page says what is known.');
});

it('puts what recurs under what most of its items say, and no heading without an entry', () => {
  const group = (id: string, ...boxes: string[]) => ({
    url: id,
    data: { title: id, summary: id },
    items: boxes.map((box) => ({ box, map: box })),
  });
  const { recurring } = view({
    recurring: [group('plans', 'local', 'mechanisms', 'mechanisms'), group('hopes', 'issues', 'issues')],
  });
  expect(recurring.map(({ title, groups }) => [title, groups.map(({ url, count }) => [url, count])])).toEqual([
    ['What places wanted to put right', [['hopes', '2\u00a0items on the maps of 1\u00a0place']]],
    ['What places planned or needed', [['plans', '3\u00a0items on the maps of 2\u00a0places']]],
  ]);
});
