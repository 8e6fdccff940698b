import { expect, test, type Page } from '@playwright/test';
import { addressOf, sites } from '../sites.ts';
import { axeFaults, watch } from './watch.ts';

// The second programme's measures are known by heart.
test.use({ baseURL: addressOf(sites.second) });
const box = (page: Page, name: RegExp) => page.getByRole('checkbox', { name });
const plan = (page: Page) => page.getByRole('region', { name: 'Plan: Warning in time' });

test('what is ticked is kept in the address, counted, and stands in the plan', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto('measures/plan/');
  await expect(page.getByRole('status')).toContainText('Nothing is ticked yet');
  await expect(page.getByRole('heading', { name: 'Your plan', exact: true })).toBeHidden();
  await box(page, /^Minutes between/).check();
  await box(page, /^A survey on the doorstep/).check();
  await expect(page.getByRole('status')).toHaveText('2 of 5 measures ticked, in 1 area.');
  await expect(page).toHaveURL(/\/measures\/plan\/\?have=warning\/minutes-of-warning\.doorstep-survey$/);
  await expect(plan(page).getByRole('columnheader')).toHaveText(['Measure', 'Who', 'When', 'Figure']);
  await expect(plan(page).getByRole('rowheader')).toHaveText([
    /^\s*Minutes between the bell and the water\.\s+Records\s*$/,
    /^\s*Part of: What neighbours say of the bell\.\s*A survey on the doorstep\.\s+Surveys\s*$/,
  ]);
  await expect(plan(page).getByRole('cell')).toHaveText(['', '', '', '', '', '']);
  expect(await axeFaults(page)).toEqual([]);
  await page.reload();
  await expect(box(page, /^Minutes between/)).toBeChecked();
  await expect(page.getByRole('status')).toHaveText('2 of 5 measures ticked, in 1 area.');
  await box(page, /^Minutes between/).uncheck();
  await expect(plan(page).getByRole('rowheader')).toHaveCount(1);
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  expect(seen).toEqual([]);
});

test('an address that names a measure which is gone says so, and ticks the rest', async ({ page }) => {
  await page.goto('measures/plan/?have=warning/views-of-the-gauge.lost');
  await expect(page.getByRole('status')).toHaveText(
    '1 of 5 measures ticked, in 1 area. The address names 1 measure that is not in the list.',
  );
  await expect(box(page, /^How often/)).toBeChecked();
});

test('the keyboard ticks, goes to the plan, prints it and clears it, and going back brings it back', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset['printed'] = 'yes');
  });
  await page.goto('measures/plan/');
  await box(page, /^Minutes between/).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('status')).toContainText('1 of 5');
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
  await expect(box(page, /^How often/)).toBeFocused();
  const covered = await page.locator(':focus').evaluate((element) => {
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    return element.getBoundingClientRect().bottom > (bar?.top ?? 0);
  });
  expect(covered).toBe(false);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Show the plan' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your plan', exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Print the plan' }).press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await page.getByRole('button', { name: 'Clear all ticks' }).press('Enter');
  await expect(page.getByRole('status')).toBeFocused();
  await expect(page.getByRole('status')).toContainText('Nothing is ticked yet');
  await expect(page).toHaveURL(/\/measures\/plan\/$/);
  await page.goBack();
  await expect(box(page, /^Minutes between/)).toBeChecked();
});

test('printed, the plan stands alone within a sheet of A4', async ({ page }) => {
  await page.goto('measures/plan/?have=warning/minutes-of-warning');
  await expect(plan(page)).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 673, height: 1000 });
  await expect(box(page, /^Minutes between/)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print the plan' })).toBeHidden();
  await expect(plan(page).getByRole('rowheader')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole list can be ticked, and is printed with its ticks', async ({ page }) => {
    await page.goto('measures/plan/');
    await box(page, /^How often/).check();
    await expect(page.getByRole('button', { name: 'Print the plan' })).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('checkbox')).toHaveCount(5);
    for (const one of await page.getByRole('checkbox').all()) await expect(one).toBeVisible();
    await expect(box(page, /^How often/)).toBeChecked();
  });

  test('coverage says how to reach the examples, and its heads lead there', async ({ page }) => {
    await page.goto('coverage/');
    await expect(page.locator('noscript p')).toContainText('Follow the head of a row or a column');
    await page.getByRole('rowheader', { name: 'Warning' }).getByRole('link').click();
    await expect(page.getByRole('link', { name: 'Neighbours who watch the river' }).first()).toBeVisible();
  });
});

for (const path of ['coverage/', 'measures/'])
  test(`on a phone /${path} is a list for each row, and nothing scrolls sideways`, async ({ page }) => {
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 740 });
      await page.goto(new URL(path, addressOf(sites.root)).href);
      for (const region of await page.getByRole('region').all())
        expect(await region.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
      const cell = page.getByRole('table').first().getByRole('cell').first();
      expect(await cell.evaluate((one) => getComputedStyle(one, '::before').content)).toMatch(/^".+"$/);
    }
  });

test('a count of the coverage leads to as many examples', async ({ page }) => {
  await page.goto('coverage/');
  const count = page
    .getByRole('table')
    .first()
    .getByRole('link', { name: /^\d+ examples? of Warning/ })
    .first();
  const number = /^\d+/.exec((await count.textContent())?.trim() ?? '')?.[0];
  await count.click();
  await expect(page.getByRole('status')).toContainText(new RegExp(`^${number} example`));
});
