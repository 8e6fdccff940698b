/** What a first visit fetches before it shows a first result. */
import { gzipSync } from 'node:zlib';
import type { Browser } from '@playwright/test';

/** The bytes of script and index, as a host that compresses text sends them, and the files that they were. */
export async function bytesToFirstResult(
  browser: Browser,
  search: string,
  question: string,
): Promise<{ bytes: number; files: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  // What had been fetched when the first result came on the page, told by the page itself.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#results li')) return;
      observer.disconnect();
      Object.assign(window, { fetched: performance.getEntriesByType('resource').map(({ name }) => name) });
    }).observe(document, { childList: true, subtree: true });
  });
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    // Those still under way when the page is closed are not among the files asked for below.
    bodies.set(
      response.url(),
      response.body().catch(() => Buffer.alloc(0)),
    );
  });
  await page.goto(`${search}?q=${encodeURIComponent(question)}`);
  await page.locator('#results li').first().waitFor();
  const fetched = await page.evaluate(() => (window as unknown as { fetched: string[] }).fetched);
  const files = [...new Set(fetched)].filter((url) => /\.js$|\/search-index\.json$|\/search\.\w+\//.test(url));
  let bytes = 0;
  for (const url of files) {
    const body = await bodies.get(url);
    if (!body?.length) throw new Error(`${url} was fetched and not seen`);
    // The pieces of the index are compressed as they are.
    bytes += url.endsWith('.bin') ? body.length : gzipSync(body, { level: 9 }).length;
  }
  await context.close();
  return { bytes, files };
}
