/** Reading the built pages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../sites.ts';

export interface BuiltPage {
  /** From the root of the build, such as examples/wrenlands/index.html. */
  path: string;
  html: string;
}

export const filesOf = ({ directory }: Pick<Site, 'directory'>): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).slice(directory.length + 1))
    .sort();

export const pagesOf = (site: Pick<Site, 'directory'>): BuiltPage[] =>
  filesOf(site)
    .filter((file) => file.endsWith('.html'))
    .map((path) => ({ path, html: readFileSync(join(site.directory, path), 'utf8') }));

export const pageOf = (site: Site, path: string): string =>
  readFileSync(join(site.directory, path, path.endsWith('.html') ? '' : 'index.html'), 'utf8');

/** What a page says: its text without markup. */
export const textOf = (html: string): string =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<\/(?:p|li|h\d|dt|dd|td|th|div|section)>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/&#(?:39|x27);/g, "'")
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

/** The values of an attribute in a page. */
export const attributes = (html: string, name: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

/** The first capture of each match. */
export const captures = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, value]) => value ?? '');
