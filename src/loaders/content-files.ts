/** The files of a folder of content, and their text. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hiddenPattern, hiddenSign } from '../schemas/hidden.ts';
import {
  collectionNames,
  listNames,
  lists,
  optionalNames,
  vocabularyNames,
  type CollectionName,
  type ListName,
  type VocabularyName,
} from '../schemas/index.ts';
import { slugPattern } from '../schemas/slug.ts';
import { nearestFirst, shown, type Position } from '../validation/diagnostics.ts';

export type ReportFile = (file: string, message: string, fix: string, position?: Position, rule?: string) => void;
export interface FoundFile {
  file: string;
  folder: string;
  name: string;
}

/** The size over which a file is taken for something else than a text, in bytes. */
const largestFile = 50_000;

/** The files that stand at the root of content. */
const rootFiles = ['site.yaml', 'moved.yaml'];

export const isList = (folder: string): folder is ListName => Object.hasOwn(lists, folder);

/** The files of content in the order of their names. Anything that is no plain file in its place is a fault. */
export function listFiles(directory: string, report: ReportFile): FoundFile[] {
  const found: FoundFile[] = [];
  const folders = [...collectionNames, ...listNames, 'vocabularies'];
  const open = (folder: string): string[] | undefined => {
    const path = join(directory, folder);
    try {
      if (lstatSync(path).isSymbolicLink()) {
        // The folder itself may be a link: it is the operator who names it. What is inside may not.
        if (folder !== '') return void report(path, 'is a symbolic link', 'Put the folder itself in its place.');
      }
      return readdirSync(path).sort();
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read';
      const fix =
        folder === ''
          ? 'Make the folder, or set CONTENT_DIR to the right one.'
          : `Make the folder readable, with at least one file.`;
      return void report(path, `the folder ${why}`, fix);
    }
  };
  const names = open('');
  if (!names) return [];
  for (const name of names) {
    const file = join(directory, name);
    const kind = lstatSync(file);
    if (kind.isSymbolicLink()) report(file, 'is a symbolic link', 'Put the file or folder itself in its place.');
    else if (kind.isDirectory() && folders.includes(name)) continue;
    else if (kind.isDirectory() && !folders.includes(name))
      faultyName(report, file, `the folder ${shown(name)} is not one that content has`, nearestFirst(name, folders));
    else if (kind.isFile() && rootFiles.includes(name)) found.push({ file, folder: '', name });
    else
      report(file, `the file ${shown(name)} has no place here`, 'Move it to the folder it belongs to, or take it out.');
  }
  for (const folder of folders) {
    if (names.includes(folder) && lstatSync(join(directory, folder)).isSymbolicLink()) continue;
    const optional = [...optionalNames, ...listNames].includes(folder as CollectionName);
    if (optional && !names.includes(folder)) continue;
    for (const name of open(folder) ?? []) {
      const file = join(directory, folder, name);
      const kind = lstatSync(file);
      const ending = folder === 'vocabularies' || isList(folder) ? '.yaml' : '.mdx';
      const stem = name.slice(0, -ending.length);
      if (kind.isSymbolicLink()) report(file, 'is a symbolic link', 'Put the file itself in its place.');
      else if (!kind.isFile()) report(file, 'is not a file', `Keep only ${ending} files in ${folder}/.`);
      else if (!name.endsWith(ending))
        report(
          file,
          `is not an ${ending} file`,
          `Keep only ${ending} files in ${folder}/; give it that ending or take it out.`,
        );
      else if (name.startsWith('_')) continue;
      else if (folder === 'vocabularies' && !vocabularyNames.includes(stem as VocabularyName))
        faultyName(report, file, `no vocabulary is called ${shown(stem)}`, nearestFirst(stem, vocabularyNames));
      else if (!slugPattern.test(stem))
        report(
          file,
          `the name ${shown(stem)} is no slug`,
          'Name the file with lower-case letters, figures and single hyphens, a letter first.',
        );
      else found.push({ file, folder, name });
    }
  }
  return found;
}

const faultyName = (report: ReportFile, file: string, message: string, allowed: readonly string[]): void =>
  report(file, `${message}. Allowed: ${allowed.join(', ')}.`, 'Rename it to one of these, or take it out.');

/** The plain file at a path, or those in the folder there, however deep. */
export function filesAt(path: string): string[] {
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (!kind?.isDirectory()) return kind?.isFile() ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesAt(join(path, name)));
}

const withUnixEnds = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);

export function readBytes(file: string, report: ReportFile): Buffer | undefined {
  try {
    const { size } = lstatSync(file);
    if (size <= largestFile) return readFileSync(file);
    report(file, `has ${size} bytes`, `Keep a file under ${largestFile} bytes; move part of it to another entry.`);
  } catch (error) {
    report(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, 'Make the file readable.');
  }
  return undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What stands in a file, whatever is wrong with it. A picture or the like holds no text. */
export function rawText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\0') ? '' : withUnixEnds(text);
}

export function textOf(file: string, bytes: Buffer, report: ReportFile): string | undefined {
  let text: string;
  try {
    text = withUnixEnds(utf8.decode(bytes));
  } catch {
    return void report(file, 'is not UTF-8 text', 'Save the file as UTF-8.');
  }
  const hidden = hiddenPattern.exec(text);
  if (hidden) {
    const before = text.slice(0, hidden.index).split('\n');
    return void report(file, `holds the hidden character ${hiddenSign(text)}`, 'Delete it, or type the line again.', {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    });
  }
  if (!text.endsWith('\n'))
    return void report(file, 'does not end with a line break', 'Add a line break at the end of the file.');
  return text;
}
