/**
 * Answers a whole question. Readers type sentences, so not every word need match: a page's worth is the sum over the
 * words that it has, in which rare words count most, and how well a word fits a page is known from the index (BM25:
 * Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
 */
import { mostFit, type Postings } from './packing.ts';
import type { Range, SearchLibrary } from './search-library.ts';
import { meantBy } from './spelling.ts';
import { wordsOf } from './words.ts';

export interface AskedWord {
  typed: string;
  /** The word that was looked for: as typed, or what was meant by it; undefined where no page has any such. */
  used: string | undefined;
  /** What its forms share. */
  stem: string;
  /** How much it tells, from the share of pages of the kind that have it. */
  weight: number;
}

export interface Answer {
  words: AskedWord[];
  /** The numbers of the pages found, the best first. */
  pages: number[];
}

/** A page counts as found when the words that it has carry this share of what the question tells. */
const enough = 0.4;

interface FoundWord extends AskedWord {
  postings: Postings;
  /** Where in the postings the pages of the kind are. */
  own: Range;
}

/**
 * The pages of a kind that answer a question, the best first, and what became of each of its words. With `fix`, a
 * word that no page has is taken for a slip.
 */
export async function answer(library: SearchLibrary, question: string, kind: string, fix = true): Promise<Answer> {
  const range = library.range(kind);
  const stems = new Map<string, string>();
  for (const word of wordsOf(question)) if (!stems.has(library.stem(word))) stems.set(library.stem(word), word);
  const uncommon = [...stems].filter(([stem]) => !library.isCommon(stem));
  // Common words alone tell something only together.
  const together = uncommon.length === 0;
  const found = await Promise.all(
    (together ? [...stems] : uncommon).map(([, typed]) => find(library, typed, range, fix)),
  );
  const pages = ranked(found, range, together ? 1 : enough);
  return { words: found, pages: pages.length || !together ? pages : ranked(found, range, enough) };
}

/** Where a word stands, as typed or as meant. */
async function find(library: SearchLibrary, typed: string, range: Range, fix: boolean): Promise<FoundWord> {
  let used = typed;
  let postings = await library.postings(library.stem(used));
  let own = within(postings.pages, range);
  // A word that other kinds of page have is no slip: it is only not here.
  if (postings.pages.length === 0 && fix) {
    used = meantBy(typed, await library.vocabulary())[0] ?? typed;
    postings = await library.postings(library.stem(used));
    own = within(postings.pages, range);
  }
  const count = own.to - own.from;
  const all = range.to - range.from;
  return {
    typed,
    used: count ? used : undefined,
    stem: library.stem(used),
    weight: count ? Math.log(1 + (all - count + 0.5) / (count + 0.5)) : 0,
    postings,
    own,
  };
}

/** Where in a rising list the numbers of a range are. */
function within(numbers: Uint32Array, { from, to }: Range): Range {
  const first = (least: number): number => {
    let low = 0;
    let high = numbers.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[middle] ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { from: first(from), to: first(to) };
}

/** The pages with a share of what the words tell, by how well the words fit them. */
function ranked(words: readonly FoundWord[], { from, to }: Range, share: number): number[] {
  const told = new Float64Array(to - from);
  const worth = new Float64Array(to - from);
  const touched: number[] = [];
  for (const { postings, own, weight } of words)
    for (let index = own.from; index < own.to; index += 1) {
      const page = (postings.pages[index] ?? 0) - from;
      if (told[page] === 0) touched.push(page);
      told[page]! += weight;
      worth[page]! += (weight * (postings.fits[index] ?? 0)) / mostFit;
    }
  const least = share * words.reduce((sum, { weight }) => sum + weight, 0) - 1e-9;
  return touched
    .filter((page) => (told[page] ?? 0) >= least)
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
    .map((page) => page + from);
}
