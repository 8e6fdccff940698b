/**
 * The report's words, kept as hashes, since the report is not ours to hold: its runs of eight words, which nobody may
 * repeat, and the words and pairs of words by which somebody in it could be known. To make them anew:
 * `node tests/content/report.ts runs FILE` from its text, `node tests/content/report.ts fragments FILE` from a list.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const runLength = 8;
/** Bytes kept of each hash: enough that no two of some thousand runs are likely to meet. */
const hashBytes = 6;
const stores = {
  runs: join(import.meta.dirname, 'report-runs.bin'),
  fragments: join(import.meta.dirname, 'report-fragments.bin'),
};

/** Names and titles, each of which counts as one word: nobody can write them in words of their own. */
const names = [
  'special educational needs and disabilities',
  'national development team for inclusion',
  'preparing for adulthood demonstration site evaluation report',
];
const namePattern = new RegExp(names.join('|'), 'g');

/** The words of a text, without case, punctuation or markup. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(namePattern, (name) => name.replaceAll(' ', ''))
    .match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [];

export const hashOf = (words: string): string =>
  createHash('sha256')
    .update(words)
    .digest('hex')
    .slice(0, hashBytes * 2);

/** Every eight words in a row. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, index) =>
    words.slice(index, index + runLength).join(' '),
  );
}
/** Every word, and every two that stand within five words. */
function fragmentsOf(text: string): string[] {
  const words = wordsOf(text);
  return words.flatMap((word, index) => [
    word,
    ...words.slice(index + 1, index + 5).map((other) => `${word} ${other}`),
  ]);
}

const hashesIn = (store: keyof typeof stores): string[] =>
  readFileSync(stores[store])
    .toString('hex')
    .match(new RegExp(`.{${hashBytes * 2}}`, 'g')) ?? [];

/** Gives what of a text has one of the hashes. Each is hashed once, however often it is met. */
function finder(hashes: Iterable<string>, split: (text: string) => string[]): (text: string) => string[] {
  const wanted = new Set(hashes);
  const known = new Map<string, boolean>();
  return (text) =>
    split(text).filter((words) => {
      const found = known.get(words) ?? wanted.has(hashOf(words));
      known.set(words, found);
      return found;
    });
}
/** Gives those runs of a text that are the report's, or another's whose hashes are given. */
export const sharedRunFinder = (hashes = hashesIn('runs')) => finder(hashes, runsOf);
/** Gives what in a text could tell who somebody in the report is, or in another whose hashes are given. */
export const fragmentFinder = (hashes = hashesIn('fragments')) => finder(hashes, fragmentsOf);

if (import.meta.main) {
  const [store, file] = process.argv.slice(2);
  if (file === undefined || (store !== 'runs' && store !== 'fragments'))
    throw new Error('name what to make, runs or fragments, and the file to make it from');
  const text = readFileSync(file, 'utf8');
  const kept = store === 'runs' ? runsOf(text) : text.split('\n').map((line) => wordsOf(line).join(' '));
  const hashes = [...new Set(kept.filter(Boolean).map(hashOf))].sort();
  writeFileSync(stores[store], Buffer.from(hashes.join(''), 'hex'));
  console.log(`${hashes.length} ${store}`);
}
