/** What a browser shows of what is published: the pages that have changed since a commit, else one of each kind. */
import { dirname } from 'node:path';
import { expect } from '@playwright/test';
import { axeFaults, reading, watch } from '../browser/watch.ts';
import { published } from '../sites.ts';
import { filesOf } from '../site/pages.ts';
import { changedPages, leadingOn } from './content.ts';

/** The first page of each folder, since pages in one folder are of one kind; not one that leads on to another. */
const onePerKind = (): string[] => {
  const leadsOn = leadingOn();
  const pages = filesOf(published).filter((file) => file.endsWith('.html') && !leadsOn.has(dirname(file)));
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
