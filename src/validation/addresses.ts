/**
 * The addresses that a site keeps: its parts, and a page for each entry. Pages of lists after the first, and whole
 * lists of one theme or the like, come and go with the number of examples, so they are not among them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collectionNames, listNames, type CollectionName, type ListName } from '../schemas/index.ts';
import { formPath, oldSearchPath } from '../config/urls.ts';
import { path as checkPath } from '../editor/dev-check-page.ts';
import { siteParts } from '../schemas/site.ts';
import { nearestFirst, shown, type Diagnostic } from '../validation/diagnostics.ts';
import type { Content } from './content.ts';

type Name = CollectionName | ListName;

const folders: Partial<Record<Name, string>> = {
  'case-studies': 'examples/',
  factors: 'factors/',
  themes: 'themes/',
  'priority-areas': 'priority-areas/',
  places: 'places/',
  problems: 'problems/',
  glossary: 'glossary/',
  'taken-up': 'taken-up/',
  measures: 'measures/',
  recurring: 'recurring/',
  pages: '',
};

/** The address of an entry's page, from the root of the site; none, for a collection that has no pages. */
export const addressOf = (name: Name, id: string): string | undefined =>
  folders[name] === undefined ? undefined : `/${folders[name]}${id}/`;

const routes = fileURLToPath(new URL('../pages', import.meta.url));
/** What stands at the root of a site beside its routes. */
const besides = [
  formPath,
  checkPath,
  '/pagefind/',
  '/_astro/',
  '/_headers',
  '/_redirects',
  '/sitemap-index.xml',
  '/sitemap-0.xml',
  '/404.html',
];

/** Whether a route answers at its own address: a folder of single pages alone does not. */
const hasPage = (route: string): boolean =>
  extname(route) !== '' || readdirSync(route).some((name) => /^(?:index\.|\[\.{3})/.test(name));

/** The names that the site's own routes take in a folder of it, such as plan in measures/; at the root, all that stands there. */
export function takenIn(folder: string): ReadonlySet<string> {
  const at = join(routes, folder);
  const names = existsSync(at) ? readdirSync(at).filter((name) => !/^[[_]/.test(name) && hasPage(join(at, name))) : [];
  const own = folder === '' ? besides.map((path) => path.replaceAll('/', '')) : [];
  return new Set([...names.map((name) => name.replace(/\.(?:astro|ts)$/, '')), ...own]);
}

type IdsOf = (name: Name) => Iterable<string>;

/** The parts of a site that has the slugs that `idsOf` gives: one that would list nothing is left out. */
export function partsOf(idsOf: IdsOf): string[] {
  const listed = new Map(Object.entries(folders).map(([name, folder]) => [folder, name as Name]));
  return siteParts.filter((part) => {
    const name = listed.get(`${part}/`);
    return name === undefined || !idsOf(name)[Symbol.iterator]().next().done;
  });
}

const partAddresses = (parts: readonly string[]): string[] =>
  parts.flatMap((part) => (part === 'measures' ? ['/measures/', '/measures/plan/'] : `/${part}/`));

/** The addresses, each with a slash at both ends, of a site that has the slugs that `idsOf` gives. */
export function addressesOf(idsOf: IdsOf): string[] {
  const addresses = ['/', oldSearchPath, ...partAddresses(partsOf(idsOf))];
  for (const name of [...collectionNames, ...listNames]) {
    for (const id of idsOf(name)) {
      const address = addressOf(name, id);
      if (address !== undefined) addresses.push(address);
    }
  }
  return addresses;
}

/** The addresses of pages that readers meet, sorted. */
export const publicAddresses = ({ entries, lists }: Content): string[] =>
  addressesOf((name) => ({ ...entries, ...lists })[name].filter(({ data }) => !data.draft).map(({ id }) => id)).sort();

/** The addresses that drafts will have, or have had. */
export const draftAddresses = ({ entries }: Content): string[] =>
  collectionNames.flatMap((name) =>
    entries[name].filter(({ data }) => data.draft).map(({ id }) => addressOf(name, id) ?? ''),
  );

/** Every address at which the site answers, sorted: its pages, and those that have moved or been withdrawn. */
export const keptAddresses = (content: Content): string[] =>
  [...new Set([...publicAddresses(content), ...(content.moved?.data ?? []).map(({ from }) => `/${from}/`)])].sort();

/** Whether `address` is that of an entry whose file is there and has a fault: it has no page only until that is mended. */
export const awaitsMending = ({ directory, entries, lists }: Content, address: string): boolean =>
  [...collectionNames, ...listNames].some((name) => {
    const id = /([^/]*)\/$/.exec(address)?.[1] ?? '';
    return (
      addressOf(name, id) === address &&
      !{ ...entries, ...lists }[name].some((entry) => entry.id === id) &&
      existsSync(join(directory, name, `${id}.${Object.hasOwn(lists, name) ? 'yaml' : 'mdx'}`))
    );
  });

/**
 * A fault for each address of `published` (the addresses.txt of a release, an address a line) that the content neither
 * has nor tells the fate of. `file` is that list's path.
 */
export function lostAddresses(content: Content, published: string, file: string): Diagnostic[] {
  // A draft may be taken off at once: its address answers again when it is back, or once moved.yaml says what became of it.
  // A list goes with its last entry, whose own address is judged.
  const kept = new Set([...keptAddresses(content), ...draftAddresses(content), ...partAddresses(siteParts)]);
  return published.split('\n').flatMap((line, index) => {
    const address = line.trim();
    if (address === '' || kept.has(address) || awaitsMending(content, address)) return [];
    const from = address.replace(/^\/+|\/+$/g, '');
    return {
      path: file,
      line: index + 1,
      column: 1,
      rule: 'address-lost',
      message: `the address ${shown(address)} was published and leads nowhere now`,
      allowed: nearestFirst(address, publicAddresses(content)).slice(0, 5),
      fix: `Bring the page back, or add to moved.yaml in the folder of content: "- from: ${from}" with "to:" and the new address, or with "withdrawn:" and "why:".`,
    };
  });
}
