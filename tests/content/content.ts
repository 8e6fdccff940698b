/** The content's files as they are written, read by nothing of the site's own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { published } from '../sites.ts';

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
