/** Has the search index and the headers file written beside the pages. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cacheBefore } from '../building/cache.ts';
import { headersFile } from '../config/security.ts';
import { publishing } from '../config/settings.ts';
import type { Message, Outcome } from './index-pages.ts';

let indexer: ChildProcess | undefined;
/** That the indexer has ended. */
let ended: Promise<unknown> | undefined;
let waiting: [file: string, digest: string][] = [];
let others: string[] = [];
/** So many pages are told of at once. */
const batch = 50;

/** Tells the indexer of a page that stands: its file, from the root of the site, and the digest of that. */
export function pageStands(file: string, digest: string): void {
  waiting.push([file, digest]);
  if (waiting.length >= batch) tell({ pages: waiting });
}

/** Tells of a page that Astro writes: it is read when all stand. */
export const pageFollows = (file: string): void => void others.push(file);

function tell(message: Message): void {
  indexer?.send(message);
  waiting = [];
}

/** What became of the index. */
export let outcome: Outcome | undefined;

export function searchIndex(): AstroIntegration {
  let base = '/';
  let directory = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
        directory = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        indexer = fork(join(import.meta.dirname, 'index-pages.ts'), [directory, cacheBefore() ?? []].flat());
        // A build that fails does not wait for it.
        indexer.unref();
        indexer.channel?.unref();
        outcome = undefined;
      },
      'astro:build:generated': () => {
        if (!indexer) throw new Error('the indexer was not started');
        indexer.ref();
        indexer.channel?.ref();
        ended = once(indexer, 'exit');
        indexer.once('message', (said: Outcome) => void (outcome = said));
        tell({ pages: waiting });
        tell({ others: others.filter((file) => existsSync(join(directory, file))) });
        others = [];
      },
      'astro:build:done': async () => {
        await ended;
        if (!outcome) throw new Error('The search index could not be made: what stands above says why.');
        await writeFile(join(directory, '_headers'), headersFile(base, publishing() !== undefined));
      },
    },
  };
}
