import { describe, expect, it } from 'vitest';
import { excerptOf, type Hit } from '../../../src/search/excerpt.ts';

const filler = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const headings = [
  { level: 1, id: 'top', position: 0 },
  { level: 2, id: 'start', position: 10 },
  { level: 2, id: 'did', position: 70 },
];
/** Hits wherever a word of the text is one of these. */
const hitsIn = (text: string, weights: Record<string, number>): Hit[] =>
  text.split(' ').flatMap((word, position) => {
    const bare = word.replace(/\W/g, '');
    return weights[bare] === undefined ? [] : [{ position, word: bare, weight: weights[bare] }];
  });

describe('an excerpt', () => {
  const text = `${filler(40)} an employer came. ${filler(40)}. Then an employer paid the grant. ${filler(40)}`;
  const excerpt = excerptOf(text, headings, hitsIn(text, { employer: 1, grant: 3 }));

  it('is the stretch with the most telling words, not the first that has any', () => {
    expect(excerpt?.pieces.filter(({ marked }) => marked).map((piece) => piece.text)).toEqual(['employer', 'grant.']);
  });

  it('begins with the sentence where that is near, and says where text was cut within one', () => {
    expect(excerpt?.pieces[0]?.text).toBe('Then an');
    expect([excerpt?.cutBefore, excerpt?.cutAfter]).toEqual([false, true]);
  });

  it('leads to the section that it stands in, with phrases of its sentence to mark', () => {
    expect(excerpt?.fragment).toBe('#did:~:text=Then%20an%20employer%20paid%20the&text=grant');
  });
});

it('hits in a section go before hits in the lead', () => {
  const text = `employer ${filler(20)} employer ${filler(20)}`;
  expect(excerptOf(text, headings, hitsIn(text, { employer: 1 }))?.fragment).toMatch(/^#start:/);
});

it('a page that was found by its names alone has none', () => {
  expect(excerptOf(filler(20), headings, [])).toBeUndefined();
});
