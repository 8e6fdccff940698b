/** Finds the word that was meant by one that stands nowhere. */
import { distance } from 'fastest-levenshtein';

/** Below this length too many words are near to any other. */
export const shortest = 5;

/** A letter may be wrong, or two in a long word; two that have changed places count as one. */
const slipsIn = (word: string): number => (word.length < 10 ? 1 : 2);

const swapped = (a: string, b: string): boolean => {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
};

/** The words of `known` that `typed` may have been meant for, the likeliest first. */
export function meantBy(typed: string, known: readonly string[]): string[] {
  if (typed.length < shortest) return [];
  return known
    .map((word) => ({ word, far: swapped(typed, word) ? 1 : distance(typed, word) }))
    .filter(({ word, far }) => word.length >= shortest && far <= slipsIn(typed))
    .sort((a, b) => a.far - b.far || Number(b.word[0] === typed[0]) - Number(a.word[0] === typed[0]))
    .map(({ word }) => word);
}
