/** The index as the search page reads it: each piece is fetched when it is first needed, and kept. */
import { unpackFilter, unpackWords, type Contents, type PageRecord, type Postings } from './packing.ts';
import { stemming } from './words.ts';

export interface Range {
  /** The first page of a kind, and the one after its last. */
  from: number;
  to: number;
}

const none: Postings = { pages: new Uint32Array(), fits: new Uint8Array() };

export class SearchLibrary {
  readonly #base: string;
  readonly #folder: string;
  readonly #contents: Contents;
  readonly #common: ReadonlySet<string>;
  readonly #fetched = new Map<string, Promise<unknown>>();
  /** What the forms of a word share. */
  readonly stem: (word: string) => string;
  /** How many pages there are, of all kinds. */
  readonly size: number;

  private constructor(base: string, folder: string, contents: Contents) {
    this.#base = base;
    this.#folder = folder;
    this.#contents = contents;
    this.#common = new Set(contents.common);
    this.stem = stemming(contents.language);
    this.size = contents.kinds.reduce((sum, [, count]) => sum + count, 0);
  }

  /**
   * Opens the index of the site whose addresses begin with `base`, such as /learning/. `begin` is how many of its first
   * pages are fetched beside what stands in it, not after it, since they will be shown.
   */
  static async open(base: string, begin = 0): Promise<SearchLibrary> {
    const current = answered(await fetch(`${base}search-index.json`));
    const folder = base + ((await current.json()) as string);
    const [contents, ...pages] = await Promise.all([
      json<Contents>(`${folder}contents.bin`),
      // One that fails is asked for again when it is shown.
      ...Array.from({ length: begin }, (_, number) => pageAt(base, folder, number).catch(() => undefined)),
    ]);
    const library = new SearchLibrary(base, folder, contents);
    for (const [number, page] of pages.entries()) if (page) library.#fetched.set(pathOf(number), Promise.resolve(page));
    return library;
  }

  range(kind: string): Range {
    let from = 0;
    for (const [name, count] of this.#contents.kinds) {
      if (name === kind) return { from, to: from + count };
      from += count;
    }
    return { from, to: from };
  }

  /** Whether so many pages have a word that it tells nothing apart. */
  isCommon(stem: string): boolean {
    return this.#common.has(stem);
  }

  /** The pages that have a word in any form. */
  async postings(stem: string): Promise<Postings> {
    const piece = this.#contents.pieces.findLastIndex((first) => first <= stem);
    if (piece === -1) return none;
    const path = `words/${piece}.bin`;
    const words = await this.#once(path, async () => unpackWords(await bytes(this.#folder + path)));
    return words.get(stem) ?? none;
  }

  /** The pages of each value of a filter. */
  filter(name: string): Promise<Map<string, Uint32Array>> {
    const path = `filters/${name}.bin`;
    return this.#once(path, async () => unpackFilter(await bytes(this.#folder + path)));
  }

  page(number: number): Promise<PageRecord> {
    return this.#once(pathOf(number), () => pageAt(this.#base, this.#folder, number));
  }

  /** Every word as it is written, that of most pages first. Only a word that no page has makes it load. */
  vocabulary(): Promise<string[]> {
    return this.#once('words.bin', async () => textOf(await bytes(`${this.#folder}words.bin`)).split('\n'));
  }

  #once<T>(path: string, load: () => Promise<T>): Promise<T> {
    let loading = this.#fetched.get(path) as Promise<T> | undefined;
    if (!loading) this.#fetched.set(path, (loading = load()));
    return loading;
  }
}

const pathOf = (page: number): string => `pages/${page}.bin`;

async function pageAt(base: string, folder: string, number: number): Promise<PageRecord> {
  const record = await json<PageRecord>(folder + pathOf(number));
  return { ...record, url: base + record.url };
}

function answered(response: Response): Response {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response;
}

async function bytes(address: string): Promise<Uint8Array> {
  const { body } = answered(await fetch(address));
  // The files are compressed as they are, since many hosts compress none that are not text.
  const plain = body?.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}

const textOf = (data: Uint8Array): string => new TextDecoder().decode(data);
const json = async <T>(address: string): Promise<T> => JSON.parse(textOf(await bytes(address))) as T;
