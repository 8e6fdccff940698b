/** Capitalised words that may be the name of a person: by an honorific, as a known first name, or known to nobody. */
import nlp from 'compromise/two';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import type { Programme } from './programme.ts';
import type { Question } from './question.ts';

const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one.lexicon;
const nameTags = new Set(['FirstName', 'MaleName', 'FemaleName', 'LastName']);
const honorific = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Cllr|Councillor|Rev)\.?\s$/u;
/** A run of capitalised words, with joining words between them as some names have. */
const capitalised =
  /(?<![\p{L}\p{N}@/#-])\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s(?:(?:de|van|von|bin|al)\s)?\p{Lu}[\p{L}’'-]*)*/gu;
/** What a run that names an organisation, a street or a document ends with. */
const notPersons =
  /^(?:Academy|Act|Association|Board|Centre|Charity|College|Commission|Committee|Council|County|Foundation|Fund|Group|House|Institute|Limited|Ltd|Network|Office|Partnership|Programme|Project|Road|School|Service|Services|Society|Street|Team|Trust|University)$/;

let speller: ReturnType<typeof nspell> | undefined;
/** The dictionary is large, so it is made ready when the first word asks for it. */
const isSpelledRight = (word: string): boolean => {
  speller ??= nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  return speller.correct(word);
};

const tagsOf = (word: string): readonly string[] => {
  const tags = Object.hasOwn(lexicon, word) ? lexicon[word] : undefined;
  return tags === undefined ? [] : typeof tags === 'string' ? [tags] : tags;
};

type Standing = 'a name' | 'a word' | 'unknown';

/** How a capitalised word stands. Where a sentence begins, a word that is both, such as Grant or Mark, is a word. */
function standing(word: string, begins: boolean): Standing {
  const lower = word.toLowerCase();
  const tags = tagsOf(lower);
  const isWord = (): boolean => lower.split('-').every((part) => part === 'non' || isSpelledRight(part));
  if (tags.some((tag) => nameTags.has(tag))) return begins && isWord() ? 'a word' : 'a name';
  if (tags.length || isWord()) return 'a word';
  // England, Monday and the like are in the dictionary with a capital; so are some names, which the lexicon has.
  return isSpelledRight(word) ? 'a word' : 'unknown';
}

/** Where a text may name a person: the start and end of each run of words. */
export function possibleNames(
  text: string,
  begins: (index: number) => boolean,
  { knownWords, knownNames }: Pick<Programme, 'knownWords' | 'knownNames'>,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { 0: run, index } of withoutKnown(text, knownNames).matchAll(capitalised)) {
    const words = [...run.matchAll(/\p{Lu}[\p{L}’'-]*/gu)].map(({ 0: word, index: from }) => ({
      word: word.replace(/[’']s?$/u, ''),
      from: index + from,
    }));
    const titled =
      honorific.test(text.slice(Math.max(0, index - 12), index)) ||
      /^(?:Mrs?|Ms|Miss|Mx|Dr|Cllr|Councillor|Professor|Sir|Dame)\s/.test(run);
    const unknown = words.filter(({ word }) => !isKnown(word, knownWords));
    const judged = unknown.map(({ word, from }) => standing(word, begins(from)));
    const organised = notPersons.test(words.at(-1)?.word ?? '');
    if (titled || judged.includes('a name') || (judged.includes('unknown') && !organised))
      found.push({ start: index, end: index + run.length });
  }
  return found;
}

/** The text with as many spaces in place of each name that the content lists. */
const withoutKnown = (text: string, names: ReadonlySet<string>): string =>
  [...names].reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), text);

const isKnown = (word: string, known: ReadonlySet<string>): boolean =>
  /^\p{Lu}+s?$/u.test(word) ||
  word
    .toLowerCase()
    .split('-')
    .every((part) => known.has(part)) ||
  known.has(word.toLowerCase());

export const possibleName: Question = function* ({ passages }, programme) {
  for (const passage of passages) {
    if (!/\p{Lu}\p{Ll}/u.test(passage.text)) continue;
    const starts = new Set<number>();
    for (const { index, text } of passage.parsed().sentences) starts.add(index + text.search(/[\p{L}\p{N}]/u));
    for (const { start } of possibleNames(passage.text, (index) => starts.has(index), programme))
      yield {
        ...passage.at(start),
        message: 'a person may be named here',
        fix: 'Say who it is by role. The name of an organisation or a scheme may stand: add it to knownNames in site.yaml.',
      };
  }
};

/** Words of the checks themselves, which no dictionary has. */
const ofChecks = ['markdown', 'github'];

/** A finding's words without what may name a person: they go into logs, comments and annotations. */
export function withoutNames(text: string, programme: Programme): string {
  const known = { ...programme, knownWords: new Set([...programme.knownWords, ...ofChecks]) };
  const begins = (index: number): boolean => /(?:^|[.:]\s)$/.test(text.slice(0, index));
  return possibleNames(text, begins, known).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[…]${rest.slice(end)}`,
    text,
  );
}
