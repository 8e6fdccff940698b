/** The files that `npm run check -- --content FILE…` names. */
import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { SettingsError, shownPath } from '../config/settings.ts';

/**
 * The absolute paths of `files` as a reading of `directory` gives them.
 * @throws SettingsError that names every one which is no file of content.
 */
export function judgedFiles(files: readonly string[], directory: string): Set<string> {
  const wrong: string[] = [];
  const judged = new Set<string>();
  for (const file of files) {
    const found = inContent(resolve(file), directory);
    if ('why' in found) wrong.push(`${file}: ${found.why}`);
    else judged.add(found.path);
  }
  if (wrong.length) throw new SettingsError(wrong.join('\n'));
  return judged;
}

function inContent(path: string, directory: string): { path: string } | { why: string } {
  let inside: string;
  try {
    // The folder that holds the file may be reached by another way; the file itself must be no link to elsewhere.
    inside = relative(realpathSync(directory), join(realpathSync(dirname(path)), basename(path)));
    if (!lstatSync(path).isDirectory()) {
      if (inside.startsWith(`..${sep}`))
        return { why: `is outside the folder of content, ${shownPath(directory)}. Name files inside it.` };
      if (basename(path).startsWith('_')) return { why: 'is a template, which is never published or checked.' };
      return { path: join(directory, inside) };
    }
  } catch {
    return { why: 'there is no such file. Correct the name, or leave it out to check all of the content.' };
  }
  return { why: 'is a folder. Name files, or leave it out to check all of the content.' };
}
