import { expect, test, type Page } from '@playwright/test';
import { addressOf, sites } from '../sites.ts';
import { longLines, shareOfWidth, sizesOfType } from './look.ts';
import { axeFaults, reading, watch } from './watch.ts';

/** One page of each template. */
const templates = [
  '',
  'examples/',
  'examples/opening-up-job-support/',
  'factors/made-together/',
  'themes/',
  'themes/trust/',
  'themes/trust/examples/',
  'priority-areas/',
  'priority-areas/jobs/',
  'places/',
  'places/lendale/',
  'problems/',
  'problems/too-few-employers/',
  'glossary/',
  'glossary/budget-of-ones-own/',
  'a-to-z/',
  'measures/',
  'measures/jobs/',
  'measures/plan/',
  'offer/',
  'coverage/',
  'about/',
  'method/',
  'accessibility/',
  'privacy/',
  'examples/?q=employers&area=jobs',
  'compare/',
  'recurring/staff-stretched-thin/',
  'evidence/',
  'evidence/area/jobs/',
  'where/',
  'where/region/yorkshire-and-the-humber/',
  'taken-up/',
  'taken-up/nethercastle-shared-budgets/',
  '404.html',
];
const widths = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 900 } };

/** Notes what moves on a page without having been asked to, from before it is there. */
const noteMoves = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { sources, hadRecentInput } = entry as PerformanceEntry & {
          sources: { node?: Node }[];
          hadRecentInput: boolean;
        };
        if (hadRecentInput) continue;
        moved.push(...sources.map(({ node }) => (node?.parentElement ?? document.body).innerHTML.slice(0, 200)));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
const movesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { moved: string[] }).moved);

for (const path of templates)
  reading(
    `/${path} has no fault that axe can find, five sizes of type, lines of at most 70 letters over most of the width, asks nothing of another host, and at 320 pixels, as at 400% zoom, scrolls one way only`,
    async ({ reader: page }) => {
      const { seen } = watch(page);
      await page.setViewportSize(widths.desktop);
      await page.goto(path);
      if (path.includes('?')) await expect(page.getByRole('status')).toContainText('found');
      expect(await axeFaults(page)).toEqual([]);
      expect(await shareOfWidth(page)).toBeGreaterThanOrEqual(0.65);
      expect(await longLines(page, 70)).toEqual([]);
      for (const size of [widths.desktop, widths.phone]) {
        await page.setViewportSize(size);
        const sizes = await sizesOfType(page);
        expect(sizes.length, sizes.join(', ')).toBeLessThanOrEqual(5);
        expect(sizes[0]).toBeGreaterThanOrEqual(16);
      }
      await page.setViewportSize({ width: 1600, height: 900 });
      expect(await shareOfWidth(page)).toBeGreaterThanOrEqual(0.6);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await axeFaults(page)).toEqual([]);
      const over = await page.evaluate(() =>
        [document.documentElement, ...document.body.querySelectorAll('*:not(.table-scroll *)')]
          .filter((element) => {
            const { right, width } = element.getBoundingClientRect();
            return width > 0 && right > 320.5 && getComputedStyle(element).position !== 'absolute';
          })
          .map((element) => element.outerHTML.slice(0, 120)),
      );
      expect(over).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(seen).toEqual([]);
    },
  );

test.describe('on a phone whose font comes late', () => {
  test.use({ viewport: widths.phone });
  for (const path of templates)
    test(`nothing moves on /${path} while it comes and is read`, async ({ page }) => {
      const { seen } = watch(page);
      await page.route('**/*.woff2', async (route) => {
        await new Promise((settle) => setTimeout(settle, 500));
        await route.continue();
      });
      await noteMoves(page);
      await page.goto(path);
      if (/^examples\/(?:\?|$)/.test(path)) await expect(page.locator('#filters:not([aria-busy])')).toBeVisible();
      if (path.includes('?')) await expect(page.getByRole('status')).toContainText('found');
      await page.evaluate(async () => {
        const drawn = () => new Promise(requestAnimationFrame);
        await document.fonts.ready;
        for (let at = 0; at < document.documentElement.scrollHeight; at += window.innerHeight / 2) {
          window.scrollTo(0, at);
          await drawn();
        }
        await drawn();
      });
      expect(await movesOn(page)).toEqual([]);
      expect(seen).toEqual([]);
    });

  test('nothing moves when a long question is answered late', async ({ page }) => {
    await noteMoves(page);
    await page.goto('examples/');
    await expect(page.locator('#filters:not([aria-busy])')).toBeVisible();
    // What moves within half a second of a press counts as its answer.
    await page.route('**/*.bin', async (route) => {
      await new Promise((settle) => setTimeout(settle, 700));
      await route.continue();
    });
    await page.getByRole('searchbox').fill('young people who want work and homes of their own');
    await page.locator('.query').getByRole('button', { name: 'Search' }).click();
    await expect(page.getByRole('status')).toContainText('found for “young people');
    await expect(page.locator('#filters:not([aria-busy])')).toBeVisible();
    expect(await movesOn(page)).toEqual([]);
  });
});

test.describe('with text twice as large and spaced out', () => {
  test.use({ viewport: { width: 640, height: 800 } });
  for (const path of ['', 'examples/opening-up-job-support/', 'examples/'])
    test(`/${path} loses nothing`, async ({ page }) => {
      await page.goto(path);
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          'html{font-size:200% !important} *{line-height:1.5 !important;letter-spacing:.12em !important;word-spacing:.16em !important}',
        );
        document.adoptedStyleSheets = [sheet];
      });
      const cut = await page.evaluate(() =>
        [...document.body.querySelectorAll('*')]
          .filter(
            (element) =>
              getComputedStyle(element).overflow === 'hidden' &&
              element.clientWidth > 1 &&
              element.scrollWidth > element.clientWidth + 1,
          )
          .map((element) => element.outerHTML.slice(0, 120)),
      );
      expect(cut).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
    });
});

test('the keyboard reaches the content at once, and sees where it is', async ({ page }) => {
  await page.goto('examples/opening-up-job-support/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to main content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  const first = page.locator('main :focus');
  await expect(first).toBeVisible();
  expect(await first.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 221, 0)');
});

test('every link of the top can be reached and used by keyboard, on a phone folded in a menu', async ({ page }) => {
  await page.setViewportSize(widths.phone);
  await page.goto('');
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Examples' });
  await expect(link).toBeHidden();
  const press = async (until: string): Promise<void> => {
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').textContent())?.trim() === until) break;
    }
    await page.keyboard.press('Enter');
  };
  await press('Menu');
  await expect(link).toBeVisible();
  await press('Examples');
  await expect(page).toHaveURL(/\/examples\/$/);
  await page.setViewportSize(widths.desktop);
  await expect(link).toHaveAttribute('aria-current', 'page');
});

test('the address of a page that is not there answers with the ways in', async ({ page }) => {
  const response = await page.goto('no/such/page/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/not found/i);
  await page.getByRole('main').getByRole('searchbox').fill('employers');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('status')).toContainText('found');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the search says that it needs them, and shows every example and the ways to them', async ({ page }) => {
    await page.goto('search/?q=employers');
    await expect(page).toHaveURL(/\/examples\/$/);
    for (const control of ['searchbox', 'checkbox', 'combobox', 'button'] as const)
      await expect(page.getByRole('main').getByRole(control)).toHaveCount(0);
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('#results .card')).toHaveCount(15);
    for (const name of ['priority area', 'place', 'theme', 'the map of places'])
      await expect(page.getByRole('main').getByRole('link', { name, exact: true })).toBeVisible();
  });

  test('a reader goes from the home page to an example, its factor and another place', async ({ page }) => {
    await page.goto('');
    await page.getByRole('main').getByRole('link', { name: 'Shared buying' }).first().click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /fund together/ })
      .first()
      .click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /relationships/i })
      .last()
      .click();
    await expect(page).toHaveURL(/\/(?:factors|themes)\//);
    await page
      .getByRole('link', { name: /plan format/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('plan format');
  });
});

test.describe('in print', () => {
  test('an example keeps its words, its caution and how to cite it, and leaves the menu out', async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto('examples/opening-up-job-support/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('Check before you rely on this')).toBeVisible();
    await expect(page.getByText(/learning\.example\.org\/examples\/opening-up-job-support/)).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    // No room is kept under the text, which may be what takes another sheet.
    await expect(page.getByRole('main')).toHaveCSS('padding-bottom', '0px');
  });
});

test('with forced colours every control and tag keeps a boundary', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('examples/');
  for (const control of [page.getByRole('searchbox'), page.getByRole('button', { name: 'Search', exact: true })])
    expect(await control.evaluate((element) => parseFloat(getComputedStyle(element).borderTopWidth))).toBeGreaterThan(
      0,
    );
});

test('the page under a base path works as it does at the root', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(addressOf(sites.under));
  await page.getByRole('main').getByRole('searchbox').fill('employers');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('status')).toContainText('found');
  expect(new URL(page.url()).pathname).toBe('/learning/examples/');
  await page.locator('#results a').first().click();
  expect(new URL(page.url()).pathname).toMatch(/^\/learning\/examples\/[a-z-]+\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(seen).toEqual([]);
});
