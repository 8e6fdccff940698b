/** Lists of several pages, in a site of made-up examples. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeContent } from '../bench/make-content.ts';
import { run } from '../sites.ts';
import { attributes, captures, pagesOf, textOf, type BuiltPage } from './pages.ts';

const directory = mkdtempSync(join(tmpdir(), 'lists-'));
const examples = 180;
let pages: BuiltPage[];

beforeAll(async () => {
  const [content, built] = [join(directory, 'content'), join(directory, 'built')];
  makeContent(content, examples);
  const { status, output } = await run('build.ts', ['--outDir', built], { CONTENT_DIR: content });
  expect(status, output).toBe(0);
  pages = pagesOf({ directory: built });
}, 120_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The pages of lists after their first. */
const later = (): BuiltPage[] => pages.filter(({ path }) => /\/\d+\/index\.html$/.test(path));
const main = ({ html }: BuiltPage): string => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
const firstOf = ({ path }: BuiltPage): BuiltPage => {
  const first = pages.find((page) => page.path === path.replace(/\d+\/index\.html$/, 'index.html'));
  if (!first) throw new Error(`${path} has no first page`);
  return first;
};

describe('a page of a list after its first', () => {
  it('is there for every kind of list that has so many', () => {
    const kinds = new Set(later().map(({ path }) => path.split('/')[0]));
    expect([...kinds].sort()).toEqual(
      ['coverage', 'evidence', 'examples', 'factors', 'places', 'priority-areas', 'themes', 'where'].sort(),
    );
  });

  it('says which it is, and does not count what the list holds', () => {
    for (const page of later()) {
      const description = captures(page.html, /<meta name="description" content="([^"]*)"/g)[0] ?? '';
      expect(description, page.path).toMatch(/^\D*Page \d+ of \d+\.$/);
      const heading = textOf(captures(page.html, /<h1[^>]*>([\s\S]*?)<\/h1>/g)[0] ?? '');
      expect(heading, page.path).toMatch(/, page \d+ of \d+$/);
      const total = /content="(\d+)\u00a0/.exec(firstOf(page).html)?.[1];
      if (total !== undefined) expect(textOf(main(page)), page.path).not.toMatch(new RegExp(`\\b${total}\u00a0`));
    }
  });

  it('draws no chart and offers no counted choices', () => {
    for (const page of later()) {
      expect(main(page), page.path).not.toMatch(/<figure|data-bar|data-filter/);
      expect(main(page), page.path).toContain('rel="prev"');
    }
  });
});

describe('a later page of the evidence', () => {
  const evidence = (): BuiltPage[] => later().filter(({ path }) => path.startsWith('evidence/'));

  it('says what was chosen, and leads to the choices on the first page of its list', () => {
    expect(evidence().length).toBeGreaterThan(5);
    for (const page of evidence()) {
      const chosen = /<p data-part="chosen">([\s\S]*?)<\/p>/.exec(page.html)?.[1] ?? '';
      const name = /^Evidence: (.*), page /.exec(
        textOf(captures(page.html, /<h1[^>]*>([\s\S]*?)<\/h1>/g)[0] ?? ''),
      )?.[1];
      expect(textOf(chosen), page.path).toContain(name);
      expect(textOf(chosen), page.path).toContain('Choose another area, kind of evidence or place');
      const first = firstOf(page);
      expect(attributes(chosen, 'href')).toEqual([`/${first.path.replace(/index\.html$/, '')}#choices`]);
      expect(first.html, first.path).toMatch(/<nav[^>]* id="choices"/);
      expect(captures(first.html, /data-filter="(basis:[a-z]+)"/g)).toHaveLength(3);
    }
  });

  it('holds fewer claims than 50 only where it is the last', () => {
    for (const page of evidence()) {
      const [, number, all] = /, page (\d+) of (\d+)/.exec(page.html) ?? [];
      const claims = captures(page.html, /data-claim="([a-z]+)"/g).length;
      if (number === all) expect(claims, page.path).toBeLessThanOrEqual(50);
      else expect(claims, page.path).toBe(50);
    }
  });
});
