/** The content's files as they are written, read by nothing of the site's own, and the pages made of them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parse } from 'yaml';
import { project, published } from '../sites.ts';

export const read = (file: string): string => readFileSync(join(published.content, file), 'utf8');

/** Every file, of whatever kind, by its path from the folder of content. */
export const contentFiles = (): string[] =>
  readdirSync(published.content, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(published.content.length + 1))
    .sort();

export const frontmatterOf = (text: string): unknown => parse(/^---\n([\s\S]*?)\n---\s/.exec(text)?.[1] ?? '');

interface Moved {
  from: string;
  to?: string;
}
/** What moved.yaml says of the addresses that there once were. */
export const moved = (): Moved[] =>
  existsSync(join(published.content, 'moved.yaml')) ? ((parse(read('moved.yaml')) as Moved[] | null) ?? []) : [];

/** Where an address leads by now; nowhere, if it was withdrawn. */
export function addressNow(address: string, list: readonly Moved[] = moved()): string | undefined {
  const item = list.find(({ from }) => from === address);
  return item ? item.to && addressNow(item.to, list.filter((other) => other !== item)) : address;
}

/** The part of the site for a folder's entries, where it has another name than the folder. */
const parts: Record<string, string> = { 'case-studies': 'examples', pages: '' };

/** The pages that lead on at once: none to look at. */
export const leadingOn = (): Set<string> => new Set(moved().flatMap(({ from, to }) => (to === undefined ? [] : from)));

/** The pages of the content files that differ from the commit in CHANGED_SINCE; none, where that is not set. */
export function changedPages(): string[] {
  const base = process.env['CHANGED_SINCE'];
  if (!base) return [];
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { cwd: project, encoding: 'utf8' }).split('\0').filter(Boolean);
  const files = [
    ...git('diff', '--name-only', '--no-renames', '-z', base, '--', 'content'),
    ...git('ls-files', '--others', '--exclude-standard', '-z', '--', 'content'),
  ];
  const pages = files.flatMap((file) => {
    const [, folder = '', name] = file.split('/');
    if (folder === 'moved.yaml') return moved().map(({ from }) => from);
    return name === undefined ? '' : join(parts[folder] ?? folder, basename(name, extname(name)));
  });
  const leadsOn = leadingOn();
  return [...new Set(pages)].filter((page) => !leadsOn.has(page) && existsSync(join(published.directory, page, 'index.html')));
}
