import { expect, it } from 'vitest';
import { Packer, packFilter, packWord, unpackFilter, unpackWords } from '../../../src/search/packing.ts';

const pages = [0, 1, 127, 128, 16_384, 2_097_153, 4_000_000_000];
const fits = [1, 2, 3, 128, 254, 255, 255];

it('what is packed comes out as it went in', () => {
  const packer = new Packer();
  packWord(packer, 'café', pages, fits);
  packWord(packer, 'none', [], []);
  const words = unpackWords(packer.take());
  expect([...words.keys()]).toEqual(['café', 'none']);
  expect([...(words.get('café')?.pages ?? [])]).toEqual(pages);
  expect([...(words.get('café')?.fits ?? [])]).toEqual(fits);
  expect(words.get('none')?.pages).toHaveLength(0);
  const values = unpackFilter(packFilter(new Map([['lendale', pages]])));
  expect([...(values.get('lendale') ?? [])]).toEqual(pages);
});

it('more than the first room is packed too', () => {
  const packer = new Packer();
  const many = Array.from({ length: 20_000 }, (_, index) => index * 3);
  packWord(
    packer,
    'many',
    many,
    many.map(() => 7),
  );
  expect([...(unpackWords(packer.take()).get('many')?.pages ?? [])]).toEqual(many);
  expect(packer.length).toBe(0);
});

it('an index that was cut off is an error, never a shorter answer', () => {
  const packer = new Packer();
  packWord(packer, 'word', [1, 2, 3], [9, 9, 9]);
  const whole = packer.take();
  for (let length = 1; length < whole.length; length += 1)
    expect(() => unpackWords(whole.slice(0, length)), String(length)).toThrow('ends too early');
});
