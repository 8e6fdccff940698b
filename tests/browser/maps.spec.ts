import { expect, test, type Page } from '@playwright/test';
import { addressOf, sites } from '../sites.ts';

test.use({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });

/** A line, how thick it is drawn. */
const widths = (lines: Element[]): number[] => lines.map((line) => parseFloat(getComputedStyle(line).strokeWidth));

async function openDrawing(page: Page): Promise<void> {
  await page.goto('places/lendale/');
  await page.locator('summary', { hasText: 'What the source joins' }).press('Enter');
}

test('what a place planned is folded, one row open at a time, and all of it stands on paper', async ({ page }) => {
  await page.goto('places/lendale/');
  const rows = page.locator('[data-change-map] details');
  const item = page.locator('[data-map-item]').first();
  const drawn = page.locator('.map-diagram');
  await expect(item).toBeHidden();
  await expect(drawn).toBeHidden();
  await rows.first().locator('summary').click();
  await expect(drawn).toBeVisible();
  await rows.nth(1).locator('summary').click();
  await expect(item).toBeVisible();
  await expect(drawn).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(drawn).toBeVisible();
  for (const one of await page.locator('[data-map-item]').all()) await expect(one).toBeVisible();
});

test('a link to an item of what a place planned shows it, from the drawing and from another page', async ({ page }) => {
  await openDrawing(page);
  const link = page.locator('.map-diagram li > a').last();
  const id = (await link.getAttribute('href')) ?? '';
  await link.click();
  await expect(page.locator(id)).toBeInViewport();
  await page.goto('about/');
  await page.goto(`places/lendale/${id}`);
  await expect(page.locator(id)).toBeInViewport();
});

test.describe('an address that has moved', () => {
  test.use({ baseURL: addressOf(sites.second), javaScriptEnabled: true });
  test('leads on to the part of the page that it names', async ({ page }) => {
    await page.goto('examples/river-watching/#what-changed');
    await expect(page).toHaveURL(/\/examples\/river-watch\/#what-changed$/);
  });
});

test('on a phone a list tells what the lines of the drawing say', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openDrawing(page);
  await expect(page.locator('.map-diagram')).toBeHidden();
  const ties = await page.locator('.map-diagram path').count();
  await expect(page.locator('.told ul').getByRole('link')).toHaveCount(ties);
});

for (const way of ['points at', 'tabs to'] as const)
  test(`an item that one ${way} lights its lines and what they lead to, and no others`, async ({ page }) => {
    await openDrawing(page);
    const tied = page.locator('.map-diagram li > a').first();
    const lines = page.locator('.map-diagram path');
    const before = await lines.evaluateAll(widths);
    expect(new Set(before).size).toBe(1);
    await (way === 'points at' ? tied.hover() : tied.focus());
    // Focus that a script gives counts as the keyboard's where nothing was clicked.
    const name = /\bn(\d+)\b/.exec((await tied.locator('..').getAttribute('class')) ?? '')?.[1] ?? '';
    const lit = await lines.evaluateAll(widths);
    const own = await lines.evaluateAll((all, of) => all.map((line) => line.classList.contains(of)), `w${name}`);
    expect(own).toContain(true);
    expect(own).toContain(false);
    expect(lit.map((width) => width > (before[0] ?? 0))).toEqual(own);
  });

test('each line begins and ends at the middle of the side of an item, whatever the size of the text', async ({
  page,
}) => {
  await openDrawing(page);
  for (const width of [1280, 800]) {
    await page.setViewportSize({ width, height: 900 });
    const svg = await page.locator('.map-diagram svg').boundingBox();
    const [, , , high = 1] = ((await page.locator('.map-diagram svg').getAttribute('viewBox')) ?? '')
      .split(' ')
      .map(Number);
    const middles: { y: number; right: number }[] = [];
    for (const item of await page.locator('.map-diagram li:has(> a)').all()) {
      const box = await item.boundingBox();
      if (box) middles.push({ y: box.y + box.height / 2, right: box.x + box.width });
    }
    for (const path of await page.locator('.map-diagram path').all()) {
      const [x = 0, y = 0] = (/^M([\d.]+) ([\d.]+)/.exec((await path.getAttribute('d')) ?? '') ?? [])
        .slice(1)
        .map(Number);
      const at = {
        x: (svg?.x ?? 0) + (x / 100) * (svg?.width ?? 0),
        y: (svg?.y ?? 0) + (y / high) * (svg?.height ?? 0),
      };
      expect(middles.some((one) => Math.abs(one.y - at.y) < 1 && Math.abs(one.right - at.x) < 1)).toBe(true);
    }
  }
});
