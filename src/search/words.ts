/** The words of a question: which of them carry meaning, and how else they may be written. */
import { distance } from 'fastest-levenshtein';

/** The commonest words of English, and those with which people ask. */
const empty = new Set(
  `a about after all also am an and any anybody anyone are as at be because been before but by can could did do does
  doing done few for from get give go got had has have he hello her here hi him his how i if in into is it its just know
  like many me more most much my no not of on our or out over own please she should show so some such than thank thanks
  that the their them then there these they this those to tried try up us very want was we were what when where which
  while who why will with would you your`.split(/\s+/),
);
/** Whether a word carries no meaning, as “what’s” and “don’t” do not. */
export const isEmpty = (word: string): boolean =>
  [/$/, /['’]\p{L}+$/u, /n['’]t$/u].some((ending) => empty.has(word.replace(ending, '')));

/** The words of a text as typed, without the signs around them; a share and a range are written in one way. */
export const typedIn = (text: string): string[] =>
  text
    .replace(/(?<=\d)\s*per\s?cent(?!\p{L})/giu, '')
    .replace(/(?<=\d)(?:\s*[-–—]\s*|\s+to\s+)£?(?=\d)/giu, '-')
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);
export const wordsIn = (text: string): string[] => typedIn(text.toLowerCase());

/** Those that carry meaning, each once; all, where none does. */
export function tellingWords(text: string): string[] {
  // A pasted page stays a question.
  const words = [...new Set(wordsIn(text))].slice(0, 24);
  const telling = words.filter((word) => !isEmpty(word));
  return telling.length ? telling : words;
}

/** Whether a question is a title, or nearly: a letter in six of what carries meaning may differ. */
export function isTitle(question: string, title: string): boolean {
  const [asked, called] = [question, title].map((text) => tellingWords(text).join(' ')) as [string, string];
  return distance(asked, called) * 6 <= called.length;
}

/** What stands between signs in a word, an apostrophe and the comma or point of a figure apart, or beside a figure. */
export const partsOfWord = (word: string): string[] =>
  word.split(/(?:(?!(?<=\d)[.,]\d)[^\p{L}\p{N}\s'’])+|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u);

/** For each word with parts, and each two or three in a row: as they were typed, and joined or apart. */
export function writtenOtherwise(question: string): string[][] {
  const words = wordsIn(question).slice(0, 24);
  const parted = words.map((word) => ({ word, parts: partsOfWord(word) })).filter(({ parts }) => parts.length > 1);
  const rows = [2, 3].flatMap((size) => words.map((_, at) => words.slice(at, at + size)).slice(0, 1 - size));
  return [
    ...parted.map(({ word, parts }) => [word, parts.join(' '), parts.join(' to ')]),
    ...rows.filter((row) => !row.every(isEmpty)).map((row) => [row.join(' '), row.join('')]),
  ];
}

/** A text without what may part its words. */
export const lettersOf = (text: string): string => text.replace(/ to (?=\d)|[^\p{L}\p{N}]/gu, '');
