/** How old a reader must be, by the Flesch-Kincaid grade. https://en.wikipedia.org/wiki/Flesch-Kincaid_readability_tests */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { limits } from './limits.ts';
import { wordsIn } from './words.ts';
import type { Passage } from './text.ts';
import type { Question } from './question.ts';

/** Years, from the whole of some passages; undefined where they have too few words to tell. */
export function readingAgeOf(passages: readonly Passage[], fewestWords: number): number | undefined {
  let sentence = 0;
  let word = 0;
  let syllables = 0;
  for (const { text, parsed } of passages) {
    const words = wordsIn(text);
    word += words.length;
    for (const one of words) syllables += syllable(one);
    sentence += parsed().sentences.length;
  }
  // A child is five in the year before grade 1.
  return word < fewestWords ? undefined : fleschKincaid({ sentence, word, syllable: syllables }) + 5;
}

export const readingAge: Question = function* ({ passages, entry }) {
  const parts = [
    {
      passages: passages.filter(({ kind }) => kind === 'paragraph' || kind === 'item'),
      fewest: limits.readingAgeWords,
      most: limits.readingAge,
      what: 'the body',
    },
    {
      passages: passages.filter(({ key }) => key === 'inShort'),
      fewest: limits.readingAgeWordsInShort,
      most: limits.readingAgeInShort,
      what: 'inShort',
    },
  ];
  for (const { passages: judged, fewest, most, what } of parts) {
    const years = readingAgeOf(judged, fewest);
    if (years !== undefined && years > most)
      yield {
        ...(judged[0]?.at(0) ?? entry.locate([])),
        message: `${what} asks for a reader of ${Math.round(years)} years, over the target of ${most}`,
        fix: 'Cut long sentences in two and use shorter words.',
      };
  }
};
