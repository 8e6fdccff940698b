/** The files of a folder of content, and their text. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hiddenPattern, hiddenSign } from '../schemas/hidden.ts';
import {
  collectionNames,
  listNames,
  lists,
  optionalNames,
  vocabularyNames,
  type ListName,
  type VocabularyName,
} from '../schemas/index.ts';
import { slugPattern } from '../schemas/slug.ts';
import { quotedLine } from '../markdown/slips.ts';
import { nearestFirst, shown, type Position } from '../validation/diagnostics.ts';
import { slugNamed } from '../validation/names.ts';
import { versionFaults } from '../validation/versions.ts';
import { slugMeant } from '../validation/yaml-slips.ts';

export type ReportFile = (file: string, message: string, fix: string, position?: Position, rule?: string) => void;
export interface FoundFile {
  file: string;
  folder: string;
  /** The file's name, or the one that it should have. */
  name: string;
}

/** The size over which a file is taken for something else than a text, in bytes. */
const largestFile = 50_000;

/** The files that stand at the root of content. */
const rootFiles = ['site.yaml', 'moved.yaml', 'icon.svg'];

/** What the name of a folder's files ends in. */
const endingIn = (folder: string): string =>
  folder === 'signs' ? '.svg' : folder === 'vocabularies' || isList(folder) ? '.yaml' : '.mdx';

/** What computers, editors and merges leave beside files, and notes to those who open a folder: none of it is content. */
const isLeftover = (name: string): boolean =>
  /^(?:\._|~\$)|~$|^#.*#$|\.(?:bak|orig|rej|swp|tmp|part|crdownload)$|^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|\d{4}|readme(?:\.(?:md|txt))?)$/i.test(
    name,
  ) || /^\.(?!.*\.(?:mdx|yaml)$)/.test(name);

/** The name that a text file was meant to have; nothing for another kind of file. */
function nameMeant(name: string, ending: string): string | undefined {
  const stem = name.replace(/(?:\.(?:mdx?|markdown|ya?ml|txt))+$/i, '');
  const meant = `${slugMeant(stem)}${ending}`;
  return (stem !== name || !name.includes('.')) && slugPattern.test(slugMeant(stem)) ? meant : undefined;
}

/** Whether a file of `folder` can have the name `stem`, its ending left out. */
const isNameOf = (folder: string, stem: string): boolean =>
  folder === 'vocabularies' ? vocabularyNames.includes(stem as VocabularyName) : slugPattern.test(stem);

export const isList = (folder: string): folder is ListName => Object.hasOwn(lists, folder);

/** The files of content in the order of their names. Anything that is no plain file in its place is a fault. */
export function listFiles(directory: string, report: ReportFile): FoundFile[] {
  const found: FoundFile[] = [];
  const folders = [...collectionNames, ...listNames, 'signs', 'vocabularies'];
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
    if (isLeftover(name)) continue;
    const file = join(directory, name);
    const kind = lstatSync(file);
    const meant = nameMeant(name, '.yaml') ?? '';
    if (kind.isSymbolicLink()) report(file, 'is a symbolic link', 'Put the file or folder itself in its place.');
    else if (kind.isDirectory() && folders.includes(name)) continue;
    // Git knows of no empty folder, which stays behind where the files of it are moved.
    else if (kind.isDirectory() && filesAt(file).every((inside) => isLeftover(basename(inside)))) continue;
    else if (kind.isDirectory())
      faultyName(report, file, `the folder ${shown(name)} is not one that content has`, name, folders);
    else if (kind.isFile() && rootFiles.includes(name)) found.push({ file, folder: '', name });
    else if (kind.isFile() && rootFiles.includes(meant) && !names.includes(meant)) {
      report(file, `the name ${shown(name)} is not one that a file here can have`, `Name it ${meant}`);
      found.push({ file, folder: '', name: meant });
    } else
      report(file, `the file ${shown(name)} has no place here`, 'Move it to the folder it belongs to, or take it out.');
  }
  for (const folder of folders) {
    if (names.includes(folder) && lstatSync(join(directory, folder)).isSymbolicLink()) continue;
    const optional = [...optionalNames, ...listNames, 'signs'].includes(folder);
    if (optional && !names.includes(folder)) continue;
    const inFolder = open(folder) ?? [];
    for (const name of inFolder) {
      if (isLeftover(name)) continue;
      const file = join(directory, folder, name);
      const kind = lstatSync(file);
      const ending = endingIn(folder);
      const stem = name.slice(0, -ending.length);
      if (kind.isSymbolicLink()) report(file, 'is a symbolic link', 'Put the file itself in its place.');
      else if (!kind.isFile()) report(file, 'is not a file', `Keep only ${ending} files in ${folder}/.`);
      else if (name.startsWith('_')) continue;
      else if (name.endsWith(ending) && isNameOf(folder, stem)) found.push({ file, folder, name });
      else {
        // It is judged under the name that it should have, and what refers to it finds it.
        const meant = nameMeant(name, ending);
        if (meant !== undefined && isNameOf(folder, meant.slice(0, -ending.length)) && !inFolder.includes(meant)) {
          report(file, `the name ${shown(name)} is not one that a file here can have`, `Name it ${meant}`);
          found.push({ file, folder, name: meant });
        } else if (!name.endsWith(ending))
          report(
            file,
            `is not an ${ending} file`,
            `Keep only ${ending} files in ${folder}/; give it another name, with that ending, or take it out.`,
          );
        else if (folder === 'vocabularies')
          faultyName(report, file, `no vocabulary is called ${shown(stem)}`, stem, vocabularyNames);
        else
          report(
            file,
            `the name ${shown(stem)} cannot be part of an address`,
            'Name the file with lower-case letters, figures and single hyphens, a letter first.',
          );
      }
    }
  }
  return found;
}

function faultyName(report: ReportFile, file: string, message: string, name: string, allowed: readonly string[]): void {
  const near = slugNamed(name, new Map(allowed.map((one) => [one, one])));
  const choices = `Allowed: ${nearestFirst(name, allowed).join(', ')}.`;
  if (near === undefined) report(file, `${message}. ${choices}`, 'Rename it to one of these, or take it out.');
  else report(file, message, `Rename it ${near}; or, if that is there already, move what is in it there.`);
}

/** The plain file at a path, or those in the folder there, however deep. */
export function filesAt(path: string): string[] {
  const kind = lstatSync(path, { throwIfNoEntry: false });
  if (!kind?.isDirectory()) return kind?.isFile() ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesAt(join(path, name)));
}

/** A text with the line ends of Unix, one at its end, and no mark of its encoding before it. */
const laidOut = (text: string): string =>
  `${withUnixEnds(text).replace(/^\ufeff/, '')}${text.endsWith('\n') ? '' : '\n'}`;
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

/**
 * The text of a file without the hidden signs that are told of it; nothing where it cannot be read, or where two
 * versions of it stand in one another.
 */
export function textOf(file: string, bytes: Buffer, report: ReportFile): string | undefined {
  let text: string;
  try {
    text = laidOut(utf8.decode(bytes));
    // UTF-16 of plain letters is UTF-8 too, with a sign that nobody types between them.
    if (text.includes('\0')) throw new TypeError();
  } catch {
    return void report(
      file,
      'is not saved as UTF-8, so some of its letters cannot be read',
      'Open it in an editor and save it again with the encoding UTF-8.',
    );
  }
  if (text.trim() === '')
    return void report(file, 'is empty', 'Copy the template of the folder into it, or take the file out.');
  const versions = versionFaults(text);
  for (const { line, message, fix } of versions) report(file, message, fix, { line, column: 1 });
  if (versions.length) return undefined;
  if (!hiddenPattern.test(text)) return text;
  return text
    .split('\n')
    .map((line, index) => {
      const hidden = hiddenPattern.exec(line);
      if (!hidden) return line;
      const clean = line.replace(new RegExp(hiddenPattern, 'gu'), '');
      report(
        file,
        `holds the hidden character ${hiddenSign(line)}`,
        clean.trim() === '' ? 'Empty the line.' : `Delete it, or type the line again: ${quotedLine(clean)}`,
        { line: index + 1, column: hidden.index + 1 },
      );
      return clean;
    })
    .join('\n');
}
