/** What a phone shows first, and how far it is to what readers come for. */
import { expect, test, type Locator, type Page } from '@playwright/test';

const phone = { width: 360, height: 740 };
/** A swipe shows the next screen and leaves some of the last. */
const swipe = phone.height - 100;
test.use({ viewport: phone });

const bottom = (of: Locator): Promise<number> => of.evaluate((one) => one.getBoundingClientRect().bottom);

test('an example shows what is known best on the first screen', async ({ page }) => {
  await page.goto('examples/opening-up-job-support/');
  const best = page.locator('.best');
  expect(await bottom(best.locator('[data-part=basis]'))).toBeLessThanOrEqual(phone.height);
  expect(await bottom(best.locator('p').first())).toBeLessThanOrEqual(phone.height);
});

test('an example begins its story on the second screen', async ({ page }) => {
  await page.goto('examples/opening-up-job-support/');
  const story = page.locator('section:has(> [data-part=start]) h2');
  expect(await story.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThanOrEqual(1.5 * phone.height);
});

test('an example in plain words is a row on a phone, and stands open where there is room and on paper', async ({
  page,
}) => {
  await page.goto('examples/opening-up-job-support/');
  const heading = page.getByRole('heading', { name: 'In short, in plain words' });
  const first = page.locator('.in-short li').first();
  const row = page.locator('.in-short summary');
  await expect(first).toBeHidden();
  for (const one of await page.locator('.in-short summary, .facts summary').all())
    expect((await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await heading.click();
  await expect(first).toBeVisible();
  await heading.click();
  await page.emulateMedia({ media: 'print' });
  await expect(first).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(first).toBeVisible();
  await expect(heading).toBeVisible();
  // What no longer opens anything is no stop for the keyboard.
  await row.focus();
  await expect(row).not.toBeFocused();
});

/** Counts the swipes to what is looked for, and shows it. */
async function swipesTo(page: Page, target: Locator): Promise<number> {
  const below = await target.evaluate((one) => one.getBoundingClientRect().bottom - window.innerHeight);
  const swipes = Math.max(0, Math.ceil(below / swipe));
  await page.mouse.wheel(0, swipes * swipe);
  await expect(target).toBeInViewport();
  return swipes;
}

const main = (page: Page): Locator => page.getByRole('main');
const tasks: [name: string, links: (string | RegExp)[], found: (page: Page) => Locator][] = [
  [
    'what a metropolitan district did about too few employers',
    [/^We have few employers/],
    (page) =>
      main(page)
        .getByText(/metropolitan district/i)
        .first(),
  ],
  [
    'how places came to spend money together',
    [/^Services will not pool money/],
    (page) => main(page).getByRole('link', { name: /fund/ }).first(),
  ],
  [
    'a measured change, to quote it with its source',
    ['Menu', 'How sure'],
    (page) => page.locator('[data-claim=measured]').first(),
  ],
  [
    'a measured change on one subject, with its source',
    ['Menu', 'How sure'],
    (page) =>
      page
        .locator('[data-claim=measured]')
        .filter({ hasText: /supported intern/i })
        .filter({ hasText: /Source: \S/ })
        .first(),
  ],
];
for (const [name, links, found] of tasks)
  test(`two taps and two swipes lead from the home page to ${name}`, async ({ page }) => {
    await page.goto('');
    let swipes = 0;
    for (const link of links) {
      const way =
        link === 'Menu'
          ? page.getByText('Menu', { exact: true })
          : page.locator('main, header').getByRole('link', { name: link }).first();
      swipes += await swipesTo(page, way);
      await way.click();
    }
    swipes += await swipesTo(page, found(page));
    expect(links.length).toBeLessThanOrEqual(2);
    expect(swipes).toBeLessThanOrEqual(2);
  });
