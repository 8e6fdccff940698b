/** Writes the search index and the headers file beside the pages, once Astro has written those. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../library/security.ts';
import { publishing } from '../library/settings.ts';
import { mostFit, Packer, packFilter, packWord, type Contents } from './packing.ts';
import { readPage, type PageContent } from './page-content.ts';
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

export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base),
      'astro:build:done': async ({ dir, logger }) => {
        const directory = fileURLToPath(dir);
        const count = await writeIndex(directory);
        await writeFile(
          join(directory, '_headers'),
          headersFile(base.replace(/\/*$/, '/'), publishing() !== undefined),
        );
        logger.info(`${count} pages can be searched`);
      },
    },
  };
}

/** The lists of an index while pages are added, by the order in which they come. */
class Gathering {
  readonly #stem: (word: string) => string;
  readonly kinds: string[] = [];
  readonly lengths: number[] = [];
  /** For each stem the pages that have it, and how often. */
  readonly stems = new Map<string, { pages: number[]; counts: number[] }>();
  readonly filters = new Map<string, Map<string, number[]>>();
  /** On how many pages each word stands, as it is written. */
  readonly pagesWith = new Map<string, number>();

  constructor(stem: (word: string) => string) {
    this.#stem = stem;
  }

  add({ kind, words, filters }: PageContent): void {
    const page = this.kinds.length;
    this.kinds.push(kind);
    let length = 0;
    for (const [word, count] of words) {
      length += count;
      this.pagesWith.set(word, (this.pagesWith.get(word) ?? 0) + 1);
      const stem = this.#stem(word);
      let list = this.stems.get(stem);
      if (!list) this.stems.set(stem, (list = { pages: [], counts: [] }));
      if (list.pages.at(-1) === page) list.counts[list.counts.length - 1]! += count;
      else {
        list.pages.push(page);
        list.counts.push(count);
      }
    }
    this.lengths.push(length);
    for (const [name, values] of filters)
      for (const value of values) {
        let pages = this.filters.get(name);
        if (!pages) this.filters.set(name, (pages = new Map()));
        const list = pages.get(value);
        if (list) list.push(page);
        else pages.set(value, [page]);
      }
  }
}

/** Indexes every page that the layout marks for search. Gives their number. */
async function writeIndex(directory: string): Promise<number> {
  const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('index.html')).sort();
  const home = await readFile(join(directory, 'index.html'), 'utf8');
  const language = /<html lang="([^"]+)"/.exec(home)?.[1] ?? '';
  const gathering = new Gathering(stemming(language));
  const records: Uint8Array[] = [];
  for (const file of files) {
    const html = await readFile(join(directory, file), 'utf8');
    const url = file
      .split(sep)
      .join('/')
      .replace(/index\.html$/, '');
    const page = readPage(html, url);
    if (!page) continue;
    gathering.add(page);
    records.push(gzipSync(JSON.stringify(page.record)));
  }
  const pieces = packed(gathering, language);
  const { number } = numbering(gathering.kinds);
  records.forEach((record, page) => pieces.set(`pages/${number[page]}.bin`, record));
  const digest = createHash('sha256');
  for (const [name, bytes] of pieces) digest.update(`${name} ${bytes.length} `).update(bytes);
  const name = digest.digest('hex').slice(0, 12);
  // Beside the site's other files that are named for what is in them, which hosts let browsers keep for good.
  const folder = join(directory, '_astro', `search.${name}`);
  for (const sub of new Set([...pieces.keys()].map((path) => dirname(join(folder, path)))))
    await mkdir(sub, { recursive: true });
  for (const [path, bytes] of pieces) await writeFile(join(folder, path), bytes);
  await writeFile(join(directory, 'search-index.json'), JSON.stringify(`_astro/search.${name}/`));
  return records.length;
}

/** New numbers for pages, in which those of a kind follow one another, and how many there are of each kind. */
function numbering(kinds: readonly string[]): { number: number[]; counts: [string, number][] } {
  const names = [...new Set(kinds)].sort();
  const pages = names.map((name) => kinds.flatMap((kind, page) => (kind === name ? [page] : [])));
  const number: number[] = [];
  pages.flat().forEach((page, index) => (number[page] = index));
  return { number, counts: names.map((name, index) => [name, pages[index]?.length ?? 0]) };
}

/** Every file of the index but the pages' own, by its path. */
function packed(gathering: Gathering, language: string): Map<string, Uint8Array> {
  const { kinds, lengths, stems, filters, pagesWith } = gathering;
  const { number, counts } = numbering(kinds);
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const many = Math.min(kinds.length / 2, manyPages);
  const files = new Map<string, Uint8Array>();
  const contents: Contents = { language, kinds: counts, pieces: [], common: [] };
  const piece = new Packer();
  const end = (): void => {
    if (piece.length) files.set(`words/${contents.pieces.length - 1}.bin`, gzipSync(piece.take()));
  };
  for (const stem of [...stems.keys()].sort()) {
    const { pages, counts: often } = stems.get(stem)!;
    const list = pages
      .map((page, index) => {
        const count = often[index] ?? 0;
        const long = saturation * (1 - lengthMatters + (lengthMatters * (lengths[page] ?? 0)) / usual);
        return { page: number[page] ?? 0, fit: Math.max(1, Math.round((mostFit * count) / (count + long))) };
      })
      .sort((a, b) => a.page - b.page);
    const common = pages.length > many;
    if (common) contents.common.push(stem);
    if (common || piece.length === 0 || piece.length > pieceSize) {
      end();
      contents.pieces.push(stem);
    }
    packWord(
      piece,
      stem,
      list.map(({ page }) => page),
      list.map(({ fit }) => fit),
    );
    if (common) end();
  }
  end();
  for (const [name, values] of filters)
    files.set(
      `filters/${name}.bin`,
      gzipSync(
        packFilter(
          new Map(
            [...values]
              .sort()
              .map(([value, pages]) => [value, pages.map((page) => number[page] ?? 0).sort((a, b) => a - b)]),
          ),
        ),
      ),
    );
  files.set('contents.bin', gzipSync(JSON.stringify(contents)));
  files.set('words.bin', gzipSync(vocabulary(pagesWith)));
  return files;
}

/** The words of the site for the spelling, a line each, those of most pages first. */
const vocabulary = (pagesWith: ReadonlyMap<string, number>): string =>
  [...pagesWith]
    .filter(([word]) => word.length > 2 && !/\d/.test(word))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([word]) => word)
    .join('\n');
