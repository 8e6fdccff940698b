/** Whether a site that was just built is whole: every file, address and fragment that its pages name is there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { basePath } from '../config/settings.ts';
import { unescaped } from '../validation/yaml-slips.ts';

/** A tag with its attributes: what only looks like one stands in the text of a page with its brackets escaped. */
const tags = /<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
/** An attribute with its value, whatever stands in that. */
const attributes = /([a-z-]+)=(?:"([^"]*)"|'([^']*)'|([^\s>"']+))/gi;
const decoded = (text: string): string => text.replaceAll(/&(?:amp|#38|#x26);/g, '&');

/** What a page names in its attributes, and the ids that it has. */
function readPage(html: string): { names: Set<string>; ids: Set<string> } {
  const [names, ids] = [new Set<string>(), new Set<string>()];
  for (const [tag] of html.matchAll(tags))
    for (const [, name = '', double, single, bare] of tag.matchAll(attributes)) {
      const value = decoded(double ?? single ?? bare ?? '');
      if (['href', 'src', 'action', 'poster'].includes(name)) names.add(value);
      else if (name === 'id') ids.add(value);
    }
  return { names, ids };
}

/** What a style sheet names in `url()`, and a script as modules to bring in. */
const named: Record<string, RegExp> = {
  '.css': /url\(\s*["']?([^"')]+)/g,
  '.js': /(?:\bfrom|\bimport\(?)\s*["'`](\.[^"'`]+)["'`]/g,
};

/** Where an address within the site is a file of it, from the root; undefined, where it is outside the base path. */
function fileAt({ pathname }: URL): string | undefined {
  const base = basePath();
  if (!pathname.startsWith(base)) return undefined;
  return unescaped(pathname.slice(base.length)).replace(/(^|\/)$/, '$1index.html');
}

/**
 * What files of the site at `directory` name and it has not, each with the first file that names it, in the order of
 * files. Linear in the text of the site: a file is read once, and again where others name parts of it.
 */
export function missingFrom(directory: string): { address: string; on: string }[] {
  const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const there = new Set(files);
  const ids = new Map<string, Set<string>>();
  const hasPart = (file: string, part: string): boolean => {
    const known = ids.get(file) ?? readPage(read(file)).ids;
    ids.set(file, known);
    return known.has(part);
  };
  const judged = new Map<string, boolean>();
  const missing: { address: string; on: string }[] = [];
  for (const file of files.sort()) {
    const isPage = file.endsWith('.html');
    const pattern = named[posix.extname(file)];
    // Pagefind's scripts find their files by what stands in its index.
    if ((!isPage && !pattern) || file.startsWith('pagefind/')) continue;
    const text = read(file);
    const page = isPage ? readPage(text) : undefined;
    const names = page?.names ?? new Set([...text.matchAll(pattern!)].map(([, value = '']) => value));
    const here = new URL(basePath() + file.replace(/(^|\/)index\.html$/, '$1'), 'https://here');
    for (const address of names) {
      // Of a page's own parts, its text has just been read. In a style sheet it is a part of the page that has the sheet.
      if (address.startsWith('#')) {
        const part = unescaped(address.slice(1));
        if (part && page && !page.ids.has(part)) missing.push({ address, on: file });
        continue;
      }
      const url = URL.parse(address, here);
      // The rest is judged once for all pages.
      if (url && (url.origin !== here.origin || judged.has(url.href))) continue;
      const at = url ? fileAt(url) : undefined;
      const part = unescaped(url?.hash.slice(1) ?? '');
      const isThere = at !== undefined && there.has(at) && (!part || !at.endsWith('.html') || hasPart(at, part));
      if (url) judged.set(url.href, isThere);
      if (!isThere) missing.push({ address, on: file });
    }
  }
  return missing;
}

/** @throws Error that names what is missing, where a file of the site names something that it has not. */
export function assertWhole(directory: string): void {
  const missing = missingFrom(directory);
  if (missing.length === 0) return;
  const shown = missing.slice(0, 10).map(({ address, on }) => `  ${address} (on ${on})`);
  const rest = missing.length - shown.length;
  throw new Error(
    [
      'The site that was built is not whole, so it was not put in the place of the last one. These are named and not there:',
      ...shown,
      ...(rest > 0 ? [`  and ${rest} more`] : []),
      'To mend: Build again with nothing else at work in this folder. If it says the same, it is a fault of this software: please report it.',
    ].join('\n'),
  );
}
