/** What another programme begins with: the starter, put in the place of the content as the guide says. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyOfProject } from '../project-copy.ts';
import { project, run, type Outcome } from '../sites.ts';
import { brokenLinks, captures, filesOf, htmlFaults, pagesOf, textOf } from './pages.ts';

const copy = copyOfProject();
const site = { directory: join(copy, 'dist'), base: '/' } as const;
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The commands of the guide's first step. */
const guide = readFileSync(join(project, 'docs/another-programme.md'), 'utf8');
const commands = /^ *```\n([\s\S]*?)```/m.exec(guide)?.[1] ?? '';

let checked: Outcome;
let built: Outcome;
beforeAll(async () => {
  for (const name of ['content', 'starter']) cpSync(join(project, name), join(copy, name), { recursive: true });
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: copy });
  git('init', '-q');
  git('add', 'content', 'starter');
  git('-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-qm', 'The project');
  execFileSync('sh', ['-ec', commands], { cwd: copy });
  [checked, built] = await Promise.all([
    run('check.ts', ['--content', '--json'], { CONTENT_DIR: undefined }, copy),
    run('build.ts', [], { CONTENT_DIR: undefined }, copy),
  ]);
}, 180_000);

it('takes the place of all but the templates', () => {
  const files = (folder: string): string[] => filesOf({ directory: join(copy, folder) });
  const isTemplate = (file: string): boolean => file.includes('/_template.');
  expect(files('content').filter((file) => !isTemplate(file))).toEqual(files('starter'));
  expect(files('content').filter(isTemplate)).toEqual(
    filesOf({ directory: join(project, 'content') }).filter(isTemplate),
  );
});

it('has nothing to mend, to answer or to tidy', () => {
  expect(JSON.parse(checked.output)).toMatchObject({ faults: [], questions: [], notes: [] });
  expect(checked.status).toBe(0);
});

describe('the site made of it', () => {
  it('has pages that say something, are valid, and lead to one another', async () => {
    expect(built).toMatchObject({ status: 0 });
    const pages = pagesOf(site);
    for (const { path, html } of pages) {
      const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? '';
      expect(textOf(main.replace(/<h1[\s\S]*?<\/h1>/, '')).length, path).toBeGreaterThan(100);
      expect(main, path).not.toMatch(/\b[Aa]ll 1\b|\bundefined\b/);
    }
    expect(brokenLinks(site).broken).toEqual([]);
    expect(await htmlFaults(pages)).toEqual([]);
  });

  it('has no page, no link and no address for what it has no entries of', () => {
    const missing = ['measures', 'change-maps', 'recurring', 'taken-up'];
    expect(missing.filter((part) => existsSync(join(site.directory, part)))).toEqual([]);
    const lists = ['sitemap-0.xml', 'addresses.txt'].map((file) => readFileSync(join(site.directory, file), 'utf8'));
    const texts = [...lists, ...pagesOf(site).map(({ html }) => html)];
    expect(texts.filter((text) => missing.some((part) => text.includes(`/${part}/`)))).toEqual([]);
    expect(texts.filter((text) => text.includes('id="recurring"'))).toEqual([]);
    expect(lists[1]).toContain('/problems/\n');
  });

  it('has its own colour, icon and sign', () => {
    const read = (file: string): string => readFileSync(join(site.directory, file), 'utf8');
    const colour = /^colour: '(.*)'$/m.exec(readFileSync(join(copy, 'starter/site.yaml'), 'utf8'))?.[1] ?? '?';
    const home = read('index.html');
    expect(home).toContain(`<meta name="theme-color" content="${colour}"`);
    const sheets = captures(home, /<link rel="stylesheet"[^>]*href="\/([^"]*)"/g).map(read);
    expect(sheets.join('')).toContain(`--brand:${colour}`);
    const shapesOf = (file: string): string =>
      captures(readFileSync(join(copy, 'starter', file), 'utf8'), / d="([^"]*)"/g)[0] ?? '?';
    expect(read('icon.svg')).toContain(shapesOf('icon.svg'));
    expect(read('priority-areas/mending/index.html')).toContain(shapesOf('signs/spanner.svg'));
  });
});
