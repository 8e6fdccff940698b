/** Writes new files, all of them or none, and never over another. */
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file is written under this name first. The check passes over names that begin with _. */
const waiting = (file: string): string => join(dirname(file), `_new-${basename(file)}`);
const target = (file: string): string => join(dirname(file), basename(file).replace('_new-', ''));

/**
 * Writes each file whole, the last one last.
 * @throws where one is there already or the folder cannot be written to; then none is left behind.
 */
export function writeNew(files: readonly { file: string; text: string }[]): void {
  const there = files.find(({ file }) => existsSync(file));
  if (there) throw new Error(`${there.file} is there already.`);
  const made: string[] = [];
  const last = files.at(-1);
  try {
    for (const { file, text } of files) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(waiting(file), text);
    }
    for (const { file } of files) {
      // A link, unlike a rename, fails where the name is taken in the meantime.
      linkSync(waiting(file), file);
      made.push(file);
    }
    // With the last one's waiting file gone all are there: see clearUnfinished.
    if (last) rmSync(waiting(last.file));
  } catch (error) {
    for (const file of made) rmSync(file, { force: true });
    throw error;
  } finally {
    for (const { file } of files) rmSync(waiting(file), { force: true });
  }
}

/** Puts right what a run left that was ended while it wrote: its files go, unless all of them were there. */
export function clearUnfinished(directory: string, lastFolder: string): void {
  const left = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path).startsWith('_new-'))
    .map((path) => join(directory, path));
  const unfinished = left.some((file) => basename(dirname(file)) === lastFolder);
  for (const file of left) {
    const made = target(file);
    if (unfinished && existsSync(made) && readFileSync(made).equals(readFileSync(file))) rmSync(made);
  }
  // The last one's waiting file goes last, so that this can be ended too.
  const order = (file: string): number => (basename(dirname(file)) === lastFolder ? 1 : 0);
  for (const file of left.sort((a, b) => order(a) - order(b))) rmSync(file);
}
