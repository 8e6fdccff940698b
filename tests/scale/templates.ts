/** The pages of a built site by the file in `src/pages/` that makes them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface BuiltPage {
  /** From the root of the site, such as `evidence/2/`. */
  address: string;
  /** Bytes of its HTML as a host sends it, and before. */
  gzip: number;
  raw: number;
}

export interface Template {
  /** The address that its file stands for, such as `evidence/[by]/[id]/`; the pages of a list after its first apart. */
  name: string;
  /** The heaviest first. */
  pages: BuiltPage[];
}

const sources = resolve(import.meta.dirname, '../../src/pages');

/** Each page's file as a pattern of addresses; those that leave least open come first. */
function routes(): { name: string; pattern: RegExp }[] {
  const open = (route: string): number =>
    route === '[...moved]' ? Infinity : (route.match(/\[(?!\.)/g) ?? []).length + (route.includes('[...') ? 0.5 : 0);
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => file.replaceAll('\\', '/').replace(/(?:^|\/)index\.astro$|\.astro$/, ''))
    .sort((a, b) => open(a) - open(b) || b.length - a.length)
    .map((route) => {
      const parts = route.split('/').map((part) => {
        if (part === '[...page]') return '(?<page>\\d+/)?';
        if (part.startsWith('[...')) return '.+/';
        return part.startsWith('[') ? '(?!\\d+/)[^/]+/' : part && (part === '404' ? '404\\.html' : `${part}/`);
      });
      return { name: route.replace(/\[\.\.\.page\]$/, '') || '/', pattern: new RegExp(`^${parts.join('')}$`) };
    });
}

/** Every template of a built site that has a page. */
export function templatesOf(directory: string): Template[] {
  const all = routes();
  const found = new Map<string, BuiltPage[]>();
  for (const file of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const address = file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
    for (const { name, pattern } of all) {
      const match = pattern.exec(address);
      if (!match) continue;
      const html = readFileSync(join(directory, file));
      const key = match.groups?.['page'] === undefined ? name : `${name}N/`;
      const pages = found.get(key) ?? [];
      found.set(key, pages);
      pages.push({ address, gzip: gzipSync(html).length, raw: html.length });
      break;
    }
  }
  return [...found]
    .map(([name, pages]) => ({
      name,
      pages: pages.sort((a, b) => b.gzip - a.gzip || (a.address < b.address ? -1 : 1)),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
