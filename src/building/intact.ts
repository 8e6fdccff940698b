/**
 * A thread that finds out which files of the last site are still what that build wrote, while the build itself has other
 * things to do. It is given the folder and the digest of each file, and answers with the files.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { digestOf } from './digest.ts';

interface Question {
  site: string;
  digests: ReadonlyMap<string, string>;
}

/** The files below `site` that have the digests given. */
export const intactFiles = (site: string, digests: ReadonlyMap<string, string>): Promise<ReadonlySet<string>> =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { site, digests } satisfies Question });
    worker.once('message', settle);
    worker.once('error', fail);
  });

function isIntact(file: string, digest: string): boolean {
  try {
    return digestOf(readFileSync(file)) === digest;
  } catch {
    return false;
  }
}

if (parentPort) {
  const { site, digests } = workerData as Question;
  const intact = [...digests].filter(([file, digest]) => isIntact(join(site, file), digest)).map(([file]) => file);
  parentPort.postMessage(new Set(intact));
}
