/**
 * The process that indexes a built site: `node index-pages.ts SITE`, sent the names of its pages. Apart from the build,
 * so that the build need not hold the words of every page.
 */
import { IndexedPages } from './indexed-pages.ts';
import { IndexWriter } from './write-index.ts';

/** The files of the pages, from the root of the site. */
export type Message = string[];
export interface Outcome {
  /** How many pages can be searched. */
  pages: number;
  /** How long it worked, in seconds of the processor. */
  seconds: number;
}

const [site] = process.argv.slice(2);
if (site === undefined) throw new Error('name the folder of the site');
const pages = new IndexedPages(site);
const writer = new IndexWriter(site);

process.on('message', (files: Message) => {
  for (const file of files) {
    const page = pages.add(file);
    if (page) writer.add(page);
  }
  writer.finish(pages);
  const { user, system } = process.cpuUsage();
  const outcome: Outcome = { pages: pages.searched().length, seconds: (user + system) / 1e6 };
  process.send?.(outcome, () => process.disconnect());
});
// Without what it works for there is nothing left to do.
process.on('disconnect', () => process.exit());
