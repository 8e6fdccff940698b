/**
 * Astro keeps what it knows of the content in .astro/ of the project, one for all: two builds would disturb each other,
 * and so would a build of other content beside `npm run dev`. Each says here that it is at work.
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { contentDirectory, SettingsError } from './settings.ts';

type Work = 'build' | 'dev';
interface Run {
  process: number;
  /** The folder of content that it is at work on. */
  content: string;
}

const folder = '.astro';
const fileOf = (work: Work): string => join(folder, `${work}.run.json`);

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one as well.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Who is at work; nobody, where the one that said so was ended before it could say otherwise. */
function running(file: string): Run | undefined {
  try {
    const run = JSON.parse(readFileSync(file, 'utf8')) as Run;
    return run.process !== process.pid && isAlive(run.process) ? run : undefined;
  } catch {
    return undefined;
  }
}

/** Says that this process is at work, until it ends. False, where another says so already. */
function say(work: Work): boolean {
  mkdirSync(folder, { recursive: true });
  const own = `${fileOf(work)}.${process.pid}`;
  const run: Run = { process: process.pid, content: contentDirectory() };
  writeFileSync(own, JSON.stringify(run));
  try {
    // Whole from the first moment, unlike a file that is written in its place.
    linkSync(own, fileOf(work));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
  process.once('exit', () => rmSync(fileOf(work), { force: true }));
  return true;
}

/** Clears away what a run that was ended has said; not what another has said since. */
function clear(work: Work): void {
  if (running(fileOf(work))) return;
  const aside = `${fileOf(work)}.${process.pid}`;
  try {
    renameSync(fileOf(work), aside);
    if (running(aside)) renameSync(aside, fileOf(work));
    else rmSync(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

const refuse = (what: string, content: string): never => {
  throw new SettingsError(
    `${what} is at work in this folder on other content (${content}), and each would spoil the other's pages. Wait for it or stop it, or use another copy of the project.`,
  );
};
const onOther = (work: Work): Run | undefined => {
  const run = running(fileOf(work));
  return run && run.content !== contentDirectory() ? run : undefined;
};

/**
 * Waits until no other build is at work in this project, and says so to `tell` once.
 * @throws SettingsError where `npm run dev` is at work on other content.
 */
export async function claimBuild(tell: (message: string) => void): Promise<void> {
  const dev = onOther('dev');
  if (dev) refuse('npm run dev', dev.content);
  let hasTold = false;
  while (!say('build')) {
    const other = running(fileOf('build'));
    if (!other) {
      clear('build');
      continue;
    }
    if (!hasTold)
      tell(`Another build is at work in this folder (process ${other.process}). This one begins when that has ended.`);
    hasTold = true;
    await wait(200);
  }
}

/**
 * Says that `npm run dev` is at work; a second one on the same content is no harm.
 * @throws SettingsError where a build or another one is at work on other content.
 */
export function claimDev(): void {
  for (const [work, what] of [
    ['build', 'A build'],
    ['dev', 'Another npm run dev'],
  ] as const) {
    const other = onOther(work);
    if (other) refuse(what, other.content);
  }
  clear('dev');
  say('dev');
}
