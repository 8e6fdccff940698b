/** What the index needs to know of each page, in little room: words are numbers, and results are packed already. */
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readPage } from './page-content.ts';

interface Page {
  /** Of its file. */
  digest: string;
  /** What is searched of it; nothing, where the layout does not offer it. */
  content?: SearchedPage | undefined;
}

export interface SearchedPage {
  kind: string;
  filters: [name: string, values: string[]][];
  /** The numbers of its words, and how often each stands there. */
  words: Uint32Array;
  counts: Uint16Array;
  /** The page as results show it, compressed. */
  record: Uint8Array;
}

/** What the next build can use: the words by their numbers, and the pages by their files. */
export interface IndexCache {
  words: string[];
  pages: Map<string, Page>;
}

export class IndexedPages {
  readonly #site: string;
  readonly #known: IndexCache['pages'];
  readonly #pages: IndexCache['pages'] = new Map();
  readonly #numbers: Map<string, number>;
  /** Each word by its number. */
  readonly words: string[];
  /** How many searched pages were read, since the last build knew nothing of them as they are now. */
  anew = 0;

  constructor(site: string, known: IndexCache = { words: [], pages: new Map() }) {
    this.#site = site;
    this.#known = known.pages;
    this.words = [...known.words];
    this.#numbers = new Map(this.words.map((word, number) => [word, number]));
  }

  /** Adds a page of the site, from its root; `digest` is that of the file. Gives what is searched of it. */
  add(file: string, digest: string): SearchedPage | undefined {
    const known = this.#known.get(file);
    const page = known?.digest === digest ? known : { digest, content: this.#read(file) };
    this.#pages.set(file, page);
    return page.content;
  }

  #read(file: string): SearchedPage | undefined {
    const url = file
      .split(sep)
      .join('/')
      .replace(/index\.html$/, '');
    const page = readPage(readFileSync(join(this.#site, file), 'utf8'), url);
    if (!page) return undefined;
    this.anew += 1;
    return {
      kind: page.kind,
      filters: [...page.filters],
      words: Uint32Array.from(page.words.keys(), (word) => this.#numberOf(word)),
      counts: Uint16Array.from(page.words.values()),
      // A copy, since what gzipSync gives is a part of something larger that would stay in memory with it.
      record: new Uint8Array(gzipSync(JSON.stringify(page.record))),
    };
  }

  #numberOf(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.words.push(word) - 1;
      this.#numbers.set(word, number);
    }
    return number;
  }

  /** The pages that can be searched, those of a kind after one another, each kind in the order of the files. */
  searched(): SearchedPage[] {
    return [...this.#pages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { content }]) => content ?? [])
      .sort((a, b) => (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1));
  }

  /** With the words alone that a page still has. */
  toCache(): IndexCache {
    const used = new Uint8Array(this.words.length);
    for (const { content } of this.#pages.values()) content?.words.forEach((word) => (used[word] = 1));
    const numbers = new Uint32Array(this.words.length);
    const words = this.words.filter((_, word) => used[word]);
    words.forEach((word, number) => (numbers[this.#numbers.get(word) ?? 0] = number));
    const pages = new Map(
      [...this.#pages].map(([file, { digest, content }]) => [
        file,
        { digest, content: content && { ...content, words: content.words.map((word) => numbers[word] ?? 0) } },
      ]),
    );
    return { words, pages };
  }
}
