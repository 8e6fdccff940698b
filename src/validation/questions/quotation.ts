/** Somebody's own words, where no consent is recorded. */
import { limits } from './limits.ts';
import { matches } from './text.ts';
import { wordsIn } from './words.ts';
import type { Question } from './question.ts';

const marked = /[“"][^”"]+[”"]|(?<![\p{L}\p{N}])[‘'](?:[^‘’']|(?<=\p{L})[’'](?=\p{L}))+[’'](?!\p{L})/gu;

export const quotation: Question = function* ({ entry, passages }) {
  const { disclosure } = entry.data as { disclosure?: { consent: { status: string } } };
  if (disclosure?.consent.status === 'recorded') return;
  const asked = {
    message: 'quotation marks hold what may be somebody’s own words, and no consent is recorded',
    fix: 'Put it in words of your own, or record consent.',
  };
  for (const passage of passages) {
    if (passage.kind === 'quotation') yield { ...passage.at(0), ...asked };
    else
      for (const { found, line, column } of matches(passage, marked))
        if (wordsIn(found).length >= limits.quotedWords) yield { line, column, ...asked };
  }
};
