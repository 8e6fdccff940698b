/** Words for made-up content: a seeded source of chance, and prose whose words come as often as in real prose. */

/** Numbers from 0 up to 1, the same for the same seed. Mulberry32: small, even enough, and no clock in it. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The words that hold English together, the most frequent first. */
const functionWords =
  `the of and to a in that it is was for on with as be by at this had not are but from or have an they which one were
  all there would their we been has when who will more no if out so said what up its about into than them can only other
  new some could time these two may then do first any my now such like our over me even most after also did many before
  must through back where much your way well down should because each just those people how too little state good very
  make world still own see work between never under might while last another again since against come right used take
  three few during without place around however until both often here why while yet within per among upon`
    .split(/\s+/)
    .filter((word, index, all) => all.indexOf(word) === index);

const onsets = 'b c d f g h j k l m n p r s t v w br cl cr dr fl gr pl pr sh sl sp st tr th'.split(' ');
const vowels = 'a e i o u a e i o a e i o ea ou ai'.split(' ');
const codas = ['', '', '', 'n', 'r', 'l', 's', 't', 'm', 'nd', 'st', 'ck'];
/** Endings that English has, so that a search which takes words down to their stems has something to take. */
const endings = ['', '', '', '', '', '', 's', 's', 'ed', 'ing', 'er', 'ly', 'ment', 'ness'];

const madeWords = 20_000;

export interface Prose {
  /** A whole number from 0 up to `below`. */
  number: (below: number) => number;
  pick: <T>(items: readonly T[]) => T;
  /** `size` different items, fewer where there are fewer. Those first in the list come more often. */
  some: <T>(items: readonly T[], size: number) => T[];
  /** A made word that no function word is: rare ones too where `rare`. */
  made: (rare?: boolean) => string;
  /** About `words` words with a capital first and no full stop, at most `most` characters. */
  phrase: (words: number, most: number, topic?: readonly string[]) => string;
  sentence: (words: number, most: number, topic?: readonly string[]) => string;
}

/** Prose from a seed. */
export function prose(seed: number): Prose {
  const next = chance(seed);
  const number = (below: number): number => Math.floor(next() * below);
  const pick = <T>(items: readonly T[]): T => items[number(items.length)] as T;

  const vocabulary = new Set<string>(functionWords);
  while (vocabulary.size < functionWords.length + madeWords) {
    // Frequent words are short, in real prose too.
    const syllables = 1 + number(vocabulary.size < 2_000 ? 2 : 3);
    let word = '';
    for (let index = 0; index < syllables; index += 1) word += pick(onsets) + pick(vowels);
    vocabulary.add(word + pick(codas) + pick(endings));
  }
  const words = [...vocabulary];
  // Zipf's law as Mandelbrot mended it: the word of rank r comes in proportion to 1 / (r + 2.7).
  const sums: number[] = [];
  for (let rank = 1, sum = 0; rank <= words.length; rank += 1) sums.push((sum += 1 / (rank + 2.7)));
  const drawn = (from: number): string => {
    const floor = sums[from - 1] ?? 0;
    const sought = floor + next() * ((sums.at(-1) ?? 0) - floor);
    let [low, high] = [from, words.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < sought) low = middle + 1;
      else high = middle;
    }
    return words[low] as string;
  };

  const phrase = (size: number, most: number, topic: readonly string[] = []): string => {
    let text = '';
    let last = '';
    for (let index = 0; index < size; index += 1) {
      // An account keeps coming back to the few words that it is about.
      const word = topic.length && next() < 0.12 ? pick(topic) : drawn(0);
      // Nobody writes one twice over.
      if (word === last) continue;
      last = word;
      if (text.length + word.length + 2 > most) break;
      text += text ? ` ${word}` : word.charAt(0).toUpperCase() + word.slice(1);
    }
    return text;
  };
  return {
    number,
    pick,
    some: (items, size) => {
      const found = new Set<(typeof items)[number]>();
      const wanted = Math.min(size, items.length);
      while (found.size < wanted) found.add(items[Math.floor(next() ** 2 * items.length)] as (typeof items)[number]);
      return [...found];
    },
    made: (rare = false) => drawn(functionWords.length + (rare ? 2_000 : 0)),
    phrase,
    sentence: (size, most, topic) => `${phrase(size, most, topic)}.`,
  };
}
