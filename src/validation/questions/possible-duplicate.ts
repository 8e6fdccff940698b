/**
 * Another example that says the same. Found by an index of shingles, runs of a few words, so that no example is held
 * against each other one; of the shingles a fixed quarter is kept, chosen by its hash.
 */
import type { BodyEntry, DataOf } from '../content.ts';
import { shownPath } from '../../config/settings.ts';
import { limits } from './limits.ts';
import { wordsIn } from './words.ts';
import type { Question } from './question.ts';

type Example = BodyEntry<DataOf<'case-studies'>>;

/** A quarter is enough to tell, and keeps the index of thousands of examples small. */
const keptOf = 4;
/** Bodies with fewer kept shingles are too short to judge. */
const fewestShingles = 15;

function shinglesOf(body: string): Set<number> {
  const words = wordsIn(body);
  const kept = new Set<number>();
  for (let from = 0; from + limits.shingleWords <= words.length; from += 1) {
    let hash = 0x811c9dc5;
    for (let index = from; index < from + limits.shingleWords; index += 1) {
      const word = words[index] ?? '';
      for (let letter = 0; letter < word.length; letter += 1)
        hash = Math.imul(hash ^ word.charCodeAt(letter), 0x01000193);
      hash = Math.imul(hash ^ 0x20, 0x01000193);
    }
    if ((hash >>> 8) % keptOf === 0) kept.add(hash);
  }
  return kept;
}

/** Of two examples the one published later repeats the other. */
const isLater = (a: Example, b: Example): boolean =>
  a.data.published === b.data.published ? a.id > b.id : a.data.published > b.data.published;

/** For each judged example, the earlier one of which it has the most. */
export function duplicateFinder(examples: readonly Example[], isJudged: (file: string) => boolean) {
  const sizes = new Map<Example, number>();
  const holders = new Map<number, Example[]>();
  const judged = new Map(
    examples.filter(({ file }) => isJudged(file)).map((example) => [example, shinglesOf(example.body)]),
  );
  for (const shingles of judged.values()) for (const shingle of shingles) holders.set(shingle, []);
  // Without one to judge there is nothing to hold the others against.
  for (const example of judged.size ? examples : []) {
    const shingles = judged.get(example) ?? shinglesOf(example.body);
    sizes.set(example, shingles.size);
    for (const shingle of shingles) {
      const list = holders.get(shingle);
      if (list && list.length <= limits.bodiesWithShingle) list.push(example);
    }
  }
  const best = new Map<string, { file: string; share: number }>();
  for (const [example, shingles] of judged) {
    const shared = new Map<Example, number>();
    for (const shingle of shingles) {
      const list = holders.get(shingle) ?? [];
      if (list.length > limits.bodiesWithShingle) continue;
      for (const other of list)
        if (other !== example && isLater(example, other)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      const size = Math.min(shingles.size, sizes.get(other) ?? 0);
      const share = count / size;
      if (size >= fewestShingles && share > (best.get(example.id)?.share ?? 0))
        best.set(example.id, { file: shownPath(other.file), share });
    }
  }
  return (id: string): { file: string; share: number } | undefined => best.get(id);
}

export const possibleDuplicate: Question = function* ({ name, entry }, { duplicateOf }) {
  const found = name === 'case-studies' ? duplicateOf(entry.id) : undefined;
  if (found && found.share >= limits.sharedShingles)
    yield {
      ...entry.locate(['title'], 'key'),
      message: `about ${Math.round(found.share * 100)}% of the text also stands in ${found.file}`,
      fix: 'Add to that example instead, or say here only what is new.',
    };
};
