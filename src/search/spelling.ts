/** Finds the word that was meant by one that no page has. */
import { distance } from 'fastest-levenshtein';

/** A letter may be wrong in a short word, two in a longer one; less than that would be another word. */
const slipsIn = (word: string): number => (word.length <= 4 ? 1 : 2);

/**
 * The words of `vocabulary` (the most frequent first) that `typed` may have been meant for, the likeliest first, at
 * most `most`: those that it begins, then those a letter or two away. `slips` is how many letters may be wrong.
 */
export function meantBy(typed: string, vocabulary: readonly string[], most = 1, slips = slipsIn(typed)): string[] {
  if (typed.length < 3) return [];
  const begun = typed.length > 3 ? vocabulary.filter((word) => word.startsWith(typed)) : [];
  const near = vocabulary
    .map((word) => ({
      word,
      far: Math.abs(word.length - typed.length) > slips ? Infinity : distance(typed, word),
    }))
    .filter(({ far }) => far <= slips)
    // Most slips come after the first letter. The sort is stable, so the most frequent word stays first among equals.
    .sort((a, b) => a.far - b.far || Number(b.word[0] === typed[0]) - Number(a.word[0] === typed[0]))
    .map(({ word }) => word);
  return [...new Set([...begun, ...near])].slice(0, most);
}
