/** Reads what search knows of a built page: what the layout marks with data-search attributes, and nothing else. */
import { Parser } from 'htmlparser2';
import type { PageRecord } from './packing.ts';
import { wordsIn } from './words.ts';

export interface PageContent {
  kind: string;
  /** The values by which it can be filtered, by the name of the filter. */
  filters: Map<string, string[]>;
  /** How often it has each word; those of a title or heading count for more. */
  words: Map<string, number>;
  record: PageRecord;
}

/** How much a word of the title, of another heading and of what results show counts. Any other counts once. */
const headingWorth: Readonly<Record<string, number>> = { h1: 6, h2: 2, h3: 2 };
const shownWorth = 3;
/** Elements that stand within a line; any other ends the word before it. */
const inline = new Set('a abbr b cite code del em i mark q s small span strong sub sup time'.split(' '));
/** Elements whose end is the end of a sentence, whether or not a full stop says so. */
const block = /^(?:h[1-6]|p|li|dt|dd|td|th|caption|figcaption|blockquote|div|section)$/;
/** Elements without an end, which can hold nothing to leave out. */
const empty = /^(?:area|br|col|hr|img|input|link|meta|source|wbr)$/;

/** The same text, kept by itself: a part of a string keeps the whole of it in memory, which here is a page. */
const apart = (text: string): string => Buffer.from(text).toString();

/** The words of what stands between spaces: most of it stands on many pages. */
const wordsOfToken = new Map<string, string[]>();

/** A page's content, or undefined where the layout does not offer it to search. */
export function readPage(html: string, url: string): PageContent | undefined {
  const main = /<main\b[^>]* data-search="([^"]+)"[\s\S]*<\/main>/.exec(html);
  if (main?.[1] === undefined) return undefined;
  const filters = new Map<string, string[]>();
  const meta: Record<string, string> = {};
  const headings: PageRecord['headings'] = [];
  const words = new Map<string, number>();
  const tokens: string[] = [];
  const open: { name: string; ignored: boolean; meta: string | undefined; worth: number }[] = [];
  let word = '';

  const count = (found: readonly string[], worth: number): void => {
    for (const one of found) words.set(one, (words.get(one) ?? 0) + worth);
  };
  const endWord = (): void => {
    if (!word) return;
    tokens.push(word);
    let own = wordsOfToken.get(word);
    if (!own) wordsOfToken.set(apart(word), (own = wordsIn(word)));
    count(own, open.at(-1)?.worth ?? 1);
    word = '';
  };
  const endSentence = (): void => {
    endWord();
    const last = tokens.at(-1);
    if (last !== undefined && !/[.!?:;,]["”’)]*$/.test(last)) tokens[tokens.length - 1] = `${last}.`;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!inline.has(name)) endWord();
      if (empty.test(name)) return;
      const parent = open.at(-1);
      const ignored = parent?.ignored === true || attributes['data-search-ignore'] !== undefined;
      const [, filter, value] = /^([^:]+):([\s\S]*)$/.exec(attributes['data-search-filter'] ?? '') ?? [];
      if (filter !== undefined && value !== undefined) filters.set(filter, [...(filters.get(filter) ?? []), value]);
      const [, key, text] = /^([^:]+)(?::([\s\S]*))?$/.exec(attributes['data-search-meta'] ?? '') ?? [];
      if (key !== undefined && text !== undefined) {
        meta[key] = text;
        count(wordsIn(text), 1);
      }
      const { id } = attributes;
      if (!ignored && id !== undefined && headingWorth[name] !== undefined)
        headings.push({ id, level: Number(name[1]), position: tokens.length });
      const named = text === undefined ? key : undefined;
      const worth = headingWorth[name] ?? (named === undefined ? (parent?.worth ?? 1) : shownWorth);
      open.push({ name, ignored, meta: named ?? (name === 'h1' ? 'title' : parent?.meta), worth });
    },
    ontext(text) {
      const here = open.at(-1);
      if (!here || here.ignored) return;
      if (here.meta !== undefined) meta[here.meta] = (meta[here.meta] ?? '') + text;
      const [first = '', ...rest] = text.split(/\s+/);
      word += first;
      for (const next of rest) {
        endWord();
        word = next;
      }
    },
    onclosetag(name) {
      if (block.test(name) && !open.at(-1)?.ignored) endSentence();
      else if (!inline.has(name)) endWord();
      if (!empty.test(name)) open.pop();
    },
  });
  parser.end(main[0]);
  for (const [key, text] of Object.entries(meta)) meta[key] = text.replace(/\s+/g, ' ').trim();
  return { kind: apart(main[1]), filters, words, record: { url, meta, text: tokens.join(' '), headings } };
}
