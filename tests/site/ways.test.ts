/** How many kinds of pages lead to a kind of page from their own words, menu and foot apart. */
import { describe, expect, it } from 'vitest';
import { sites } from '../sites.ts';
import { attributes, pagesOf } from './pages.ts';

/** The kinds of pages, by how their addresses begin; a page that is of none of them is a kind of its own. */
const kinds = {
  'a priority area': /^priority-areas\/[a-z]/,
  'a theme': /^themes\/[a-z]/,
  'a factor': /^factors\/[a-z]/,
  'a place': /^places\/[a-z]/,
  'a problem': /^problems\/[a-z]/,
  'an example': /^examples\/[a-z]/,
  'a list of evidence': /^evidence\/[a-z]/,
  'measures of an area': /^measures\/(?!plan\/)[a-z]/,
  'a term': /^glossary\/[a-z]/,
  'a kind of authority': /^where\/kind\//,
};
const kindOf = (path: string): string =>
  Object.entries(kinds).find(([, address]) => address.test(path))?.[0] ?? (path || 'home');

const ways = new Map(Object.keys(kinds).map((kind) => [kind, new Set<string>()]));
/** The same for single pages: the kinds of pages that lead to each. */
const waysTo = new Map<string, Set<string>>();
for (const { path, html } of pagesOf(sites.root)) {
  const address = path.replace(/index\.html$/, '');
  const from = kindOf(address);
  for (const href of new Set(attributes(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '', 'href'))) {
    if (!href.startsWith(sites.root.base)) continue;
    const to = href.split(/[?#]/)[0]!.slice(sites.root.base.length);
    const kind = kindOf(to);
    if (kind === from) continue;
    ways.get(kind)?.add(from);
    waysTo.set(to, (waysTo.get(to) ?? new Set()).add(from));
  }
}

describe('there are three ways or more into', () => {
  it.each([...ways])('%s', (_, from) => {
    expect([...from].length, [...from].join(', ')).toBeGreaterThanOrEqual(3);
  });

  const single = pagesOf(sites.root)
    .filter(({ path }) => /^(?:evidence|glossary)\/[a-z].*\/index\.html$/.test(path) && !/\/\d+\/index/.test(path))
    // A term that no page uses is found by its letter alone.
    .filter(({ path, html }) => !path.startsWith('glossary/') || html.includes('data-part="uses"'))
    .map(({ path }) => path.replace(/index\.html$/, ''));
  it('each list of evidence and each term that is used', () => {
    expect(single.length).toBeGreaterThan(50);
    const few = single.filter((path) => (waysTo.get(path)?.size ?? 0) < 3);
    expect(few.map((path) => `${path} from ${[...(waysTo.get(path) ?? [])].join(', ')}`)).toEqual([]);
  });
});

it('a term and the pages that it lists lead to each other', () => {
  const links = new Map(pagesOf(sites.root).map(({ path, html }) => [`/${path.replace(/index\.html$/, '')}`, html]));
  let listed = 0;
  for (const [term, html] of links) {
    const [, uses = ''] = /data-part="uses"([\s\S]*?)<\/section>/.exec(html) ?? [];
    for (const page of attributes(uses, 'href')) {
      listed += 1;
      expect(links.get(page.split('#')[0]!), `${page} to ${term}`).toContain(`class="term" href="${term}"`);
    }
  }
  expect(listed).toBeGreaterThan(50);
});
