/** What the index needs to know of each page, in little room: words are numbers, and results are packed already. */
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readPage } from './page-content.ts';

export interface SearchedPage {
  kind: string;
  filters: [name: string, values: string[]][];
  /** The numbers of its words, and how often each stands there. */
  words: Uint32Array;
  counts: Uint16Array;
  /** The page as results show it, compressed. */
  record: Uint8Array;
}

export class IndexedPages {
  readonly #site: string;
  /** By their files. */
  readonly #pages = new Map<string, SearchedPage>();
  readonly #numbers = new Map<string, number>();
  /** Each word by its number. */
  readonly words: string[] = [];

  constructor(site: string) {
    this.#site = site;
  }

  /** Adds a page of the site, from its root. Gives what is searched of it, where the layout offers it. */
  add(file: string): SearchedPage | undefined {
    const page = this.#read(file);
    if (page) this.#pages.set(file, page);
    return page;
  }

  #read(file: string): SearchedPage | undefined {
    const url = file
      .split(sep)
      .join('/')
      .replace(/index\.html$/, '');
    const page = readPage(readFileSync(join(this.#site, file), 'utf8'), url);
    if (!page) return undefined;
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
      .map(([, page]) => page)
      .sort((a, b) => (a.kind === b.kind ? 0 : a.kind < b.kind ? -1 : 1));
  }
}
