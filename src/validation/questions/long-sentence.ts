import { limits } from './limits.ts';
import type { Question } from './question.ts';

/** Sentences that are too long to follow. */
export const longSentence: Question = function* ({ passages }) {
  for (const { parsed, at } of passages)
    for (const { index, words } of parsed().sentences)
      if (words > limits.sentenceWords)
        yield {
          ...at(index),
          message: `a sentence has ${words} words, over the limit of ${limits.sentenceWords}`,
          fix: 'Make two sentences of it, or a list.',
        };
};
