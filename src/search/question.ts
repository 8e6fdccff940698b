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

/** Lists of the site's words, written beside the index; each loads when it is first needed. */
export interface WordLists {
  /** Every word, the most frequent first. */
  all: () => Promise<readonly string[]>;
  /** Words on so many pages that they tell nothing apart. */
  common: () => Promise<ReadonlySet<string>>;
}

/** A page counts as found when the words that it has carry this share of what the question tells. */
const enough = 0.4;
/** A word on this many pages or fewer costs little to score. */
const few = 500;

export class Questions {
  readonly #api: Pagefind;
  readonly #lists: WordLists;
  readonly #asked = new Map<string, Promise<PagefindResult[]>>();
  readonly #sets = new Map<string, Promise<Map<string, PagefindResult>>>();

  constructor(api: Pagefind, lists: WordLists) {
    this.#api = api;
    this.#lists = lists;
  }

  /** The pages that a filter leaves. Each filter is asked for once. */
  pages(filters: Filters): Promise<Map<string, PagefindResult>> {
    const key = JSON.stringify(filters);
    let set = this.#sets.get(key);
    if (!set) {
      set = this.#api
        .search(null, { filters })
        .then(({ results }) => new Map(results.map((result) => [result.id, result])));
      this.#sets.set(key, set);
    }
    return set;
  }

  /**
   * The pages of a kind that answer a question, the best first, and what became of each of its words. With `mend`,
   * a word that no page has is taken for a slip.
   */
  async answer(question: string, kind: string, mend = true): Promise<Answer> {
    const [all, common] = await Promise.all([this.pages({ type: kind }), this.#lists.common()]);
    const asked = wordsOf(question);
    const uncommon = asked.filter((word) => !common.has(word));
    // Common words alone tell something only together.
    if (!uncommon.length && asked.length) {
      const together = await this.#together(asked, kind);
      if (together.ids.length) return together;
    }
    const found = await Promise.all(
      (uncommon.length ? uncommon : asked).map((typed) => this.#find(typed, kind, all.size, mend)),
    );
    const most = Math.max(0, ...found.map(({ weight }) => weight));
    const words = await Promise.all(
      found.map((word) =>
        word.postings.size <= few || word.weight >= most / 2 ? this.#score(word, kind) : Promise.resolve(word),
      ),
    );
    return { words, ids: ranked(words) };
  }

  /** The pages that have every word, as Pagefind ranks them. */
  async #together(asked: readonly string[], kind: string): Promise<Answer> {
    const results = await this.#ask(asked.join(' '), kind);
    const postings = new Map(results.map(({ id, score, words }) => [id, { score, positions: words }]));
    const word = asked.join(' ');
    return { words: [{ typed: word, used: word, weight: 1, postings }], ids: results.map(({ id }) => id) };
  }

  /** Where a word stands, as typed or as meant, before any score but that of its rarity. */
  async #find(typed: string, kind: string, all: number, mend: boolean): Promise<AskedWord> {
    // In quotation marks a word finds itself and its other endings; without, also words that only begin like it.
    let used: string | undefined = typed;
    let results = await this.#ask(`"${typed}"`, kind);
    if (results.length === 0 && mend) {
      const vocabulary = await this.#lists.all();
      // A word that other kinds of page have is no slip: it is only not here.
      used = vocabulary.includes(typed) ? undefined : meantBy(typed, vocabulary)[0];
      if (used !== undefined) results = await this.#ask(`"${used}"`, kind);
    }
    const weight = results.length ? Math.log(1 + (all - results.length + 0.5) / (results.length + 0.5)) : 0;
    return {
      typed,
      used: results.length ? used : undefined,
      weight,
      postings: new Map(results.map(({ id, words }) => [id, { score: weight, positions: words }])),
    };
  }

  /** The same with Pagefind's scores and all the places at which the word stands, which exact searches do not give. */
  async #score(word: AskedWord, kind: string): Promise<AskedWord> {
    if (word.used === undefined) return word;
    const scored = new Map((await this.#ask(word.used, kind)).map((result) => [result.id, result]));
    const postings = [...word.postings].map(([id, { positions }]) => {
      const result = scored.get(id);
      return [id, { score: result?.score ?? 0, positions: result?.words ?? positions }] as const;
    });
    return { ...word, postings: new Map(postings) };
  }

  #ask(term: string, kind: string): Promise<PagefindResult[]> {
    const key = `${kind} ${term}`;
    let results = this.#asked.get(key);
    if (!results) {
      results = this.#api.search(term, { filters: { type: kind } }).then((found) => found.results);
      this.#asked.set(key, results);
    }
    return results;
  }
}

/** The pages with enough of what the words tell, by the sum of their scores. */
function ranked(words: readonly AskedWord[]): string[] {
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  const pages = new Map<string, { told: number; score: number }>();
  for (const { postings, weight } of words)
    for (const [id, { score }] of postings) {
      const page = pages.get(id);
      if (page) {
        page.told += weight;
        page.score += score;
      } else pages.set(id, { told: weight, score });
    }
  return [...pages]
    .filter(([, { told }]) => told >= enough * whole - 1e-9)
    .sort(([a, one], [b, other]) => other.score - one.score || (a < b ? -1 : 1))
    .map(([id]) => id);
}
