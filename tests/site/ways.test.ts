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
  'a change map': /^change-maps\/[a-z]/,
  'a term': /^glossary\/[a-z]/,
  'a kind of authority': /^where\/kind\//,
};
const kindOf = (path: string): string =>
  Object.entries(kinds).find(([, address]) => address.test(path))?.[0] ?? (path || 'home');

const ways = new Map(Object.keys(kinds).map((kind) => [kind, new Set<string>()]));
for (const { path, html } of pagesOf(sites.root)) {
  const from = kindOf(path.replace(/index\.html$/, ''));
  for (const to of attributes(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '', 'href')) {
    const kind = kindOf(to.split(/[?#]/)[0]!.slice(sites.root.base.length));
    if (to.startsWith(sites.root.base) && kind !== from) ways.get(kind)?.add(from);
  }
}

describe('there are three ways or more into', () => {
  it.each([...ways])('%s', (_, from) => {
    expect([...from].length, [...from].join(', ')).toBeGreaterThanOrEqual(3);
  });
});
