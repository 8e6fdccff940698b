/**
 * Takes the pictures of the documents anew, from the real thing: the home page of what is published, and the worked
 * example in the form, in the check and on its page. `node tests/pictures.ts`
 */
import { cpSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'astro';
import { browserPath } from './browser-path.ts';
import { field, openFile, openWorkingCopy } from './browser/publishing-form.ts';
import { startDev } from './dev-server.ts';
import { copyOfProject } from './project-copy.ts';
import { buildPublished, project, published, run, sites } from './sites.ts';
import { example, file, mended } from './worked-example.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 800 };

/** A copy of the project whose content is the starter's with the example. Stopping `npm run dev` takes it away. */
const within = copyOfProject();
const content = join(within, 'content');
cpSync(join(project, 'starter'), content, { recursive: true });
const save = (text: string): void => writeFileSync(join(content, file), text);

const browser = await chromium.launch({
  executablePath: browserPath(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ reducedMotion: 'reduce' });

// Where the font comes late, a page keeps the one that it was drawn with. In a picture it waits.
await page.route('**/*.css', async (route) => {
  const response = await route.fetch();
  await route.fulfill({
    response,
    body: (await response.text()).replaceAll('font-display:optional', 'font-display:block'),
  });
});

/** Takes what is in view, once the font is there. */
async function take(picture: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(project, picture) });
  console.log(picture);
}

/** Serves a built site while `look` looks at it. */
async function served(directory: string, look: (address: string) => Promise<void>): Promise<void> {
  const server = await preview({ outDir: directory, base: '/', server: { port: 4518 }, logLevel: 'error' });
  await look(`http://localhost:${server.port}/`);
  await server.stop();
}

await buildPublished(false);
await served(published.directory, async (address) => {
  await page.setViewportSize({ width: 1280, height: 840 });
  await page.goto(address);
  await take('.github/home.png');
  // The example that the home page tells.
  await page.locator('main .card h3 a').first().click();
  await take('.github/example.png');
});

save(mended);
const directory = join(within, 'dist');
const { status, output } = await run(
  'build.ts',
  ['--outDir', directory],
  { BASE_PATH: '/', CONTENT_DIR: 'content', ...sites.form.environment },
  within,
);
if (status !== 0) throw new Error(output);
await served(directory, async (address) => {
  await page.setViewportSize(desktop);
  await page.goto(`${address}examples/${basename(file, '.mdx')}/`);
  await take('docs/pictures/page.png');
  await page.setViewportSize(phone);
  await page.getByRole('heading', { name: 'What changed' }).evaluate((heading) => heading.scrollIntoView());
  await take('docs/pictures/phone.png');
  await page.setViewportSize(desktop);
  save(example);
  await openWorkingCopy(page, content, { address: `${address}publish/`, folder: 'content' });
  await openFile(page, file);
  await field(page, 'title').locator('input').click();
  await take('docs/pictures/form.png');
  save(mended);
});

const server = await startDev('content', within);
try {
  await page.setViewportSize({ width: 1000, height: 760 });
  await page.goto(`${server.address}/check/`);
  save(example);
  await page.getByText(`content/${file}`).first().waitFor();
  await take('docs/pictures/check.png');
} finally {
  await server.stop();
}
await browser.close();
