/**
 * The process that indexes a site while the pages of it are being written: `node index-pages.ts SITE [CACHE]`. What runs
 * it sends the name of each page that stands, so that the two work side by side, and then that all do.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAfter, readCache, writeCache } from '../building/cache.ts';
import { digestOf } from '../building/digest.ts';
import { IndexedPages, type IndexCache } from './indexed-pages.ts';
import { IndexWriter } from './write-index.ts';

/** Pages that stand: their files, from the root of the site, with the digests of those; at last the pages without one. */
export type Message = { pages: [file: string, digest: string][] } | { others: string[] };
export interface Outcome {
  /** How many pages can be searched, and how many of them had to be read. */
  pages: number;
  anew: number;
  /** How long it worked, in seconds of the processor. */
  seconds: number;
}

const [site, cache] = process.argv.slice(2);
if (site === undefined) throw new Error('name the folder of the site');
if (cache !== undefined) buildAfter({ cache, site });
const pages = new IndexedPages(site, readCache('index') as IndexCache | undefined);
const writer = new IndexWriter(site);

function add(file: string, digest: string): void {
  const page = pages.add(file, digest);
  if (page) writer.add(page);
}

process.on('message', (message: Message) => {
  if ('pages' in message) return message.pages.forEach(([file, digest]) => add(file, digest));
  for (const file of message.others) add(file, digestOf(readFileSync(join(site, file))));
  writer.finish(pages);
  writeCache('index', pages.toCache());
  const { user, system } = process.cpuUsage();
  const outcome: Outcome = { pages: pages.searched().length, anew: pages.anew, seconds: (user + system) / 1e6 };
  process.send?.(outcome, () => process.disconnect());
});
// Without what it works for there is nothing left to do.
process.on('disconnect', () => process.exit());
