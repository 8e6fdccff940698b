import { expect, test, type Page } from '@playwright/test';
import { addressOf, sites } from '../sites.ts';
import { axeFaults, watch } from './watch.ts';

const two = ['wrenlands', 'young-planners'];
/** Those with the longest texts. */
const four = ['opening-up-job-support', 'drawing-up-a-new-plan', 'young-planners', 'pulling-together-for-families'];
const comparing = (examples: readonly string[]): string =>
  `compare/?${examples.map((id) => `example=${id}`).join('&')}`;
const status = (page: Page) => page.getByRole('status');
const table = (page: Page) => page.getByRole('table', { name: 'The chosen examples' });
const heads = (page: Page) => table(page).locator('thead th').getByRole('link');
const row = (page: Page, name: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });
const cells = (page: Page, name: string) => row(page, name).getByRole('cell');
const shows = (page: Page, count: number) => expect(status(page)).toContainText(`${count} examples stand side by side`);

test('two examples stand side by side, part by part, each under its name', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(comparing(two));
  await shows(page, 2);
  await expect(heads(page)).toHaveText([/A local home/, /Young Planners/]);
  expect(await table(page).getByRole('rowheader').allTextContents()).toEqual([
    'Place and stage',
    'What they started from',
    'What they did',
    'Who paid and who staffed it',
    'What changed, and how it is known',
    'What was key',
  ]);
  for (const name of await table(page).getByRole('rowheader').allTextContents())
    await expect(cells(page, name)).toHaveCount(2);
  const second = (name: string) => cells(page, name).nth(1);
  await expect(second('Place and stage')).toContainText('Harlandshire');
  await expect(second('Place and stage')).toContainText('Running in February 2017');
  await expect(second('What they started from')).toContainText('In summer 2016');
  await expect(second('What they did')).toContainText('training modules');
  await expect(second('What they did')).not.toContainText('Who paid');
  await expect(second('Who paid and who staffed it')).toContainText('funded it jointly');
  await expect(second('What changed, and how it is known')).toContainText('Measured');
  await expect(second('What changed, and how it is known')).toContainText('18 young people were trained');
  await expect(second('What was key')).toContainText('Young Planners were paid');
  expect(await page.title()).toMatch(/^A local home .* – Young Planners, .* – Compare examples – /);
  await page.getByRole('link', { name: 'Wrenlands' }).click();
  await expect(page).toHaveURL(/\/examples\/wrenlands\/$/);
  expect(seen).toEqual([]);
});

test('each part is a heading, for who reads by headings', async ({ page }) => {
  await page.goto(comparing(two));
  await shows(page, 2);
  const parts = table(page).getByRole('rowheader');
  await expect(parts.getByRole('heading', { level: 2 })).toHaveText(await parts.allInnerTexts());
});

test('what a source leaves out is said to be left out', async ({ page }) => {
  await page.goto(comparing(['beam-lendale', 'weaving-in-the-golden-thread']));
  await shows(page, 2);
  await expect(cells(page, 'Who paid and who staffed it').first()).toContainText('One part-time post');
  await expect(cells(page, 'Who paid and who staffed it').nth(1)).toContainText('The source does not say.');
});

test('factors that several share are marked and come first, with four as with two', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(comparing(four));
  await shows(page, 4);
  await expect(heads(page)).toHaveCount(4);
  const lists = await cells(page, 'What was key').evaluateAll((all) =>
    all.map((cell) =>
      [...cell.querySelectorAll('li')].map((item) => ({
        link: item.querySelector('a')?.getAttribute('href') ?? '',
        mark: item.querySelector('.shared')?.textContent,
      })),
    ),
  );
  const counts = new Map<string, number>();
  for (const list of lists) for (const { link } of list) counts.set(link, (counts.get(link) ?? 0) + 1);
  const shared = [...counts.values()].filter((count) => count > 1).length;
  expect(shared).toBeGreaterThan(0);
  await expect(status(page)).toContainText(new RegExp(`${shared} factors? (?:was|were) key to more than one`));
  for (const list of lists) {
    for (const { link, mark } of list) {
      const count = counts.get(link) ?? 0;
      expect(mark).toBe(count > 1 ? `Shared by ${count}` : undefined);
    }
    const first = list.findIndex(({ mark }) => mark === undefined);
    expect(list.slice(first === -1 ? list.length : first).filter(({ mark }) => mark !== undefined)).toEqual([]);
  }
  await expect(page.getByRole('heading', { name: 'Add a related example' })).toBeHidden();
  expect(seen).toEqual([]);
});

test('an example is removed and added by plain links, so that going back works', async ({ page }) => {
  await page.goto(comparing([...two, 'beam-lendale']));
  await shows(page, 3);
  await page.getByRole('link', { name: /^Remove Young Planners/ }).click();
  await shows(page, 2);
  expect(new URL(page.url()).search).toBe('?example=wrenlands&example=beam-lendale');
  await page.goBack();
  await shows(page, 3);
  await page.getByRole('link', { name: /^Add “Personal budgets/ }).click();
  await shows(page, 4);
  expect(new URL(page.url()).searchParams.getAll('example')).toEqual([...two, 'beam-lendale', 'joined-up-budgets']);
});

test('an example leads to the comparison, alone and with each that is related', async ({ page }) => {
  await page.goto('examples/young-planners/');
  await page.getByRole('link', { name: /^Compare the two \(this example and A local home/ }).click();
  await shows(page, 2);
  await page.goBack();
  await page.getByRole('link', { name: 'Compare with another example' }).click();
  await expect(status(page)).toContainText('One example is chosen: “Young Planners');
  await expect(table(page)).toBeHidden();
  await expect(page.getByRole('main').getByRole('link', { name: 'search for an example' })).toHaveAttribute(
    'href',
    '/examples/#search',
  );
  const local = page.getByRole('listitem').filter({ hasText: 'Add “A local home' });
  await expect(local).toContainText('Harlandshire, County, East of England. Young Planners took part');
  await expect(local).not.toContainText('Compare the two');
  await local.getByRole('link').click();
  await shows(page, 2);
});

test('with nothing chosen it says how to choose', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto('compare/');
  await expect(status(page)).toContainText('No example is chosen yet. Open an example');
  await expect(table(page)).toBeHidden();
  await page.getByRole('link', { name: 'Local Guides: two examples' }).click();
  await shows(page, 2);
  await expect(page.getByRole('heading', { name: 'Or begin with two' })).toBeHidden();
  await page.goBack();
  await page.getByRole('main').getByRole('link', { name: 'All examples' }).click();
  await expect(page).toHaveURL(/\/examples\/$/);
  expect(seen).toEqual([]);
});

test('an example that is not there is named and left out', async ({ page }) => {
  await page.goto(comparing(['no-such', ...two]));
  await shows(page, 2);
  await expect(status(page)).toContainText('No example is called “no-such”.');
  await page.getByRole('link', { name: /^Remove A local home/ }).click();
  await expect(status(page)).toContainText('One example is chosen');
  expect(new URL(page.url()).search).toBe('?example=young-planners');
  for (const odd of ['..', '../../factors/made-together', '<img src=x>', '2']) {
    await page.goto(comparing([encodeURIComponent(odd)]));
    await expect(status(page)).toContainText(`No example is called “${odd}”.`);
  }
  await expect(page.locator('main img')).toHaveCount(0);
});

test('an example chosen twice is shown once', async ({ page }) => {
  await page.goto(comparing([...two, 'wrenlands']));
  await shows(page, 2);
  await expect(status(page)).toContainText(/“A local home .*” was chosen twice and is shown once\. Choose another/);
});

test('of more than four the first four are shown, and the next comes in where one goes', async ({ page }) => {
  await page.goto(comparing([...four, 'beam-lendale']));
  await shows(page, 4);
  await expect(status(page)).toContainText('You chose 5 examples, and at most 4 fit.');
  await page.getByRole('link', { name: /^Remove Young Planners/ }).click();
  await shows(page, 4);
  await expect(heads(page).last()).toContainText('A long-standing parent carer forum');
});

test('a page that cannot be fetched is named, and can be tried again', async ({ page }) => {
  await page.route('**/examples/wrenlands/', (route) => route.abort());
  await page.goto(comparing([...two, 'beam-lendale']));
  await shows(page, 2);
  await expect(status(page)).toContainText('The example “wrenlands” could not be loaded. Check your connection');
  await page.unroute('**/examples/wrenlands/');
  await page.getByRole('link', { name: 'Try again' }).click();
  await shows(page, 3);
  await expect(page.getByRole('link', { name: 'Try again' })).toBeHidden();
});

test('under a base path every link keeps it', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(addressOf(sites.under) + comparing(two));
  await shows(page, 2);
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter((link) => !link?.startsWith('/learning/'))).toEqual([]);
  await page.getByRole('link', { name: 'Money and staff time set aside' }).first().click();
  await expect(page).toHaveURL(/\/learning\/factors\/money-and-people-set-aside\/$/);
  expect(seen).toEqual([]);
});

test('another programme is compared in its own words, with the tables and notes of its bodies', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(addressOf(sites.second) + comparing(['sandbag-library', 'river-watch']));
  await shows(page, 2);
  await expect(status(page)).toContainText('1 factor was key to more than one of them.');
  await expect(cells(page, 'Who paid and who staffed it')).toContainText([/Two librarians/, /The source does not say/]);
  const did = cells(page, 'What they did').first();
  await expect(did.getByRole('region', { name: 'Table 1 of A library' }).getByRole('columnheader')).toHaveText([
    'Month',
    'Bags',
  ]);
  await expect(did.locator('sup a')).toHaveAttribute('href', '/examples/sandbag-library/#note:fn-1');
  expect(await axeFaults(page)).toEqual([]);
  expect(seen).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('it says how to see examples side by side, and leads to them', async ({ page }) => {
    await page.goto(comparing(two));
    // Playwright finds nothing by its words within <noscript>.
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript p')).toContainText('in a tab or window of its own');
    await expect(page.locator('table')).toBeHidden();
    await page.getByRole('main').getByRole('link', { name: 'All examples' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Examples');
  });
});

test('the keyboard reaches every example, and removes one', async ({ page }) => {
  await page.goto(comparing(two));
  await shows(page, 2);
  await page.locator('main').focus();
  await page.keyboard.press('Tab');
  await expect(heads(page).first()).toBeFocused();
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').textContent())?.startsWith('Remove Young')) break;
  }
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('One example is chosen');
});

test('going back through a long comparison by keyboard, nothing reached lies under the names', async ({ page }) => {
  await page.goto(comparing(four));
  await shows(page, 4);
  await page.getByRole('main').getByRole('link', { name: 'All examples' }).focus();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Shift+Tab');
    const hidden = await page.locator(':focus').evaluate((element) => {
      const names = document.querySelector('.compared thead');
      return (
        !names?.contains(element) && element.getBoundingClientRect().top < (names?.getBoundingClientRect().bottom ?? 0)
      );
    });
    expect(hidden).toBe(false);
  }
});

for (const [name, viewport] of Object.entries({
  'a phone': { width: 320, height: 640 },
  'a tablet': { width: 768, height: 1024 },
  'a desktop': { width: 1280, height: 900 },
}))
  test.describe(`on ${name}`, () => {
    test.use({ viewport });
    for (const examples of [two, four])
      test(`${examples.length} examples show no fault that axe can find, and scroll one way only`, async ({ page }) => {
        await page.goto(comparing(examples));
        await shows(page, examples.length);
        expect(await axeFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(viewport.width);
        // The browser still tells each cell's row and column.
        await expect(table(page).getByRole('columnheader')).toHaveCount(examples.length + 1);
        await expect(table(page).getByRole('cell')).toHaveCount(6 * examples.length);
      });
  });

test('on a phone each part has the examples under it, by name', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(comparing(two));
  await shows(page, 2);
  const boxes = await Promise.all(
    [row(page, 'What they did').getByRole('rowheader'), ...(await cells(page, 'What they did').all())].map((one) =>
      one.boundingBox(),
    ),
  );
  const tops = boxes.map((box) => box?.y ?? 0);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
  await expect(cells(page, 'What they did').nth(1).locator('.of')).toBeVisible();
});

test('on a phone a list of the parts leads to each, and nothing moves away as the examples come', async ({ page }) => {
  await page.route('**/examples/*/', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(comparing(four));
  await shows(page, 4);
  const moved = await page.evaluate(async () => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    await new Promise((resolve) => setTimeout(resolve, 300));
    return sum;
  });
  expect(moved).toBeLessThan(0.01);
  const parts = page.getByRole('navigation', { name: 'Parts of the comparison' }).getByRole('link');
  expect(await parts.allTextContents()).toEqual(await table(page).getByRole('rowheader').allTextContents());
  await parts.last().click();
  await expect(table(page).getByRole('rowheader').last()).toBeInViewport();
  await shows(page, 4);
});

test('four of the longest fill two sheets of A4 on their sides, in type of at least 9 points', async ({ page }) => {
  await page.goto(comparing(four));
  await shows(page, 4);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
  const [width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(pdf)?.slice(1).map(Number) ?? [];
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 1069, height: 755 });
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: { text: string; points: number; right: number }[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element?.checkVisibility() || !node.textContent?.trim()) continue;
      const points = parseFloat(getComputedStyle(element).fontSize) * 0.75;
      found.push({ text: node.textContent.trim(), points, right: element.getBoundingClientRect().right });
    }
    return found;
  });
  expect(texts.filter(({ points }) => points < 8.99)).toEqual([]);
  expect(texts.filter(({ right }) => right > 1069)).toEqual([]);
  const all = texts.map(({ text }) => text).join(' ');
  for (const part of ['What they started from', 'Who paid and who staffed it', 'Shared by 2', 'Check before you rely'])
    expect(all).toContain(part);
  expect(all).not.toContain('Remove');
});

test('other pages are printed upright', async ({ page }) => {
  await page.goto('examples/wrenlands/');
  const pdf = (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1');
  const [width = 0, height = 0] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)/.exec(pdf)?.slice(1).map(Number) ?? [];
  expect(width).toBeLessThan(height);
});

test('examples ticked among the results of a search are set side by side', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('examples/?q=employers');
  const compare = page.getByRole('button', { name: 'Compare the ticked examples' });
  const boxes = page.getByRole('checkbox', { name: /^Compare / });
  await expect(page.getByRole('status')).toHaveText(/^\d+ examples found/);
  await expect(boxes).toHaveCount(Number.parseInt((await page.getByRole('status').textContent()) ?? '', 10));
  await expect(compare).toBeHidden();
  await boxes.nth(0).check();
  await expect(compare).toBeInViewport();
  await boxes.nth(1).check();
  const slugs = await boxes.evaluateAll((all) => all.slice(0, 2).map((one) => (one as HTMLInputElement).value));
  expect(await axeFaults(page)).toEqual([]);
  await compare.click();
  await expect(page).toHaveURL(new RegExp(`/compare/\\?example=${slugs[0]}&example=${slugs[1]}$`));
  await expect(page.getByRole('status')).toContainText('2 examples stand side by side');
});
