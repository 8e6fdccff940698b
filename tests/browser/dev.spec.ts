import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { startDev, type DevServer } from '../dev-server.ts';
import { addressOf, project, sites } from '../sites.ts';

// One server for the file.
test.describe.configure({ mode: 'default' });
let folder = '';
let server: DevServer;
test.beforeAll(async () => {
  mkdirSync(join(project, '.built/copies'), { recursive: true });
  folder = mkdtempSync(join(project, '.built/copies/dev-'));
  cpSync(sites.second.content, folder, { recursive: true });
  server = await startDev(folder);
});
test.afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const example = 'sandbag-library';

/** How every element of a page looks. */
const looks = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const names = ['display', 'color', 'backgroundColor', 'fontFamily', 'fontSize', 'fontWeight', 'margin', 'padding'];
    const apart = 'script, style, link, vite-error-overlay, #dev-check, #dev-check *';
    return [...document.body.querySelectorAll(`*:not(${apart})`)].map((element) => {
      const style = getComputedStyle(element) as unknown as Record<string, string>;
      return [element.tagName, ...names.map((name) => style[name])].join(' ');
    });
  });

test('looks as the built site does', async ({ page }) => {
  test.setTimeout(90_000);
  for (const path of ['', `examples/${example}/`, 'examples/', 'measures/']) {
    await page.goto(addressOf(sites.second) + path);
    const built = await looks(page);
    await page.goto(`${server.address}/${path}`);
    await expect.poll(() => looks(page), { timeout: 20_000 }).toEqual(built);
  }
});

test('a strip on the page leads to what the check has to say, until it is mended', async ({ page }) => {
  test.setTimeout(90_000);
  const file = join(folder, 'places/millford.mdx');
  const good = readFileSync(file, 'utf8');
  await page.goto(`${server.address}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  writeFileSync(file, good.replace('region: ', 'regoin: '));
  await page.getByRole('link', { name: 'See what to do' }).click({ timeout: 30_000 });
  await expect(page.getByText('the key "regoin" is not known')).toBeVisible();
  writeFileSync(file, good);
  await expect(page.getByText('The check finds nothing')).toBeVisible({ timeout: 30_000 });
});

test('what is saved shows on the open page by itself, on the pages that list it too, and a fault is told until it is mended', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const file = join(folder, `case-studies/${example}.mdx`);
  const good = readFileSync(file, 'utf8');
  const title = /^title: (.*)$/m.exec(good)?.[1] ?? '';
  await page.goto(`${server.address}/examples/${example}/`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  writeFileSync(file, `${good.trimEnd()} A sentence that is new.\n`);
  await expect(page.getByText('A sentence that is new.')).toBeVisible();
  writeFileSync(file, good.replace(`title: ${title}`, 'title: Quite another title'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Quite another title');
  const since = server.said();
  writeFileSync(file, good.replace('place: ', 'plaice: '));
  await server.heard(/plaice/, since);
  writeFileSync(file, good.replace(`title: ${title}`, 'title: A third title'));
  // Asked for beside the page, which loads itself again at any moment now.
  await expect
    .poll(async () => (await page.request.get(`${server.address}/examples/`)).text(), { timeout: 20_000 })
    .toContain('A third title');
});

test('started on content with a fault, every address tells it, and shows the site once it is mended', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const begun = mkdtempSync(join(project, '.built/copies/begun-'));
  cpSync(sites.second.content, begun, { recursive: true });
  const file = join(begun, 'places/millford.mdx');
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.replace('region: ', 'regoin: '));
  const other = await startDev(begun);
  try {
    await page.goto(`${other.address}/places/millford/`);
    await expect(page.getByText('the key "regoin" is not known')).toBeVisible({ timeout: 30_000 });
    writeFileSync(file, good);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Millford', { timeout: 30_000 });
  } finally {
    await other.stop();
    rmSync(begun, { recursive: true, force: true });
  }
});

test('the search says in plain words why there is no index, and how to get one', async ({ page }) => {
  await page.goto(`${server.address}/search/?q=sandbags`);
  await expect(page.getByRole('status')).toContainText('run “npm start”', { timeout: 30_000 });
});
