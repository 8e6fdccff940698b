import { expect, it } from 'vitest';
import { addressOf, choiceOf, namedBy } from '../../../../src/components/compare/choice.ts';

it('takes each example once, in the order of the address, and tells which came again', () => {
  expect(choiceOf('?example=b&q=x&example=a&example=b&example=')).toEqual({ chosen: ['b', 'a'], repeated: ['b'] });
  expect(choiceOf('')).toEqual({ chosen: [], repeated: [] });
});

it('writes an address that says the same again, whatever the slugs hold', () => {
  expect(addressOf('/compare/', ['a', 'b'])).toBe('/compare/?example=a&example=b');
  expect(addressOf('/compare/', [])).toBe('/compare/');
  const odd = ['a&example=b', '../../..', 'é ü'];
  expect(choiceOf(addressOf('/', odd).slice(1)).chosen).toEqual(odd);
});

it('counts an example once that names a factor twice', () => {
  expect([...namedBy([['x', 'y', 'x'], ['y'], []])]).toEqual([
    ['x', 1],
    ['y', 2],
  ]);
});
