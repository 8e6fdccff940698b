import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addressOf, sites } from '../sites.ts';
import { bytesToFirstResult } from './first-result.ts';
import { axeFaults, watch } from './watch.ts';

const status = (page: Page) => page.getByRole('status');
const results = (page: Page) => page.locator('#results li:has(.compare-box)');
const box = (page: Page, name: string | RegExp) => page.getByRole('checkbox', { name });
const show = (page: Page) => page.getByRole('button', { name: 'Show results' }).click();
/** Asks on the page that is open, and waits for the first results. */
async function ask(page: Page, question: string): Promise<void> {
  await page.getByRole('searchbox').fill(question);
  await page.getByRole('searchbox').press('Enter');
  await expect(status(page)).toContainText(`for “${question}”`);
  await expect(page.locator('#results[aria-busy]')).toHaveCount(0);
}
/** The number that the status tells. */
const told = async (page: Page): Promise<number> => Number(/^\d+/.exec((await status(page).textContent()) ?? '')?.[0]);
/** The number that a tick-box promises, once it has been counted. */
async function promised(page: Page, value: string): Promise<number> {
  await expect(page.locator('#filters[aria-busy]')).toHaveCount(0);
  return Number(await page.locator(`input[value="${value}"] + label [data-count]`).textContent());
}

test('words from the home page find examples, counted, announced and marked', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto('');
  await page.getByRole('main').getByRole('searchbox').fill('employers');
  await page.getByRole('main').getByRole('button', { name: 'Search' }).click();
  await expect(status(page)).toHaveText(/^\d+ examples found for “employers”$/);
  await expect(results(page)).toHaveCount(await told(page));
  await expect(results(page).first().locator('mark').first()).toHaveText(/employ/i);
  expect(await page.title()).toMatch(/^employers – Examples – /);
  expect(new URL(page.url()).search).toBe('?q=employers');
  expect(seen).toEqual([]);
});

test('until something is asked all examples stand there, and nothing is fetched for a search', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('examples/', { waitUntil: 'networkidle' });
  await expect(status(page)).toHaveText('15 examples');
  await expect(results(page)).toHaveCount(15);
  expect(asked.filter((url) => url.includes('/pagefind/'))).toEqual([]);
  const first = await results(page).first().getByRole('link').nth(1).textContent();
  await ask(page, 'employers');
  await page.goBack();
  await expect(status(page)).toHaveText('15 examples');
  await expect(results(page).first().getByRole('link').nth(1)).toHaveText(first!);
  for (const at of [0, 1]) await results(page).nth(at).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Compare the ticked examples' }).click();
  expect(new URL(page.url()).searchParams.getAll('example')).toHaveLength(2);
});

test('an old address of the search leads on, with its question and filters', async ({ page }) => {
  await page.goto('search/?q=employers&area=jobs&area=local-guide#results');
  await expect(status(page)).toHaveText(/examples found for “employers”$/);
  const { pathname, search, hash } = new URL(page.url());
  expect(pathname + search + hash).toBe('/examples/?q=employers&area=jobs&area=local-guide#results');
  await expect(box(page, /^Jobs/)).toBeChecked();
});

test('where the address asks something, the list of all examples is never drawn', async ({ page }) => {
  await page.route(/\/_astro\/.*\.js$/, (route) =>
    route.request().url().includes('asked') ? route.continue() : route.abort(),
  );
  await page.goto('examples/?q=employers', { waitUntil: 'domcontentloaded' });
  await expect(page.getByText('15 examples', { exact: true })).toBeHidden();
  await expect(results(page).first()).toBeHidden();
});

test('within a group any will do, across groups all must', async ({ page }) => {
  await page.goto('examples/?area=jobs');
  await expect(status(page)).toHaveText('3 examples found');
  await page.goto('examples/?area=jobs&area=local-guide');
  await expect(status(page)).toHaveText('5 examples found');
  await page.goto('examples/?area=jobs&area=local-guide&place=lendale');
  await expect(status(page)).toHaveText('1 example found');
  await page.goto('examples/?area=jobs&area=local-guide&place=lendale&place=harlandshire&group=employers');
  await expect(status(page)).toHaveText('1 example found');
});

test('examples are found by the kind of authority and the region of their place', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto('examples/');
  await expect(status(page)).toHaveText('15 examples');
  const [kind, region] = [await promised(page, 'metropolitan-district'), await promised(page, 'north-east')];
  await page.getByRole('group', { name: 'Kind of authority' }).getByLabel('Metropolitan district').check();
  await show(page);
  await expect(status(page)).toHaveText(`${kind} examples found`);
  await page.getByRole('group', { name: 'Region' }).getByLabel('North East').check();
  await show(page);
  await expect(status(page)).toHaveText(`${region} examples found`);
  expect(new URL(page.url()).search).toBe('?kind=metropolitan-district&region=north-east');
  for (const facts of await page.locator('#results li:has(.compare-box) dl').all())
    await expect(facts).toHaveText(/^Place\s*Nethercastle upon Wend/);
  await page.goto('examples/?kind=county&region=north-east');
  await expect(status(page)).toHaveText('No examples found');
  await expect(page.getByRole('link', { name: 'Without the filter on region' }).locator('..')).toHaveText(
    /: 3 examples$/,
  );
  await expect(page.locator('[data-group=region]').getByLabel('East Midlands')).toHaveCount(0);
  expect(seen).toEqual([]);
});

test('each tick-box gives as many as it promised', async ({ page }) => {
  await page.goto('examples/');
  expect(await promised(page, 'jobs')).toBe(3);
  await box(page, /^Jobs/).check();
  await show(page);
  await expect(status(page)).toHaveText('3 examples found');
  for (const place of ['nethercastle-upon-wend', 'lendale', 'harlandshire']) {
    const promise = await promised(page, place);
    await page.goto(`examples/?area=jobs&place=${place}`);
    await expect(status(page)).toHaveText(promise === 0 ? 'No examples found' : /^\d/);
    if (promise) expect(await told(page)).toBe(promise);
    await page.goto('examples/?area=jobs');
    await expect(status(page)).toHaveText('3 examples found');
  }
});

test('nothing happens until the button is pressed', async ({ page }) => {
  await page.goto('examples/?area=jobs');
  await expect(status(page)).toHaveText('3 examples found');
  await box(page, /^Lendale/).check();
  await expect(status(page)).toHaveText('3 examples found');
  expect(new URL(page.url()).search).toBe('?area=jobs');
  await show(page);
  await expect(status(page)).toHaveText('No examples found');
});

test('what is chosen stands apart and is cleared one by one or all at once', async ({ page }) => {
  await page.goto('examples/?area=jobs&place=harlandshire&group=employers');
  await expect(status(page)).toHaveText('1 example found');
  const chosen = page.getByRole('region', { name: 'You have chosen' });
  await expect(chosen.getByRole('listitem')).toHaveCount(3);
  await chosen.getByRole('button', { name: /^Remove Harlandshire/ }).click();
  await expect(status(page)).toHaveText('3 examples found');
  await expect(box(page, /^Harlandshire/)).not.toBeChecked();
  expect(new URL(page.url()).search).toBe('?area=jobs&group=employers');
  await expect(chosen.getByRole('button', { name: /^Remove/ }).first()).toBeVisible();
  expect(await page.locator(':focus').count()).toBe(1);
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(chosen).toBeHidden();
  expect(new URL(page.url()).search).toBe('');
});

test('the address carries the whole search: sent, reloaded and gone back to', async ({ page }) => {
  await page.goto('examples/');
  await page.getByRole('searchbox').fill('joint-making');
  await box(page, /^Harlandshire/).check();
  await show(page);
  await expect(status(page)).toHaveText(/found for “joint-making”/);
  const first = await told(page);
  const address = page.url();
  expect(new URL(address).search).toBe('?q=joint-making&place=harlandshire');
  await page.reload();
  await expect(status(page)).toHaveText(new RegExp(`^${first} examples? found`));
  await expect(page.getByRole('searchbox')).toHaveValue('joint-making');
  await box(page, /^Harlandshire/).uncheck();
  await show(page);
  await expect.poll(() => told(page)).toBeGreaterThan(first);
  await page.goBack();
  await expect(status(page)).toHaveText(new RegExp(`^${first} examples? found`));
  await expect(box(page, /^Harlandshire/)).toBeChecked();
  await results(page).first().locator('h3').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goBack();
  await expect(status(page)).toHaveText(new RegExp(`^${first} examples? found`));
});

test('examples come first, each other kind of page under a heading of its own, and each result is a heading', async ({
  page,
}) => {
  await page.goto('examples/?q=employers');
  await expect(page.getByRole('heading', { name: 'Other pages' })).toBeVisible();
  const found = await page.locator('#results').evaluate((element) =>
    [...element.querySelectorAll('h2, h3 a')].map((one) => ({
      heading: one.matches('h2') ? one.textContent : undefined,
      part: one.getAttribute('href')?.split('/')[1],
    })),
  );
  const parts = new Map<string, Set<string | undefined>>();
  let current = '';
  for (const { heading, part } of found) {
    if (heading !== undefined) parts.set((current = heading), new Set());
    else parts.get(current)?.add(part);
  }
  expect([...parts.keys()]).toEqual(['Examples', 'Problems', 'Factors', 'Evidence', 'Measures', 'Other pages']);
  for (const [heading, part] of [
    ['Examples', 'examples'],
    ['Problems', 'problems'],
    ['Factors', 'factors'],
    ['Evidence', 'evidence'],
    ['Measures', 'measures'],
  ] as const)
    expect(parts.get(heading)).toEqual(new Set([part]));
});

test('a page whose title is asked for, or nearly, comes before all others, whatever its kind', async ({ page }) => {
  for (const [query, address] of [
    ['We have few employers on board', '/problems/too-few-employers/'],
    ['few employer on board?', '/problems/too-few-employers/'],
    ['evidence jobs', '/evidence/area/jobs/'],
    ['golden thread', '/glossary/thread-of-gold/'],
    ['Personal budgets that join money from different services', '/examples/joined-up-budgets/'],
  ] as const) {
    await page.goto(`examples/?q=${encodeURIComponent(query)}`);
    await expect(page.locator('#results li a').first()).toHaveAttribute('href', new RegExp(`^${address}`));
  }
});

test('where nothing is found it says what dropping a filter would give', async ({ page }) => {
  await page.goto('examples/?area=jobs&place=lendale');
  await expect(status(page)).toHaveText('No examples found');
  const way = page.getByRole('link', { name: 'Without the filter on place' });
  await expect(way.locator('..')).toHaveText('Without the filter on place: 3 examples');
  await way.click();
  await expect(status(page)).toHaveText('3 examples found');
});

test('abbreviations and everyday words find what they mean', async ({ page }) => {
  for (const [query, slug] of [
    ['EHCP', 'drawing-up-a-new-plan'],
    ['PCF', 'beam-lendale'],
    ['parent forum', 'beam-lendale'],
    ['LG', 'reshaping-the-local-guide'],
    ['education health and care plan', 'drawing-up-a-new-plan'],
  ] as const) {
    await page.goto(`examples/?q=${encodeURIComponent(query)}`);
    await expect(status(page)).toHaveText(/^\d+ examples? found/);
    await expect(page.locator(`#results a[href*="/examples/${slug}/"]`).first(), query).toBeVisible();
  }
});

test('a slip of a letter or two finds its word, and says so', async ({ page }) => {
  await page.goto('examples/');
  for (const [typed, meant] of [
    ['employrs', 'employers'],
    ['Comissioning', 'commissioning'],
    ['facilitatr', 'facilitator'],
  ] as const) {
    await ask(page, typed);
    await expect(status(page)).toHaveText(/^\d+ examples? found/);
    await expect(page.locator('#notes')).toHaveText(`Searched for “${meant}” in place of “${typed}”.`);
  }
});

test('English words, abbreviations and short words are never taken for slips', async ({ page }) => {
  await page.goto('examples/');
  const words = 'deaf son pot NHS jbs covid payments failure loving transaction horse CAMSH EMPLOYRS'.split(' ');
  for (const query of [words.join(' '), ...words.slice(-6)]) {
    await ask(page, query);
    await expect(page.locator('#notes')).not.toContainText('in place of');
  }
});

test('words that no example has do not stand in the way, and are told as they were typed', async ({ page }) => {
  await page.goto('examples/');
  for (const [query, lost] of [
    ['employers xylophonist', '“xylophonist”'],
    ['Employers OR "Xylophonist"', '“Xylophonist”'],
    ['can you tell us who’s got employers and xylophonists? Thanks, I don’t know', '“xylophonists”'],
    // This one stands on other pages.
    ['employers housing', '“housing”'],
    ['support for B&NES', '“B&NES”'],
    ['grant of £5,017', '“5,017”'],
    ['employers', ''],
  ] as const) {
    await ask(page, query);
    await expect(status(page)).toHaveText(/^\d+ examples? found/);
    await expect(page.locator('#notes')).toHaveText(lost && `In no example: ${lost}.`);
  }
});

test('however a figure or a word is written, the same pages come first', async ({ page }) => {
  await page.goto('examples/');
  for (const ways of [
    ['3,500', '3500', '£3,500'],
    ['82%', '82 per cent', '82 percent'],
    ['0 to 25', '0-25', '0–25'],
    ['person-centred', 'person centred', 'personcentred', 'pérson-centred'],
    ['one-to-one', 'one to one'],
    ['the child’s', "the child's", 'the childs'],
    ['local guide website', 'local-guide website', 'local guide/website'],
    ['year 2016', 'year2016', 'year-2016'],
  ]) {
    const first: (string | null)[] = [];
    for (const query of ways) {
      await ask(page, query);
      await expect(page.locator('#notes'), query).toBeEmpty();
      first.push(await page.locator('#results h3').first().textContent());
    }
    expect(new Set(first), ways[0]).toHaveProperty('size', 1);
  }
});

test('the list of words is asked for only where a word is not found', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('examples/?q=employers grant');
  await expect(page.getByRole('heading', { name: 'Factors' })).toBeVisible();
  expect(asked.filter((url) => url.endsWith('/search-words.json'))).toEqual([]);
  await page.goto('examples/?q=employrs');
  await expect(status(page)).toContainText('found');
  expect(asked.filter((url) => url.endsWith('/search-words.json'))).toHaveLength(1);
});

test('nothing clears what is typed and ticked, or draws the results again', async ({ page }) => {
  let send = (): void => undefined;
  const script = new Promise<void>((settle) => (send = settle));
  await page.route(/_astro\/(?!asked).*\.js$/, async (route) => {
    await script;
    await route.continue();
  });
  await page.goto('examples/?q=employers', { waitUntil: 'commit' });
  await page.getByRole('searchbox').fill('employers grant');
  send();
  await expect(status(page)).toContainText('found for “employers”');
  await expect(page.locator('#filters[aria-busy]')).toHaveCount(0);
  await box(page, /^Lendale/).check();
  const drawn = await page.locator('#results > *').first().elementHandle();
  await page.locator('.govuk-skip-link').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
  await page.goBack();
  await expect(page).toHaveURL(/employers$/);
  await page.goForward();
  await expect(page).toHaveURL(/#main$/);
  await expect(page.getByRole('searchbox')).toHaveValue('employers grant');
  await expect(box(page, /^Lendale/)).toBeChecked();
  expect(await drawn?.evaluate((element) => element.isConnected)).toBe(true);
});

test('results can be ordered by the newest account and by the strength of evidence', async ({ page }) => {
  await page.goto('examples/?area=voice');
  await expect(status(page)).toHaveText('5 examples found');
  await page.getByLabel('Sort by').selectOption('Strength of evidence');
  expect(new URL(page.url()).search).toBe('?area=voice');
  await page.getByRole('button', { name: 'Sort', exact: true }).click();
  await expect(page).toHaveURL(/\?area=voice&sort=evidence$/);
  // The address comes first, and the results are drawn after it.
  await expect(page.locator('#results[aria-busy]')).toHaveCount(0);
  await expect(results(page)).toHaveCount(5);
  const measured: boolean[] = [];
  const links = await results(page)
    .locator('h3')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  for (const link of links) {
    await page.goto(link);
    measured.push((await page.locator('.basis.measured').count()) > 0);
  }
  expect(measured).toEqual([...measured].sort((a, b) => Number(b) - Number(a)));
  expect(new Set(measured).size).toBe(2);
  await page.goto(`${addressOf(sites.second)}examples/?sort=newest`);
  await expect(status(page)).toHaveText('2 examples');
  await expect(page.getByLabel('Sort by')).toHaveValue('newest');
  await expect(page.locator('#results .two-facts').first()).toContainText('November 2020');
});

test('a result leads to the section that matched, with the words marked there', async ({ page }) => {
  await page.goto('examples/?q=impartial facilitator');
  await expect(status(page)).toContainText('found');
  const first = results(page).first().locator('h3').getByRole('link');
  expect(await first.getAttribute('href')).toMatch(
    /^\/examples\/pulling-together-for-families\/#[a-z-]+:~:text=[^&]*(?:impartial|facilitator)/,
  );
  await first.click();
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  const id = new URL(page.url()).hash.slice(1).replace(/:~:.*$/, '');
  await expect(page.locator(`section:has([id="${id}"])`).getByText('impartial')).toBeInViewport();
  // The mark is the browser's own and not in the page, so its colour is looked for on the screen.
  const picture = (await page.screenshot()).toString('base64');
  await page.goto('about:blank');
  const yellow = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    if (!context) return 0;
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let at = 0; at < pixels.length; at += 4)
      if (pixels[at] === 255 && pixels[at + 1] === 240 && pixels[at + 2] === 163) count += 1;
    return count;
  }, picture);
  expect(yellow).toBeGreaterThan(200);
});

test('one question straight after another leaves nothing waiting', async ({ page }) => {
  await page.goto('examples/');
  await expect(status(page)).toHaveText('15 examples');
  await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#q');
    const results = document.querySelector('#results');
    for (const question of ['employers', 'grant', 'forum', 'trainers']) {
      if (input) input.value = question;
      const before = results?.firstElementChild ?? null;
      input?.form?.requestSubmit();
      while (results?.contains(before)) await new Promise((settle) => void requestAnimationFrame(settle));
    }
  });
  await expect(page.locator('#filters[aria-busy]')).toHaveCount(0);
  await expect(status(page)).toHaveText(/^\d+ examples? found for “trainers”/);
  expect(await promised(page, 'jobs')).toBeLessThan(3);
});

test('a box that would give none says so and can still be reached', async ({ page }) => {
  await page.goto('examples/?area=jobs');
  await expect(status(page)).toHaveText('3 examples found');
  await expect.poll(() => promised(page, 'lendale')).toBe(0);
  const lendale = box(page, /^Lendale/);
  await expect(lendale).toBeEnabled();
  await lendale.focus();
  await expect(lendale).toBeFocused();
});

test('a first search for three words asks for at most 180 kB of script and index', async ({ browser }) => {
  for (const query of ['employers grant internships', 'personal budgets pilot', 'EHCP']) {
    const { bytes, files } = await bytesToFirstResult(browser, `${addressOf(sites.root)}examples/`, query);
    console.log(`first search for “${query}”: ${bytes} bytes in ${files.length} files`);
    expect(bytes).toBeLessThanOrEqual(180_000);
    // Nothing was missed: the scripts, the engine, the words, the filters and a page.
    for (const part of [/_astro\/.*\.js$/, /-worker\.js$/, /wasm/, /pf_index$/, /pf_filter$/, /pf_fragment$/])
      expect(
        files.some((file) => part.test(file)),
        String(part),
      ).toBe(true);
  }
});

test('it works under a path, held to the policy of the headers file, which the engine’s own files get too', async ({
  page,
}) => {
  const { directory, base } = sites.under;
  const [, policy = ''] =
    /^ {2}Content-Security-Policy: (.*)$/m.exec(readFileSync(join(directory, '_headers'), 'utf8')) ?? [];
  expect(policy).toContain("'wasm-unsafe-eval'");
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname.slice(base.length);
    const file = join(directory, path === '' || path.endsWith('/') ? `${path}index.html` : path);
    const type = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }[extname(file)];
    response.setHeader('Content-Security-Policy', policy).setHeader('Content-Type', type ?? 'application/octet-stream');
    response.end(readFileSync(file));
  }).listen(0);
  await once(server, 'listening');
  const { seen } = watch(page);
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${base}examples/?q=employrs`);
  await expect(status(page)).toHaveText(/^\d+ examples found/);
  await expect(results(page).first().locator('h3').getByRole('link')).toHaveAttribute(
    'href',
    /^\/learning\/examples\//,
  );
  await expect(page.locator('#filters[aria-busy]')).toHaveCount(0);
  expect(seen).toEqual([]);
  server.close();
});

test('words that are nowhere get advice and ways in', async ({ page }) => {
  await page.goto('examples/?q=xylophonist');
  await expect(status(page)).toHaveText('No examples found for “xylophonist”');
  await expect(page.getByText('other words')).toBeVisible();
  await expect(page.getByRole('link', { name: 'All examples' })).toBeVisible();
});

test('what a reader types is shown as text', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(`examples/?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`);
  await expect(status(page)).toContainText('<img src=x onerror=alert(1)>');
  expect(await page.locator('main img').count()).toBe(0);
  expect(seen).toEqual([]);
});

test('a whole search goes by keyboard alone', async ({ page }) => {
  await page.goto('examples/');
  await page.getByRole('searchbox').focus();
  await page.keyboard.type('employers');
  await page.keyboard.press('Enter');
  await expect(status(page)).toContainText('found for “employers”');
  const all = await told(page);
  await page.getByRole('checkbox').first().focus();
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await page.locator(':focus').getAttribute('value')) === 'harlandshire') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => told(page)).toBeLessThan(all);
  expect(new URL(page.url()).search).toBe('?q=employers&place=harlandshire');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('the filters open on demand, and close on the results', async ({ page }) => {
    await page.goto('examples/');
    await expect(box(page, /^Lendale/)).toBeHidden();
    await page.getByText('Filter the examples').click();
    await expect(page.getByRole('button', { name: 'Show results' })).toBeInViewport();
    await box(page, /^Lendale/).check();
    await expect(page.getByRole('button', { name: 'Show results' })).toBeInViewport();
    await show(page);
    await expect(status(page)).toHaveText('3 examples found');
    await expect(status(page)).toBeInViewport();
    await expect(status(page)).toBeFocused();
    await expect(page.getByText('Filter the examples (1 chosen)')).toBeVisible();
    await expect(box(page, /^Lendale/)).toBeHidden();
  });
});

for (const [where, viewport] of [
  ['a phone', { width: 360, height: 740 }],
  ['a desktop', { width: 1280, height: 900 }],
] as const)
  test.describe(`axe finds no fault on ${where}`, () => {
    test.use({ viewport });
    for (const [what, query, told] of [
      ['results', '?q=employrs&sort=evidence', 'found'],
      ['none', '?q=employers&area=jobs&place=lendale', 'No examples found'],
    ] as const)
      test(`with ${what}, and with the filters open`, async ({ page }) => {
        await page.goto(`examples/${query}`);
        await expect(status(page)).toContainText(told);
        await expect(page.locator('#filters[aria-busy]')).toHaveCount(0);
        for (const open of [false, true]) {
          await page.locator('#filters').evaluate((element, state) => element.toggleAttribute('open', state), open);
          expect(await axeFaults(page)).toEqual([]);
        }
      });
  });

test('another programme is searched with its own words and filters', async ({ page }) => {
  const { seen } = watch(page);
  await page.goto(`${addressOf(sites.second)}examples/`);
  await page.getByRole('searchbox').fill('sandbags');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(status(page)).toHaveText('1 example found for “sandbags”');
  await expect(results(page).first().locator('h3').getByRole('link')).toHaveText('A library that lends sandbags');
  await expect(box(page, /^Millford/)).toBeAttached();
  expect(seen).toEqual([]);
});
