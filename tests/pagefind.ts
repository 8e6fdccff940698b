/** Pagefind beside this site's own search: what a reader would have with the best-known tool, as it comes. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Page } from '@playwright/test';
import { close, createIndex } from 'pagefind';

/**
 * Indexes the examples of a built site into a folder of its own, with a page from which they can be searched. What
 * the site's own search sees of them Pagefind sees, and nothing else.
 */
export async function indexWithPagefind(site: string, directory: string): Promise<void> {
  const { index, errors } = await createIndex({
    rootSelector: 'main[data-search=example]',
    excludeSelectors: ['[data-search-ignore]'],
  });
  if (!index) throw new Error(`Pagefind could not begin: ${errors.join('; ')}`);
  try {
    const files = (await readdir(join(site, 'examples'), { recursive: true })).filter((file) =>
      file.endsWith('index.html'),
    );
    for (const file of files.sort()) {
      const content = await readFile(join(site, 'examples', file), 'utf8');
      if (!content.includes('data-search="example"')) continue;
      const url = `/examples/${file
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`;
      await index.addHTMLFile({ url, content });
    }
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    await index.writeFiles({ outputPath: join(directory, 'pagefind') });
    await writeFile(join(directory, 'index.html'), '<!doctype html><html lang="en-GB"><title>Pagefind alone</title>');
  } finally {
    await close();
  }
}

export interface BareAnswer {
  /** The addresses of the pages found, the best first. */
  urls: string[];
  /** How long a second asking took in milliseconds, with the data of the first three results, as many as the search page shows at first. */
  time: number;
}

/** What Pagefind gives for each question, on a page beside its index. */
export const askPagefind = (page: Page, questions: readonly string[]): Promise<BareAnswer[]> =>
  page.evaluate(async (asked) => {
    interface Result {
      data: () => Promise<{ url: string }>;
    }
    interface Bare {
      search: (question: string) => Promise<{ results: Result[] }>;
    }
    const pagefind = (await import(new URL('pagefind/pagefind.js', `${location.origin}/`).href)) as Bare;
    const answers: BareAnswer[] = [];
    for (const question of asked) {
      await pagefind.search(question).then(({ results }) => Promise.all(results.slice(0, 3).map((one) => one.data())));
      const began = performance.now();
      const { results } = await pagefind.search(question);
      await Promise.all(results.slice(0, 3).map((result) => result.data()));
      const time = performance.now() - began;
      const first = await Promise.all(results.slice(0, 20).map((result) => result.data()));
      answers.push({ urls: first.map(({ url }) => url), time });
    }
    return answers;
  }, questions);
