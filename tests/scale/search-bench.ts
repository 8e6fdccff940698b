/**
 * Measures the search of a built site of many examples: `node tests/scale/search-bench.ts DIR`.
 * Prints the bytes to the first result of a first visit, and the time from pressing the button to results shown
 * beside one bare Pagefind query for the same words over the same examples, warm, in one run.
 */
import { resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'astro';
import { bytesToFirstResult } from '../browser/first-result.ts';
import { browserPath } from '../browser-path.ts';
import { askPagefind, indexWithPagefind } from '../pagefind.ts';
import { questionsFor } from './asked.ts';

const directory = resolve(process.argv[2] ?? 'dist');
const port = 4580;
const countedRounds = 5;
const site = `http://localhost:${port}/`;

/** Milliseconds from pressing the button to results shown, each question asked for the first time on the page. */
const timesOf = async (page: Page, list: readonly string[]): Promise<number[]> => {
  const times: number[] = [];
  for (const question of list) {
    times.push(await timeOf(page, question));
    await page.locator('#filters[aria-busy]').waitFor({ state: 'detached', timeout: 120_000 });
  }
  return times;
};

const timeOf = (page: Page, question: string): Promise<number> =>
  page.evaluate(async (text) => {
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
    return performance.now() - began;
  }, question);

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

console.log('Pagefind indexes the same examples …');
const alone = `${directory}.pagefind`;
await indexWithPagefind(directory, alone);
const server = await preview({ outDir: directory, server: { port }, logLevel: 'error' });
const bareServer = await preview({ outDir: alone, server: { port: port + 1 }, logLevel: 'error' });
const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const asked = questionsFor(directory);
  for (const list of asked.values())
    for (const question of list.slice(0, 3)) {
      const { bytes, files } = await bytesToFirstResult(browser, `${site}search/`, question);
      console.log(`first result of “${question}”: ${bytes} bytes in ${files.length} files`);
    }
  const page = await browser.newPage();
  await page.goto(`${site}search/`);
  await page.locator('#results li').first().waitFor({ timeout: 60_000 });
  await page.locator('#filters[aria-busy]').waitFor({ state: 'detached', timeout: 120_000 });
  const bare = await browser.newPage();
  await bare.goto(`http://localhost:${port + 1}/`);
  for (const [count, list] of asked) {
    // Warm: the first round is not counted. One question follows another, so that nothing is kept of an answer.
    const rounds: { own: number[]; bare: number[] }[] = [];
    for (let round = 0; round <= countedRounds; round += 1) {
      const own = await timesOf(page, list);
      const others = (await askPagefind(bare, list)).map(({ time }) => time);
      if (round > 0) rounds.push({ own, bare: others });
    }
    const own = list.map((_, index) => median(rounds.map((round) => round.own[index] ?? 0)));
    const others = list.map((_, index) => median(rounds.map((round) => round.bare[index] ?? 0)));
    const ratio = median(own.map((time, index) => time / (others[index] ?? 1)));
    console.log(
      `${count} words: bare ${median(others).toFixed(1)} ms, this search ${median(own).toFixed(1)} ms, ${ratio.toFixed(2)} times (medians of ${own.length} questions, each the median of ${countedRounds})`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
  await bareServer.stop();
}
