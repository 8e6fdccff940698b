/** Watches a page for what must never happen: a message on the console, a breach of the policy, a foreign request. */
import AxeBuilder from '@axe-core/playwright';
import { test, type Page } from '@playwright/test';

export interface Watch {
  /** What happened, in words. */
  seen: string[];
}

/** Begins to watch. Chromium tells breaches of the policy on the console. */
export function watch(page: Page): Watch {
  const seen: string[] = [];
  page.on('console', (message) => {
    // Where the font comes after the page is drawn, it waits for the next one, as font-display says.
    if (/\.woff2 was preloaded .* but not used/.test(message.text())) return;
    if (message.type() === 'error' || message.type() === 'warning') seen.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') seen.push(`request: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) seen.push(`${response.status()}: ${response.url()}`);
  });
  return { seen };
}

/** Tests that read page after page in one window: to open another takes longer than axe takes to judge a page. */
export const reading = test.extend<{ reader: Page }, { oneWindow: Page }>({
  oneWindow: [
    async ({ browser }, use, { project }) => {
      const page = await browser.newPage({ baseURL: project.use.baseURL ?? '' });
      await use(page);
      await page.close();
    },
    { scope: 'worker' },
  ],
  reader: async ({ oneWindow }, use) => {
    await use(oneWindow);
    oneWindow.removeAllListeners();
  },
});

/** How axe judges: WCAG 2.0 to 2.2, A and AA, and best practice; contrast by AAA. */
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, each as the rule that is broken and the elements that break it. */
export async function axeFaults(page: Page): Promise<string[]> {
  // No page has frames, so axe need open no page of its own to gather from them, which takes longer than it judges.
  const axe = new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], rules: { 'color-contrast-enhanced': { enabled: true } } })
    .withTags(axeTags)
    .setLegacyMode();
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
