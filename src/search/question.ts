/**
 * Asks Pagefind a whole question. Pagefind finds the pages that have every word; readers type sentences. So each word
 * is asked for by itself, and a page's worth is the sum over the words that it has: rare words count most, since
 * Pagefind's score of a word falls with the number of pages that have it.
 */
import type { Filters, Pagefind, PagefindResult } from './pagefind.d.ts';
import { meantBy } from './spelling.ts';

/** The words of a text, each once, in its order. At most `most`, so that a pasted page stays a question. */
export const wordsOf = (text: string, most = 24): string[] =>
  [
    ...new Set(
      text
        .toLowerCase()
        .normalize('NFKC')
        .replace(/[’']s(?![\p{L}\p{N}])/gu, '')
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  ].slice(0, most);

/** The pages that have one word: its score and where it stands. */
type Postings = ReadonlyMap<string, { score: number; positions: readonly number[] }>;

export interface AskedWord {
  typed: string;
  /** The word that was looked for: as typed, or what was meant by it; undefined where no page has any such. */
  used: string | undefined;
  /** How much it tells, from the share of examples that have it. */
  weight: number;
  postings: Postings;
}

export interface Answer {
  words: AskedWord[];
  /** The identifiers of the pages found, the best first. */
  ids: string[];
}

/** A page counts as found when the words that it has carry this share of what the question tells. */
const enough = 0.4;
/** A word on more than this share of the pages tells nothing apart. */
const everywhere = 0.9;

export class Questions {
  readonly #api: Pagefind;
  readonly #vocabulary: () => Promise<readonly string[]>;
  readonly #asked = new Map<string, Promise<Postings>>();
  readonly #sets = new Map<string, Promise<Map<string, PagefindResult>>>();

  constructor(api: Pagefind, vocabulary: () => Promise<readonly string[]>) {
    this.#api = api;
    this.#vocabulary = vocabulary;
  }

  /** The pages that a filter leaves, in the order of `sort`. Each is asked for once. */
  pages(filters: Filters, sort?: Record<string, 'asc' | 'desc'>): Promise<Map<string, PagefindResult>> {
    const key = JSON.stringify([filters, sort]);
    let set = this.#sets.get(key);
    if (!set) {
      set = this.#api
        .search(null, { filters, ...(sort ? { sort } : {}) })
        .then(({ results }) => new Map(results.map((result) => [result.id, result])));
      this.#sets.set(key, set);
    }
    return set;
  }

  /** The pages of a kind that answer a question, the best first, and what became of each of its words. */
  async answer(question: string, kind: string): Promise<Answer> {
    const all = (await this.pages({ kind })).size;
    const words = await Promise.all(wordsOf(question).map((typed) => this.#word(typed, kind, all)));
    const telling = words.filter(({ used }) => used !== undefined);
    const whole = telling.reduce((sum, { weight }) => sum + weight, 0);
    const pages = new Map<string, { told: number; score: number }>();
    for (const { postings, weight } of telling)
      for (const [id, { score }] of postings) {
        const page = pages.get(id) ?? { told: 0, score: 0 };
        pages.set(id, { told: page.told + weight, score: page.score + score });
      }
    const ids = [...pages]
      .filter(([, { told }]) => told >= enough * whole - 1e-9)
      .sort(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1))
      .map(([id]) => id);
    return { words, ids };
  }

  async #word(typed: string, kind: string, all: number): Promise<AskedWord> {
    let used: string | undefined = typed;
    let postings = await this.#postings(typed, kind, all);
    if (postings.size === 0) {
      const vocabulary = await this.#vocabulary();
      // A word that other kinds of page have is no slip: it is only not here.
      used = vocabulary.includes(typed) ? undefined : meantBy(typed, vocabulary)[0];
      if (used !== undefined) postings = await this.#postings(used, kind, all);
    }
    const weight = postings.size ? Math.log(1 + (all - postings.size + 0.5) / (postings.size + 0.5)) : 0;
    return { typed, used: postings.size ? used : undefined, weight, postings };
  }

  #postings(word: string, kind: string, all: number): Promise<Postings> {
    const key = `${kind} ${word}`;
    let postings = this.#asked.get(key);
    if (!postings) {
      postings = this.#ask(word, kind, all);
      this.#asked.set(key, postings);
    }
    return postings;
  }

  async #ask(word: string, kind: string, all: number): Promise<Postings> {
    // In quotation marks a word finds itself and its other endings; without, also words that only begin like it.
    const exact = await this.#api.search(`"${word}"`, { filters: { kind } });
    if (exact.results.length === 0) return new Map();
    if (exact.results.length > everywhere * all)
      return new Map(exact.results.map(({ id, words }) => [id, { score: 0, positions: words }]));
    // Only the second kind of search has scores, and all the places at which a word stands.
    const loose = new Map(
      (await this.#api.search(word, { filters: { kind } })).results.map((result) => [result.id, result]),
    );
    return new Map(
      exact.results.map(({ id, words }) => {
        const scored = loose.get(id);
        return [id, { score: scored?.score ?? 0, positions: scored?.words ?? words }];
      }),
    );
  }
}
