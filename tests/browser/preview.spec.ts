import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { project, sites } from '../sites.ts';

for (const [name, { directory, base }] of [
  ['at the root', sites.root],
  ['under a path', sites.under],
] as const)
  test(`the preview of a site built ${name} can be read from a folder, with its look, its font and its links`, async ({
    page,
  }, { outputDir }) => {
    const folder = join(outputDir, 'preview');
    cpSync(directory, folder, { recursive: true });
    const made = spawnSync(process.execPath, [join(project, 'src/commands/preview.ts'), folder], {
      env: { ...process.env, BASE_PATH: base },
    });
    expect(made.status).toBe(0);
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && failed.push(message.text()));
    await page.goto(pathToFileURL(join(folder, 'index.html')).href);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('font-family', /Atkinson/);
    expect(
      await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].map(({ status }) => status))),
    ).toContain('loaded');
    await page.getByRole('navigation').getByRole('link', { name: 'Examples' }).first().click();
    await expect(page).toHaveURL(/examples\/index\.html$/);
    await page.locator('main').locator('h2, h3').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/examples\/[a-z-]+\/index\.html$/);
    expect(failed).toEqual([]);
    rmSync(folder, { recursive: true });
  });
