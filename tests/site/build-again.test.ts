import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeContent } from '../bench/make-content.ts';
import { project, run } from '../sites.ts';

mkdirSync(join(project, '.built/copies'), { recursive: true });
const folder = mkdtempSync(join(project, '.built/copies/again-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const content = join(folder, 'content');
const site = join(folder, 'site');
const cache = join(folder, '.site.cache');

/** Builds, and gives what the command said of it. */
async function build(outDir = site, environment: Record<string, string> = {}) {
  const { status, output } = await run('build.ts', ['--outDir', outDir], { CONTENT_DIR: content, ...environment });
  expect(status, output).toBe(0);
  const said = /: (\d+) pages, (\d+) of them anew, .*: (\d+) pages, (\d+) of them anew/.exec(output);
  expect(said, output).not.toBeNull();
  const [pages = 0, anew = 0, searched = 0, indexed = 0] = (said ?? []).slice(1).map(Number);
  return { pages, anew, searched, indexed };
}

const filesOf = (directory: string): Map<string, string> =>
  new Map(
    readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(directory, name)).isFile())
      .map((name) => [name, readFileSync(join(directory, name), 'latin1')]),
  );

/** The files in which two sites differ. */
const differing = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));

let examples: string[] = [];
/** The site as the first build made it, which knew of no other. */
let first = new Map<string, string>();
beforeAll(async () => {
  makeContent(content, 60, 3);
  examples = readdirSync(join(content, 'case-studies'));
  const { pages, anew } = await build();
  expect(anew).toBe(pages);
  first = filesOf(site);
}, 60_000);

it('without a change no page of an example is made again, and none is read for the index', async () => {
  const { pages, anew, searched, indexed } = await build();
  expect(pages - anew).toBeGreaterThan(60);
  expect([searched > 60, indexed]).toEqual([true, 0]);
  expect(differing(filesOf(site), first)).toEqual([]);
});

describe('what the last build left is noticed and made anew', () => {
  const left = ['content', 'pages', 'index'].map((name) => join(cache, name));

  it('where its files end too early', async () => {
    for (const file of left) truncateSync(file, statSync(file).size - 10);
    const { anew, pages, searched, indexed } = await build();
    expect([anew, indexed]).toEqual([pages, searched]);
    expect(differing(filesOf(site), first)).toEqual([]);
  });

  it('where a byte of each is another', async () => {
    for (const file of left) {
      const bytes = readFileSync(file);
      const middle = Math.floor(bytes.length / 2);
      bytes[middle] = (bytes[middle] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    }
    const { anew, pages, searched, indexed } = await build();
    expect([anew, indexed]).toEqual([pages, searched]);
    expect(differing(filesOf(site), first)).toEqual([]);
  });

  it('where a page has been changed by hand, and another is gone', async () => {
    const page = (index: number): string =>
      join(site, 'examples', (examples[index] ?? '').replace('.mdx', ''), 'index.html');
    writeFileSync(page(20), 'changed by hand');
    rmSync(page(21));
    await build();
    expect(differing(filesOf(site), first)).toEqual([]);
  });

  it('where the settings are others', async () => {
    const { pages, anew } = await build(site, { SITE_URL: 'https://other.example.org' });
    expect(anew).toBe(pages);
  });
});

describe('the site is that of a build that knows of no other', () => {
  const expectClean = async (): Promise<void> => {
    const clean = join(folder, 'clean');
    for (const stale of [clean, join(folder, '.clean.cache')]) rmSync(stale, { recursive: true, force: true });
    await build(clean);
    expect(differing(filesOf(site), filesOf(clean))).toEqual([]);
  };

  it('after an edit of one body, for which that page alone is made again', async () => {
    await build();
    const { anew: always } = await build();
    const file = join(content, 'case-studies', examples[5] ?? '');
    writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()} Nowhere else.\n`);
    const { anew, indexed } = await build();
    expect([anew - always, indexed]).toEqual([1, 1]);
    await expectClean();
  }, 120_000);
});
