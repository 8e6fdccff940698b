/** Watches a page for what must never happen: a message on the console, a breach of the policy, a foreign request. */
import type { Page } from '@playwright/test';

export interface Watch {
  /** What happened, in words. */
  seen: string[];
}

/** Begins to watch. Chromium tells breaches of the policy on the console. */
export function watch(page: Page): Watch {
  const seen: string[] = [];
  page.on('console', (message) => {
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

/** How axe judges: WCAG 2.0 to 2.2, A and AA, and best practice. */
export const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
