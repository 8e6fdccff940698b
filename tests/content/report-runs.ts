/**
 * The runs of eight words of a source whose sentences must not be repeated, kept as hashes: the source itself is not
 * ours to hold. `node tests/site/report-runs.ts FILE` makes them anew from the source's text.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const runLength = 8;
/** Bytes kept of each hash: enough that no two of some thousand runs are likely to meet. */
const hashBytes = 6;
const store = join(import.meta.dirname, 'report-runs.bin');

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

const hashOf = (run: string): string =>
  createHash('sha256')
    .update(run)
    .digest('hex')
    .slice(0, hashBytes * 2);

/** Every run of eight words in a row. */
export function runsOf(text: string): string[] {
  const words = wordsOf(text);
  return Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, index) =>
    words.slice(index, index + runLength).join(' '),
  );
}

/** Gives those runs of a text that are the source's. */
export function sharedRunFinder(): (text: string) => string[] {
  const hashes = new Set(
    readFileSync(store)
      .toString('hex')
      .match(new RegExp(`.{${hashBytes * 2}}`, 'g')),
  );
  return (text) => runsOf(text).filter((run) => hashes.has(hashOf(run)));
}

if (import.meta.main) {
  const file = process.argv[2];
  if (file === undefined) throw new Error('name the file of the source’s text');
  const hashes = [...new Set(runsOf(readFileSync(file, 'utf8')).map(hashOf))].sort();
  writeFileSync(store, Buffer.from(hashes.join(''), 'hex'));
  console.log(`${hashes.length} runs`);
}
