/** Reading the built pages, and what must hold of any. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate/node';
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

/** The links of a site that lead to nothing in it, fragments too, and how many were followed. */
export function brokenLinks(site: Pick<Site, 'directory' | 'base'>): {
  broken: string[];
  checked: number;
  pages: number;
} {
  const all = pagesOf(site);
  const files = new Set(filesOf(site));
  const ids = new Map(all.map(({ path, html }) => [path, new Set(attributes(html, 'id'))]));
  let checked = 0;
  const broken: string[] = [];
  for (const { path, html } of all)
    for (const address of ['href', 'src', 'action'].flatMap((name) => attributes(html, name))) {
      if (/^(?:https?|mailto):/.test(address)) continue;
      checked += 1;
      const here = `https://here${site.base}${path.replace(/index\.html$/, '')}`;
      const url = new URL(address.replaceAll('&amp;', '&'), here);
      const file = url.pathname.slice(site.base.length).replace(/(^|\/)$/, '$1index.html');
      const fragment = decodeURIComponent(url.hash.slice(1));
      if (!url.pathname.startsWith(site.base) || !files.has(file) || (fragment && !ids.get(file)?.has(fragment)))
        broken.push(`${address} on ${path}`);
    }
  return { broken, checked, pages: all.length };
}

/** What is no valid HTML in some pages. */
export async function htmlFaults(pages: readonly BuiltPage[]): Promise<string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Astro writes void elements and attributes in its own style; browsers read both alike.
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'attribute-boolean-style': 'off',
      'doctype-style': 'off',
      // Tick-boxes and buttons of one group share a name: HTML's own way.
      'form-dup-name': ['error', { shared: ['checkbox', 'radio'] }],
      // Long titles are told to their writers by the schema.
      'long-title': 'off',
      // A table that scrolls is a region only while it can: a section around every table would be noise in outlines.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  });
  const faults: string[] = [];
  for (const { path, html } of pages) {
    const report = await validator.validateString(html, path);
    for (const { messages } of report.results)
      for (const { line, column, ruleId, message } of messages)
        faults.push(`${path}:${line}:${column} ${ruleId} ${message}`);
  }
  return faults;
}
