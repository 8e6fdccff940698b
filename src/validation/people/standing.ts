/** What a word can be: a first name, an ordinary word, both, or known to nobody. */
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import { firstNames } from './first-names.ts';

/**
 * `name`: a first name and no word. `either`: a first name that is a word too, such as Will or Grace. `word`: in the
 * dictionary. `proper`: in the dictionary with a capital alone, such as England, Monday or Smith.
 */
export type Standing = 'name' | 'either' | 'word' | 'proper' | 'unknown';

/** Words of this field that the dictionary has not, or has not yet. */
const ofField = new Set(
  'april august june may autistic github markdown neurodivergent neurodiverse online safeguarding stepwise website'.split(
    ' ',
  ),
);

let made: ReturnType<typeof nspell> | undefined;
/** The dictionary is large, so it is made ready when the first word asks for it. */
const speller = () => (made ??= nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) }));
const isSpelledRight = (word: string): boolean => speller().correct(word);

/** Every word of the dictionary in every form, in lower case. */
export function englishWords(): string[] {
  // Under a name that its types leave out.
  const { data } = speller() as unknown as { data: Record<string, unknown> };
  return [...new Set(Object.keys(data).map((word) => word.toLowerCase()))];
}

const standings = new Map<string, Standing>();

/** How a word stands, as if it began with a capital. */
export function standingOf(word: string): Standing {
  const lower = word.toLowerCase();
  const known = standings.get(lower);
  if (known) return known;
  const found = judged(lower);
  standings.set(lower, found);
  return found;
}

function judged(lower: string): Standing {
  const parts = lower.split('-');
  const isWord = parts.every((part) => ofField.has(part) || part === 'non' || isSpelledRight(part));
  if (parts.some((part) => firstNames.has(part))) return isWord ? 'either' : 'name';
  if (isWord) return 'word';
  return parts.every(
    (part) => isSpelledRight(part) || isSpelledRight(part.replace(/^\p{L}/u, (letter) => letter.toUpperCase())),
  )
    ? 'proper'
    : 'unknown';
}
