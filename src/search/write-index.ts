/** Writes the index of a site from what is known of its pages. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { IndexedPages, SearchedPage } from './indexed-pages.ts';
import { mostFit, Packer, packFilter, packWord, type Contents } from './packing.ts';
import { stemming } from './words.ts';

/** A word on more pages than this, or on more than half of them, tells little and takes long to fetch. */
const manyPages = 500;
/** About how many bytes of lists are kept together. Smaller pieces would make the list of them long. */
const pieceSize = 12_000;
/**
 * How soon more of a word on a page stops counting, and how much a long page counts for less (k and b of BM25). Pages
 * are long and few words of a question tell much, so a word that a page comes back to counts for long.
 */
const saturation = 5;
const lengthMatters = 0.6;

/** The folder of a site in which an index comes to be. */
const making = (site: string): string => join(site, '_astro', 'search.new');

/** Writes the index of a site. What results show of a page is written while others are still being made. */
export class IndexWriter {
  readonly #site: string;
  /** The file of each page in the folder of the index that is being made. */
  readonly #files = new Map<SearchedPage, string>();

  constructor(site: string) {
    this.#site = site;
  }

  add(page: SearchedPage): void {
    const pages = join(making(this.#site), 'pages');
    if (!this.#files.size) mkdirSync(pages, { recursive: true });
    const file = join(pages, `${this.#files.size}.new`);
    writeFileSync(file, page.record);
    this.#files.set(page, file);
  }

  /** Writes the rest, when all pages have been added. */
  finish(indexed: IndexedPages): void {
    const language = /<html lang="([^"]+)"/.exec(readFileSync(join(this.#site, 'index.html'), 'utf8'))?.[1] ?? '';
    const pages = indexed.searched();
    const pieces = packed(pages, indexed.words, language);
    const digest = createHash('sha256');
    for (const [name, bytes] of pieces) digest.update(`${name} ${bytes.length} `).update(bytes);
    for (const { record } of pages) digest.update(`${record.length} `).update(record);
    const name = `search.${digest.digest('hex').slice(0, 12)}`;
    const folder = making(this.#site);
    for (const sub of new Set([...pieces.keys()].map(dirname))) if (sub !== '.') mkdirSync(join(folder, sub));
    for (const [path, bytes] of pieces) writeFileSync(join(folder, path), bytes);
    pages.forEach((page, number) => {
      const file = this.#files.get(page);
      if (file) renameSync(file, join(dirname(file), `${number}.bin`));
    });
    // Beside the site's other files that are named for what is in them, which hosts let browsers keep for good.
    renameSync(folder, join(this.#site, '_astro', name));
    writeFileSync(join(this.#site, 'search-index.json'), JSON.stringify(`_astro/${name}/`));
  }
}

/** The pages that have a stem, rising, and how often. */
interface List {
  pages: number[];
  counts: number[];
}

/** The list of each stem. */
function listsOf(pages: readonly SearchedPage[], words: readonly string[], language: string): Map<string, List> {
  const stem = stemming(language);
  const lists = new Map<string, List>();
  const ofWord: (List | undefined)[] = [];
  const listOf = (word: number): List => {
    const stemmed = stem(words[word] ?? '');
    let list = lists.get(stemmed);
    if (!list) lists.set(stemmed, (list = { pages: [], counts: [] }));
    return (ofWord[word] = list);
  };
  pages.forEach(({ words: own, counts }, page) => {
    own.forEach((word, index) => {
      const list = ofWord[word] ?? listOf(word);
      const count = counts[index] ?? 0;
      if (list.pages.at(-1) === page) list.counts[list.counts.length - 1]! += count;
      else {
        list.pages.push(page);
        list.counts.push(count);
      }
    });
  });
  return lists;
}

/** The pages of each value of each filter. */
function filtersOf(pages: readonly SearchedPage[]): Map<string, Map<string, number[]>> {
  const filters = new Map<string, Map<string, number[]>>();
  pages.forEach(({ filters: own }, page) => {
    for (const [name, values] of own) {
      const lists = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, lists);
      for (const value of values) {
        const list = lists.get(value);
        if (list) list.push(page);
        else lists.set(value, [page]);
      }
    }
  });
  return filters;
}

/** Every file of the index but the pages' own, by its path. */
function packed(pages: readonly SearchedPage[], words: readonly string[], language: string): Map<string, Uint8Array> {
  const lengths = pages.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const many = Math.min(pages.length / 2, manyPages);
  const kinds = Object.entries(Object.groupBy(pages, ({ kind }) => kind));
  const files = new Map<string, Uint8Array>();
  const contents: Contents = {
    language,
    kinds: kinds.map(([kind, own]) => [kind, own?.length ?? 0]),
    pieces: [],
    common: [],
  };
  const piece = new Packer();
  const end = (): void => {
    if (piece.length) files.set(`words/${contents.pieces.length - 1}.bin`, gzipSync(piece.take()));
  };
  const lists = listsOf(pages, words, language);
  for (const stem of [...lists.keys()].sort()) {
    const { pages: own, counts } = lists.get(stem)!;
    const common = own.length > many;
    if (common) contents.common.push(stem);
    if (common || piece.length === 0 || piece.length > pieceSize) {
      end();
      contents.pieces.push(stem);
    }
    const fits = own.map((page, index) => {
      const count = counts[index] ?? 0;
      const long = saturation * (1 - lengthMatters + (lengthMatters * (lengths[page] ?? 0)) / usual);
      return Math.max(1, Math.round((mostFit * count) / (count + long)));
    });
    packWord(piece, stem, own, fits);
    if (common) end();
  }
  end();
  for (const [name, values] of filtersOf(pages))
    files.set(`filters/${name}.bin`, gzipSync(packFilter(new Map([...values].sort()))));
  files.set('contents.bin', gzipSync(JSON.stringify(contents)));
  files.set('words.bin', gzipSync(vocabulary(pages, words)));
  return files;
}

/** The words of the site for the spelling, a line each, those of most pages first. */
function vocabulary(pages: readonly SearchedPage[], words: readonly string[]): string {
  const pagesWith = new Uint32Array(words.length);
  for (const { words: own } of pages) own.forEach((word) => (pagesWith[word]! += 1));
  return words
    .map((word, number): [string, number] => [word, pagesWith[number] ?? 0])
    .filter(([word, count]) => count > 0 && word.length > 2 && !/\d/.test(word))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([word]) => word)
    .join('\n');
}
