import { expect, it } from 'vitest';
import { stemming, wordsOf } from '../../../src/search/words.ts';

it('the words of a question are taken once each, without case, accents, signs or possessives', () => {
  expect(wordsOf('Who paid the council’s CCG at the café, and who paid the PCF?')).toEqual([
    'who',
    'paid',
    'the',
    'council',
    'ccg',
    'at',
    'cafe',
    'and',
    'pcf',
  ]);
});

it('a pasted page stays a question', () => {
  expect(wordsOf(Array.from({ length: 200 }, (_, index) => `w${index}`).join(' '))).toHaveLength(24);
});

it('the forms of an English word share a stem; words of other languages stay as they are', () => {
  const stem = stemming('en-GB');
  expect(['employers', 'employment', 'employed'].map(stem)).toEqual(['employ', 'employ', 'employ']);
  expect(stemming('cy')('ysgolion')).toBe('ysgolion');
});
