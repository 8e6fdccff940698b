/**
 * The form in which the index is kept: lists of pages that have a word or a property, as few bytes as can be read
 * quickly. All numbers are unsigned and written seven bits a byte, the lowest first, with the eighth bit set on all
 * bytes of a number but its last.
 */

/** Grows as it is written to. */
export class Packer {
  #bytes = new Uint8Array(1 << 12);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length] = value;
    this.#length += 1;
  }

  number(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.byte((rest & 127) | 128);
    this.byte(rest);
  }

  /** Numbers that rise, as the steps between them. */
  rising(numbers: readonly number[]): void {
    this.number(numbers.length);
    let last = 0;
    for (const number of numbers) {
      this.number(number - last);
      last = number;
    }
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.number(bytes.length);
    for (const byte of bytes) this.byte(byte);
  }

  /** What was written so far; the next is written to an empty one. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}

export class Unpacker {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new Error('the index ends too early');
    this.#at += 1;
    return value;
  }

  number(): number {
    let value = 0;
    let shift = 0;
    for (;;) {
      const byte = this.byte();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
      shift += 7;
    }
  }

  rising(): Uint32Array {
    const numbers = new Uint32Array(this.number());
    let last = 0;
    for (let index = 0; index < numbers.length; index += 1) numbers[index] = last += this.number();
    return numbers;
  }

  bytes(count: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + count);
    if (part.length !== count) throw new Error('the index ends too early');
    this.#at += count;
    return part;
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.number()));
  }
}

/** How well a word fits a page, at most, as a byte of a list says it. */
export const mostFit = 255;

/** The pages that have a word. */
export interface Postings {
  /** The numbers of the pages, rising. */
  pages: Uint32Array;
  /** How well it fits each, from 1 to `mostFit`. */
  fits: Uint8Array;
}

export function packWord(packer: Packer, word: string, pages: readonly number[], fits: readonly number[]): void {
  packer.text(word);
  packer.rising(pages);
  for (const fit of fits) packer.byte(fit);
}

/** The words of one piece of the index. */
export function unpackWords(bytes: Uint8Array): Map<string, Postings> {
  const unpacker = new Unpacker(bytes);
  const words = new Map<string, Postings>();
  while (!unpacker.done) {
    const word = unpacker.text();
    const pages = unpacker.rising();
    words.set(word, { pages, fits: unpacker.bytes(pages.length) });
  }
  return words;
}

/** The pages of each value of a filter. */
export function packFilter(values: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const packer = new Packer();
  for (const [value, pages] of values) {
    packer.text(value);
    packer.rising(pages);
  }
  return packer.take();
}

export function unpackFilter(bytes: Uint8Array): Map<string, Uint32Array> {
  const unpacker = new Unpacker(bytes);
  const values = new Map<string, Uint32Array>();
  while (!unpacker.done) values.set(unpacker.text(), unpacker.rising());
  return values;
}

/** What stands in the folder of an index beside its pieces: `contents.bin`. */
export interface Contents {
  /** The language whose words are stemmed. */
  language: string;
  /** How many pages there are of each kind. Pages are numbered from 0, those of the first kind first. */
  kinds: [kind: string, count: number][];
  /** The first word of each piece; words and pieces are in the order of their characters. */
  pieces: string[];
  /** Words on so many pages that they tell nothing apart. Each has a piece of its own. */
  common: string[];
}

/** A page as results show it. */
export interface PageRecord {
  /** Its address, from the root of the site: without the base path, and without a slash before it. */
  url: string;
  meta: Record<string, string>;
  text: string;
  headings: Heading[];
}

/** A heading that a link can lead to. */
export interface Heading {
  id: string;
  level: number;
  /** The number of the word of the text that it begins with, as words are split by white space. */
  position: number;
}
