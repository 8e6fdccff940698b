import { expect, test, type Page } from '@playwright/test';
import { addressOf, sites } from '../sites.ts';
import { watch } from './watch.ts';

const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.locator('#results > ul.results').first().getByRole('listitem');
const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name });
const show = (page: Page) => page.getByRole('button', { name: 'Show results' }).click();
/** The number that the status tells. */
const told = async (page: Page): Promise<number> => Number(/^\d+/.exec((await status(page).textContent()) ?? '')?.[0]);
/** The number that a tick-box promises. */
const promised = async (page: Page, value: string): Promise<number> =>
  Number(await page.locator(`input[value="${value}"] + label [data-count]`).textContent());

test('words from the home page find examples, counted, announced and marked', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto('');
  await page.getByRole('main').getByRole('searchbox').fill('employers');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(status(page)).toHaveText(/^\d+ examples found for “employers”$/);
  await expect(results(page)).toHaveCount(await told(page));
  await expect(results(page).first().locator('mark').first()).toHaveText(/employ/i);
  expect(await page.title()).toMatch(/^employers – Search – /);
  expect(new URL(page.url()).search).toBe('?q=employers');
  expect(seen).toEqual([]);
});

test('within a group any will do, across groups all must', async ({ page }) => {
  await page.goto('search/?area=employment');
  await expect(status(page)).toHaveText('3 examples found');
  await page.goto('search/?area=employment&area=local-offer');
  await expect(status(page)).toHaveText('5 examples found');
  await page.goto('search/?area=employment&area=local-offer&place=leeds');
  await expect(status(page)).toHaveText('1 example found');
  await page.goto('search/?area=employment&area=local-offer&place=leeds&place=hertfordshire&group=employers');
  await expect(status(page)).toHaveText('1 example found');
});

test('examples are found by the kind of authority and the region of their place', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto('search/');
  await expect(status(page)).toHaveText('15 examples');
  const [kind, region] = [await promised(page, 'metropolitan-district'), await promised(page, 'north-east')];
  await page.getByRole('group', { name: 'Kind of authority' }).getByLabel('Metropolitan district').check();
  await show(page);
  await expect(status(page)).toHaveText(`${kind} examples found`);
  await page.getByRole('group', { name: 'Region' }).getByLabel('North East').check();
  await show(page);
  await expect(status(page)).toHaveText(`${region} examples found`);
  expect(new URL(page.url()).search).toBe('?authority=metropolitan-district&region=north-east');
  for (const facts of await page.locator('#results > ul.results').first().locator('.facts').all())
    await expect(facts).toHaveText(/^Newcastle upon Tyne/);
  await page.goto('search/?authority=county&region=north-east');
  await expect(status(page)).toHaveText('No examples found');
  await expect(page.getByRole('link', { name: 'Without the filter on region' }).locator('..')).toHaveText(
    /: 3 examples$/,
  );
  await expect(page.locator('[data-group=region]').getByLabel('East Midlands')).toHaveCount(0);
  expect(seen).toEqual([]);
});

test('each tick-box gives as many as it promised', async ({ page }) => {
  await page.goto('search/');
  expect(await promised(page, 'employment')).toBe(3);
  await box(page, /^Employment/).check();
  await show(page);
  await expect(status(page)).toHaveText('3 examples found');
  for (const place of ['newcastle-upon-tyne', 'leeds', 'hertfordshire']) {
    const promise = await promised(page, place);
    await page.goto(`search/?area=employment&place=${place}`);
    await expect(status(page)).toHaveText(promise === 0 ? 'No examples found' : /^\d/);
    if (promise) expect(await told(page)).toBe(promise);
    await page.goto('search/?area=employment');
    await expect(status(page)).toHaveText('3 examples found');
  }
});

test('nothing happens until the button is pressed', async ({ page }) => {
  await page.goto('search/?area=employment');
  await expect(status(page)).toHaveText('3 examples found');
  await box(page, /^Leeds/).check();
  await expect(status(page)).toHaveText('3 examples found');
  expect(new URL(page.url()).search).toBe('?area=employment');
  await show(page);
  await expect(status(page)).toHaveText('No examples found');
});

test('what is chosen stands apart and is cleared one by one or all at once', async ({ page }) => {
  await page.goto('search/?area=employment&place=hertfordshire&group=employers');
  await expect(status(page)).toHaveText('1 example found');
  const chosen = page.getByRole('region', { name: 'You have chosen' });
  await expect(chosen.getByRole('listitem')).toHaveCount(3);
  await chosen.getByRole('button', { name: /^Remove Hertfordshire/ }).click();
  await expect(status(page)).toHaveText('3 examples found');
  await expect(box(page, /^Hertfordshire/)).not.toBeChecked();
  expect(new URL(page.url()).search).toBe('?area=employment&group=employers');
  await expect(chosen.getByRole('button', { name: /^Remove/ }).first()).toBeVisible();
  expect(await page.locator(':focus').count()).toBe(1);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(chosen).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
});

test('the address carries the whole search: sent, reloaded and gone back to', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').fill('co-production');
  await box(page, /^Newcastle/).check();
  await show(page);
  await expect(status(page)).toHaveText(/found for “co-production”/);
  const first = await told(page);
  const address = page.url();
  expect(new URL(address).search).toBe('?q=co-production&place=newcastle-upon-tyne');
  await page.reload();
  await expect(status(page)).toHaveText(new RegExp(`^${first} examples? found`));
  await expect(page.getByRole('searchbox')).toHaveValue('co-production');
  await box(page, /^Newcastle/).uncheck();
  await show(page);
  await expect.poll(() => told(page)).toBeGreaterThan(first);
  await page.goBack();
  await expect(status(page)).toHaveText(new RegExp(`^${first} examples? found`));
  await expect(box(page, /^Newcastle/)).toBeChecked();
  await results(page).first().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack();
  await expect(status(page)).toHaveText(new RegExp(`^${first} examples? found`));
});

test('examples come first, factors and other pages apart', async ({ page }) => {
  await page.goto('search/?q=employers');
  await expect(status(page)).toContainText('found');
  const links = await page
    .locator('#results')
    .evaluate((element) =>
      [...element.querySelectorAll('h2, a')].map((one) => one.getAttribute('href') ?? one.textContent),
    );
  const factors = links.indexOf('Factors');
  const others = links.indexOf('Other pages');
  expect(factors).toBeGreaterThan(0);
  expect(others).toBeGreaterThan(factors);
  expect(links.slice(0, factors).every((link) => link?.startsWith('/examples/'))).toBe(true);
  expect(links.slice(factors + 1, others).every((link) => link?.startsWith('/factors/'))).toBe(true);
});

test('where nothing is found it says what dropping a filter would give', async ({ page }) => {
  await page.goto('search/?area=employment&place=leeds');
  await expect(status(page)).toHaveText('No examples found');
  const way = page.getByRole('link', { name: 'Without the filter on place' });
  await expect(way.locator('..')).toHaveText('Without the filter on place: 3 examples');
  await way.click();
  await expect(status(page)).toHaveText('3 examples found');
});

test('words that are nowhere get advice and ways in', async ({ page }) => {
  await page.goto('search/?q=xylophonist');
  await expect(status(page)).toHaveText('No examples found for “xylophonist”');
  await expect(page.locator('#results')).toContainText('other words');
});

test('what a reader types is shown as text', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(status(page)).toContainText('<img src=x onerror=alert(1)>');
  expect(await page.locator('main img').count()).toBe(0);
  expect(seen).toEqual([]);
});

test('a whole search goes by keyboard alone', async ({ page }) => {
  await page.goto('search/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('employers');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('found for “employers”');
  const all = await told(page);
  await page.getByRole('checkbox').first().focus();
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.locator(':focus').getAttribute('value')) === 'hertfordshire') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => told(page)).toBeLessThan(all);
  expect(new URL(page.url()).search).toBe('?q=employers&place=hertfordshire');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the filters open on demand, and close on the results', async ({ page }) => {
    await page.goto('search/');
    await expect(box(page, /^Leeds/)).toBeHidden();
    await page.getByText('Filter the examples').click();
    await box(page, /^Leeds/).check();
    await show(page);
    await expect(status(page)).toHaveText('3 examples found');
    await expect(status(page)).toBeInViewport();
    await expect(box(page, /^Leeds/)).toBeHidden();
  });
});

test('another programme is searched with its own words and filters', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(`${addressOf(sites.second)}search/`);
  await page.getByRole('searchbox').fill('sandbags');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(status(page)).toHaveText('1 example found for “sandbags”');
  await expect(results(page).first().getByRole('link')).toHaveText('A library that lends sandbags');
  await expect(box(page, /^Millford/)).toBeAttached();
  expect(seen).toEqual([]);
});
