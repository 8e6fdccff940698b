/** Finds the word that was meant by one that stands nowhere. */
import { distance } from 'fastest-levenshtein';

/** Below this length too many words are near to any other. */
const shortest = 5;

const swapped = (a: string, b: string): boolean => {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b;
};

/** The words of `known` that `typed` may have been meant for, the likeliest first. */
export function meantBy(typed: string, known: readonly string[]): string[] {
  // A letter may be wrong, or two in a long word; two that have changed places count as one.
  const most = typed.length < 10 ? 1 : 2;
  const [start, end] = [typed.slice(0, 2), typed.slice(-2)];
  const isNear = (word: string): boolean =>
    // Slips at both ends make another word.
    (word.startsWith(start) || word.endsWith(end)) &&
    Math.min(word.length, typed.length) >= shortest &&
    Math.abs(word.length - typed.length) <= most;
  return known
    .filter(isNear)
    .map((word) => ({ word, far: swapped(typed, word) ? 1 : distance(typed, word) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || Number(b.word[0] === typed[0]) - Number(a.word[0] === typed[0]))
    .map(({ word }) => word);
}
