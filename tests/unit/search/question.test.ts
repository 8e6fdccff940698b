import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/search/question.ts';

it('the words of a question are taken once each, without case, signs or possessives', () => {
  expect(wordsOf('Who paid the council’s CCG, and who paid the PCF?')).toEqual([
    'who',
    'paid',
    'the',
    'council',
    'ccg',
    'and',
    'pcf',
  ]);
});

it('a pasted page stays a question', () => {
  expect(wordsOf(Array.from({ length: 200 }, (_, index) => `w${index}`).join(' '))).toHaveLength(24);
});
