/** Has the search index and the headers file written beside the pages. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headersFile } from '../config/security.ts';
import { publishing } from '../config/settings.ts';
import type { Outcome as Indexed } from './index-pages.ts';

export interface Outcome {
  /** How many pages the site has, and the seconds until all stood. */
  pages: number;
  pagesAfter: number;
  /** How many of them can be searched, and the seconds that indexing took. */
  searched: number;
  seconds: number;
}
/** What the build came to. */
export let outcome: Outcome | undefined;

export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': async ({ dir, pages }) => {
        const pagesAfter = performance.now() / 1000;
        const directory = fileURLToPath(dir);
        const indexer = fork(join(import.meta.dirname, 'index-pages.ts'), [directory]);
        let indexed: Indexed | undefined;
        indexer.once('message', (said: Indexed) => void (indexed = said));
        const files = readdirSync(directory, { recursive: true, encoding: 'utf8' });
        indexer.send(files.filter((file) => file.endsWith('.html')));
        await once(indexer, 'exit');
        if (!indexed) throw new Error('The search index could not be made: what stands above says why.');
        outcome = { pages: pages.length, pagesAfter, searched: indexed.pages, seconds: indexed.seconds };
        await writeFile(join(directory, '_headers'), headersFile(base, publishing() !== undefined));
      },
    },
  };
}
