import { expect, it } from 'vitest';
import { meantBy } from '../../../src/search/spelling.ts';

const known = [
  'people',
  'plans',
  'parents',
  'employers',
  'commissioning',
  'facilitator',
  'flood',
  'sandbags',
  'wardens',
];

it.each([
  ['a letter that is missing', 'employrs', 'employers'],
  ['a letter that is missing from a double', 'comissioning', 'commissioning'],
  ['a letter too many', 'floood', 'flood'],
  ['a letter for another', 'sandbagz', 'sandbags'],
  ['two that have changed places', 'emploeyrs', 'employers'],
  ['two slips in a long word', 'comisioning', 'commissioning'],
])('mends %s', (_, typed, meant) => {
  expect(meantBy(typed, known)[0]).toBe(meant);
});

it.each(['plan', 'pepl', 'payments', 'people2', 'xylophone', 'waders'])('leaves %s as it is', (typed) => {
  expect(
    meantBy(
      typed,
      known.filter((word) => word !== 'people'),
    ),
  ).toEqual([]);
});

it('takes the word with the same first letter for the likelier', () => {
  expect(meantBy('flood', ['blood', 'floods'])).toEqual(['floods', 'blood']);
});
