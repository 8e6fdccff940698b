/** What authors wrote is on the pages, and the pages are whole. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readContent } from '../../src/loaders/read-content.ts';
import { pageIds } from '../../src/markdown/heading-ids.ts';
import { splitFile } from '../../src/markdown/frontmatter.ts';
import { htmlTree } from '../html-tree.ts';
import { fixtureDay, sites } from '../sites.ts';
import { pagesOf } from './pages.ts';

/** Keys that no page prints: for those who edit, for what finds terms in texts, and for search engines. */
const unprinted = /^(?:.*\.)?(?:accepted\..*|knownNames\..*|plural|shortTitle)$|^site\.yaml:summary$/;

/** Every text of several words under the keys of a file, with the keys that lead to it. */
function textsIn(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return value.includes(' ') ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, path ? `${path}.${key}` : key));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

describe.each([
  ['the large fixture', sites.root],
  ['the other programme', sites.second],
])('%s', (_, site) => {
  const pages = pagesOf(site).map(({ path, html }) => ({ path, html, tree: htmlTree(html, true) }));
  const texts = pages.map(({ html }) => wordsOf(htmlTree(html.slice(html.indexOf('<body'))).text));

  it('has pages that are whole: one main with all sections in it, no id twice, no style of their own', () => {
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.flatMap(({ path, tree }) => tree.faults.map((fault) => `${path}: ${fault}`))).toEqual([]);
  });

  it('gives to pages with a body no id that its headings could have', () => {
    for (const { path, html } of pages) {
      if (!/^(?:[a-z-]+\/)?[a-z-]+\/index\.html$/.test(path) || !html.includes('class="prose"')) continue;
      const inBodies = [...html.matchAll(/<h[23] id="([^"]*)"/g)].map(([, id]) => id);
      const { ids } = htmlTree(html);
      const own = ids.filter((id) => !id.startsWith('note:') && !inBodies.includes(id));
      expect(
        own.filter((id) => !(pageIds as readonly string[]).includes(id)),
        path,
      ).toEqual([]);
    }
  });

  it('prints every word of every key and body', () => {
    const sets = texts.map((words) => ({ all: new Set(words), inOrder: ` ${words.join(' ')} ` }));
    const { content } = readContent(site.content, fixtureDay);
    const lost: string[] = [];
    const look = (where: string, text: string): void => {
      const words = wordsOf(text);
      const isThere =
        words.length < 4
          ? sets.some(({ inOrder }) => inOrder.includes(` ${words.join(' ')} `))
          : sets.some(({ all }) => words.every((word) => all.has(word)));
      if (!isThere) lost.push(`${where}: ${text}`);
    };
    const files = [
      ...Object.values({ ...content.entries, ...content.lists }).flat(),
      ...Object.values(content.vocabularies),
      content.site,
      content.moved,
    ];
    for (const one of files) {
      if (!one || (one.data as { draft?: boolean }).draft) continue;
      const file = readFileSync(one.file, 'utf8');
      const name = one.file.slice(site.content.length + 1);
      const split = splitFile(file);
      const keys: unknown = parseDocument('keys' in split ? split.keys.join('\n') : file).toJS();
      for (const [path, text] of textsIn(keys, ''))
        if (!unprinted.test(path) && !unprinted.test(`${name}:${path}`)) look(`${name}:${path}`, text);
      if (!('tree' in one) || !one.tree) continue;
      const body = one.tree as { children: object[] };
      const textOf = (node: object): string =>
        'value' in node
          ? String(node.value)
          : 'children' in node
            ? (node.children as object[]).map(textOf).join(' ')
            : '';
      for (const part of body.children) look(name, textOf(part));
    }
    expect(files.length).toBeGreaterThan(20);
    expect(lost).toEqual([]);
  });
});
