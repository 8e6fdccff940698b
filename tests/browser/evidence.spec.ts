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

for (const [path, shown] of [
  ['evidence/', 'all claims'],
  ['evidence/area/jobs/', 'Jobs'],
] as const)
  test(`on a phone the choices of /${path} are folded, say what is chosen, and a measured claim begins on the first screen`, async ({
    page,
  }) => {
    const phone = { width: 360, height: 740 };
    await page.setViewportSize(phone);
    await page.goto(path);
    const choices = page.locator('#choices');
    await expect(choices.getByRole('link').first()).toBeHidden();
    const summary = choices.locator('summary');
    await expect(summary).toContainText(`Shown: ${shown}`);
    const claim = await page.locator('[data-claim=measured] [data-part=basis]').first().boundingBox();
    expect((claim?.y ?? Infinity) + (claim?.height ?? 0)).toBeLessThanOrEqual(phone.height);
    await summary.press('Enter');
    await expect(choices.getByRole('link', { name: 'Measured' })).toBeVisible();
    await expect(choices.locator('[aria-current]')).toHaveText(new RegExp(shown, 'i'));
    await page.setViewportSize({ width: 1280, height: 740 });
    await page.goto(path);
    await expect(summary).toBeHidden();
    await expect(choices.locator('[aria-current]')).toBeVisible();
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a tile of the map is reached by keyboard, shows it, and leads to the examples of its region or to its one place', async ({
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
    await expect(page).toHaveURL(/\/(?:where\/region|places)\/[a-z-]+\/$/);
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
