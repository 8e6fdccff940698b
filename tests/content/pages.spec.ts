/** What a browser shows of what is published: the pages that have changed since a commit, else one of each kind. */
import { expect } from '@playwright/test';
import { axeFaults, reading, watch } from '../browser/watch.ts';
import { published } from '../sites.ts';
import { pagesOf } from '../site/pages.ts';
import { changedPages } from './content.ts';

/** The first page of each folder, since pages in one folder are of one kind; not one that leads on to another. */
const onePerKind = (): string[] => {
  const pages = pagesOf(published)
    .filter(({ html }) => !html.includes('http-equiv="refresh"'))
    .map(({ path }) => path);
  const kindOf = (page: string): string =>
    page
      .split('/')
      .map((part, depth, all) => (depth === 0 || all.length - depth === 1 ? part : '*'))
      .join('/');
  return [...new Map(pages.reverse().map((page) => [kindOf(page), page])).values()].map((page) =>
    page.replace(/index\.html$/, ''),
  );
};

const changed = changedPages().map((page) => (page === '' ? '' : `${page}/`));

for (const path of changed.length ? changed : onePerKind())
  reading(`/${path} shows no fault that axe can find, and asks nothing of another host`, async ({ reader: page }) => {
    const { seen } = watch(page);
    await page.goto(path);
    expect(await axeFaults(page)).toEqual([]);
    expect(path === '404.html' ? [] : seen).toEqual([]);
  });
