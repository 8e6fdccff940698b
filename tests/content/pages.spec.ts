/** What a browser shows of what is published: the pages that have changed since a commit, else one of each kind. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { addressOf } from '../../src/validation/addresses.ts';
import type { CollectionName } from '../../src/schemas/index.ts';
import { axeTags, watch } from '../browser/watch.ts';
import { project, published } from '../sites.ts';
import { filesOf } from '../site/pages.ts';
import { moved } from './content.ts';

/** The first page of each folder, since pages in one folder are of one kind. */
const onePerKind = (): string[] => {
  const pages = filesOf(published).filter((file) => file.endsWith('.html'));
  const kindOf = (page: string): string =>
    page
      .split('/')
      .map((part, depth, all) => (depth === 0 || all.length - depth === 1 ? part : '*'))
      .join('/');
  return [...new Map(pages.reverse().map((page) => [kindOf(page), page])).values()].map((page) =>
    page.replace(/index\.html$/, ''),
  );
};

/** The pages of the content files that differ from a commit. */
function changedPages(base: string): string[] {
  const git = (...args: string[]): string[] =>
    execFileSync('git', args, { cwd: project, encoding: 'utf8' }).split('\0').filter(Boolean);
  const files = [
    ...git('diff', '--name-only', '--no-renames', '-z', base, '--', 'content'),
    ...git('ls-files', '--others', '--exclude-standard', '-z', '--', 'content'),
  ];
  const pages = files.flatMap((file) =>
    file === 'content/moved.yaml'
      ? moved().map(({ from }) => `/${from}/`)
      : (addressOf(basename(dirname(file)) as CollectionName, basename(file, extname(file))) ?? '/'),
  );
  return [...new Set(pages)]
    .map((page) => page.slice(1))
    .filter((page) => existsSync(join(published.directory, page, 'index.html')));
}

const base = process.env['CHANGED_SINCE'];
const changed = base ? changedPages(base) : [];

for (const path of changed.length ? changed : onePerKind())
  test(`/${path} shows no fault that axe can find, and asks nothing of another host`, async ({ page }) => {
    const { seen } = watch(page);
    await page.goto(path);
    const { violations } = await new AxeBuilder({ page }).withTags(axeTags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(path === '404.html' ? [] : seen).toEqual([]);
  });
