/**
 * Measures the search of a built site of many examples: `node tests/scale/search-bench.ts DIR`.
 * Prints the bytes to the first result of a first visit, and the time from pressing the button to results shown
 * beside one bare Pagefind query for the same words, warm, in one run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'astro';
import { browserPath } from '../browser-path.ts';

const directory = resolve(process.argv[2] ?? 'dist');
const port = 4580;
const site = `http://localhost:${port}/`;

/** Questions of one, three and eight words, each from the summary of another example, the same at every run. */
function questions(): Map<number, string[]> {
  const slugs = readdirSync(join(directory, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\d+$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const summaries = Array.from({ length: 7 }, (_, index) => {
    const slug = slugs[Math.floor(((index + 0.5) / 7) * slugs.length)] ?? '';
    const html = readFileSync(join(directory, 'examples', slug, 'index.html'), 'utf8');
    return (/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '').match(/[a-z]+/gi) ?? [];
  });
  const longest = (words: readonly string[]): string => [...words].sort((x, y) => y.length - x.length)[0] ?? '';
  return new Map([
    [1, summaries.map(longest)],
    [3, summaries.map((words) => words.slice(0, 3).join(' '))],
    [8, summaries.map((words) => words.slice(0, 8).join(' '))],
  ]);
}

async function bytesToFirstResult(browser: Browser, question: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#results li')) return;
      observer.disconnect();
      Object.assign(window, { fetched: performance.getEntriesByType('resource').map(({ name }) => name) });
    }).observe(document, { childList: true, subtree: true });
  });
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (response) =>
    bodies.set(
      response.url(),
      response.body().catch(() => Buffer.alloc(0)),
    ),
  );
  await page.goto(`${site}search/?q=${encodeURIComponent(question)}`);
  await page.locator('#results li').first().waitFor({ timeout: 60_000 });
  const seen = await page.evaluate(() => (window as unknown as { fetched: string[] }).fetched);
  const inWorker = [...bodies.keys()].filter((url) =>
    /pf_(?:index|meta|filter)|wasm|pagefind-(?:worker|entry)/.test(url),
  );
  let bytes = 0;
  for (const url of new Set([...seen, ...inWorker])) {
    const path = url.replace(/\?.*$/, '');
    if (!/\.js$|\/pagefind\//.test(path)) continue;
    const body = (await bodies.get(url)) ?? Buffer.alloc(0);
    bytes += /\.(?:js|json|txt)$/.test(path) ? gzipSync(body, { level: 9 }).length : body.length;
  }
  await context.close();
  return bytes;
}

interface Times {
  bare: number;
  own: number;
}

const timesOf = (page: Page, question: string): Promise<Times> =>
  page.evaluate(async (text) => {
    interface Bare {
      search: (question: string, options: object) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
    }
    const pagefind = (await import(`${location.origin}/pagefind/pagefind.js`)) as Bare;
    const ask = async (): Promise<number> => {
      const began = performance.now();
      const { results } = await pagefind.search(text, { filters: { type: 'example' } });
      await Promise.all(results.slice(0, 5).map((result) => result.data()));
      return performance.now() - began;
    };
    await ask();
    const bare = await ask();
    const input = document.querySelector<HTMLInputElement>('#q');
    const results = document.querySelector('#results');
    if (!input || !results) throw new Error('this is no search page');
    input.value = text;
    // What stands there now goes when the new results are shown.
    const before = results.firstElementChild;
    const shown = new Promise<void>((settle) => {
      new MutationObserver((_, observer) => {
        if (results.contains(before)) return;
        observer.disconnect();
        settle();
      }).observe(results, { childList: true });
    });
    const began = performance.now();
    input.form?.requestSubmit();
    await shown;
    return { bare, own: performance.now() - began };
  }, question);

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const server = await preview({ outDir: directory, server: { port }, logLevel: 'error' });
const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const asked = questions();
  for (const list of asked.values())
    for (const question of list.slice(0, 2))
      console.log(`first result of “${question}”: ${await bytesToFirstResult(browser, question)} bytes`);
  const page = await browser.newPage();
  await page.goto(`${site}search/`);
  await page.locator('#results li').first().waitFor({ timeout: 60_000 });
  await page.locator('#filters[aria-busy]').waitFor({ state: 'detached', timeout: 120_000 });
  for (const [count, list] of asked) {
    const times: Times[] = [];
    for (const question of list) {
      times.push(await timesOf(page, question));
      await page.locator('#filters[aria-busy]').waitFor({ state: 'detached', timeout: 120_000 });
    }
    const ratio = median(times.map(({ bare, own }) => own / bare));
    console.log(
      `${count} words: bare ${median(times.map(({ bare }) => bare)).toFixed(0)} ms, this search ${median(times.map(({ own }) => own)).toFixed(0)} ms, ${ratio.toFixed(2)} times (medians of ${times.length})`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
