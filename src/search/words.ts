/** What counts as a word: the same for pages when they are indexed, for questions, and for the words marked in a result. */
import { stem as englishStem } from 'porter2';

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The words of a text in their order, in lower case, without accents, signs or possessives. */
export const wordsIn = (text: string): string[] =>
  (/^[\u0000-\u007f]*$/.test(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, ''))
    .toLowerCase()
    .replace(/[’']s(?![\p{L}\p{N}])/gu, '')
    .match(wordPattern) ?? [];

/** The words of a question, each once. At most 24, so that a pasted page stays a question. */
export const wordsOf = (question: string): string[] => [...new Set(wordsIn(question))].slice(0, 24);

/**
 * Gives what the forms of a word share, so that each finds the others: employ for employers and employment. Only
 * English is known; the words of other languages stay as they are. `language` is a tag such as en-GB.
 */
export function stemming(language: string): (word: string) => string {
  if (!/^en\b/i.test(language)) return (word) => word;
  const known = new Map<string, string>();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, (stem = englishStem(word)));
    return stem;
  };
}
