import { expect, test } from '@playwright/test';
import { addressOf, sites } from '../sites.ts';
import { axeFaults } from './watch.ts';

const takenUp = `${addressOf(sites.second)}taken-up/eastwater-asks-the-library/`;

test('the page of one that took something up has no fault that axe can find, and scrolls one way only', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(takenUp);
  expect(await axeFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('every list of claims begins with all the choices, each with a count', async ({ page }) => {
  for (const path of ['evidence/', 'evidence/basis/measured/', 'evidence/area/jobs/', 'evidence/place/lendale/']) {
    await page.goto(path);
    const choices = page.locator('#choices');
    await expect(choices.getByRole('heading')).toHaveText(['How it is known', 'Priority area', 'Place']);
    await expect(choices.locator('[data-filter="basis:measured"]')).toHaveText(
      /^Measured \(counted or surveyed\) \d+$/,
    );
    await expect(page.locator('[data-part="chosen"]')).toHaveCount(0);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a tile of the map is reached by keyboard, shows it, and leads to the examples of its region', async ({
    page,
  }) => {
    await page.goto('where/');
    const tile = page.locator('svg a').first();
    const before = await tile.locator('rect').evaluate((rect) => getComputedStyle(rect).fill);
    await page.locator('main').focus();
    await page.keyboard.press('Tab');
    await expect(tile).toBeFocused();
    expect(await tile.locator('rect').evaluate((rect) => getComputedStyle(rect).fill)).not.toBe(before);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/where\/region\/[a-z-]+\/$/);
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  });

  test('a reader filters the evidence by basis and comes to an example', async ({ page }) => {
    await page.goto('evidence/');
    await page
      .getByRole('navigation', { name: /Evidence/ })
      .getByRole('link', { name: 'Measured' })
      .click();
    await expect(page).toHaveURL(/\/evidence\/basis\/measured\/$/);
    const bases = await page.locator('[data-claim]').evaluateAll((all) => all.map((one) => one.dataset['claim']));
    expect(new Set(bases)).toEqual(new Set(['measured']));
    await page.locator('[data-claim] a[href*="/examples/"]').first().click();
    await expect(page.locator('[data-part="strength"]')).toContainText('measured');
  });
});

for (const [path, shapes] of [
  ['evidence/', 'figure svg > g > rect'],
  ['where/', 'svg > :is(a, g) > rect:first-child'],
  ['when/', 'svg g g rect'],
  ['examples/young-planners/', '[data-mark] circle'],
] as const)
  test(`with forced colours every shape drawn on /${path} keeps an edge that is seen`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    await page.goto(path);
    const edges = await page.locator(shapes).evaluateAll((all) => all.map((one) => getComputedStyle(one).stroke));
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(edges.length).toBeGreaterThan(0);
    expect(edges.filter((edge) => edge === ground || edge === 'none' || edge === 'rgb(11, 74, 82)')).toEqual([]);
  });

test('print keeps the words of the map and the drawn figures', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('where/');
  await expect(page.locator('svg text').first()).toBeVisible();
  expect(
    await page
      .locator('svg a text')
      .first()
      .evaluate((text) => getComputedStyle(text).fill),
  ).toBe('rgb(0, 0, 0)');
});
