/** What a first visit fetches before it shows a first result. */
import { gzipSync } from 'node:zlib';
import type { Browser, Response } from '@playwright/test';

/** The bytes of script and index, as a host that compresses text sends them, and the files that they were. */
export async function bytesToFirstResult(
  browser: Browser,
  search: string,
  question: string,
): Promise<{ bytes: number; files: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const responses: Response[] = [];
  // Pagefind's own requests come from its worker.
  page.on('response', (response) => responses.push(response));
  const first = new Promise<Response[]>((settle) => void page.exposeFunction('shown', () => settle([...responses])));
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('#results .results li')) return;
      observer.disconnect();
      (window as unknown as { shown: () => void }).shown();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${search}?q=${encodeURIComponent(question)}`);
  const fetched = (await first).filter((response) =>
    /\.js$|\.json$|\/pagefind\//.test(new URL(response.url()).pathname),
  );
  let bytes = 0;
  for (const response of fetched) {
    const body = await response.body();
    // The pieces of the index are compressed as they are.
    bytes += /\.(?:js|json)$/.test(new URL(response.url()).pathname)
      ? gzipSync(body, { level: 9 }).length
      : body.length;
  }
  await context.close();
  return { bytes, files: fetched.map((response) => response.url()) };
}
