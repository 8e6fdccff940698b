import { expect, it } from 'vitest';
import { meantBy } from '../../../src/search/spelling.ts';

/** The most frequent first. */
const vocabulary = ['people', 'plan', 'employers', 'employment', 'commissioning', 'harlandshire', 'plant', 'pilot'];

it.each([
  ['employrs', 'employers'],
  ['emploeyrs', 'employers'],
  ['comissioning', 'commissioning'],
  ['harland', 'harlandshire'],
  ['pln', 'plan'],
  ['plano', 'plan'],
])('%s is meant for %s', (typed, meant) => {
  expect(meantBy(typed, vocabulary)[0]).toBe(meant);
});

it('a word too far from any is meant for none, and a short one may have one slip only', () => {
  expect(meantBy('xylophone', vocabulary)).toEqual([]);
  expect(meantBy('plxx', vocabulary)).toEqual([]);
  expect(meantBy('lo', vocabulary)).toEqual([]);
});

it('gives more of the nearest on request', () => {
  expect(meantBy('plane', vocabulary, 3)).toEqual(['plan', 'plant']);
});
