import { expect, test } from '@playwright/test';

test.use({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });

/** A line, how thick it is drawn. */
const widths = (lines: Element[]): number[] => lines.map((line) => parseFloat(getComputedStyle(line).strokeWidth));

for (const way of ['points at', 'tabs to'] as const)
  test(`an item that one ${way} lights its lines and what they lead to, and no others`, async ({ page }) => {
    await page.goto('change-maps/lendale/');
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
  await page.goto('change-maps/lendale/');
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
