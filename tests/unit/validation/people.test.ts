import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { peopleIn, questionsOn } from '../../../src/validation/people/people.ts';

/** Sentences on made-up people: those that the rules were written by, those that they were not, and some on nobody. */
const { known, apart, nobody } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/people.json'), 'utf8'),
) as Record<'known' | 'apart' | 'nobody', string[]>;

const ofNothing = { knownWords: new Set<string>(), knownNames: new Set<string>(), contact: undefined };
const asked = (sentence: string): string[] =>
  questionsOn([peopleIn('entry.mdx', 'entry.mdx', `---\n---\n\n${sentence}\n`)], ofNothing).open.map(
    ({ rule }) => rule,
  );
const missed = (sentences: readonly string[]): string[] => sentences.filter((sentence) => asked(sentence).length === 0);

describe('what may be of people is asked about', () => {
  it.each([
    ['in wordings that the rules were written by', known],
    ['in others', apart],
  ])('%s, nine times in ten', (_, sentences) => {
    expect(sentences.length).toBeGreaterThanOrEqual(35);
    const left = missed(sentences);
    expect(left.length, left.join('\n')).toBeLessThanOrEqual(sentences.length / 10);
  });

  it('and plain numbers, groups and words that are names elsewhere are not', () => {
    expect(nobody.filter((sentence) => asked(sentence).length > 0)).toEqual([]);
  });
});
