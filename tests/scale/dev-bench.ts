/**
 * `node tests/scale/dev-bench.ts DIR [RUNS]`: how long it takes `npm run dev`, from the moment a file of the content in
 * DIR is saved, to show the change on a page that stands open in a browser. The file is put back at the end.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { browserPath } from '../browser-path.ts';
import { startDev } from '../dev-server.ts';

const [directory, runs = '5'] = process.argv.slice(2);
if (directory === undefined) {
  console.error('Write it so: node tests/scale/dev-bench.ts DIR [RUNS]');
  process.exit(1);
}
const examples = join(resolve(directory), 'case-studies');
const names = readdirSync(examples).filter((name) => !name.startsWith('_'));
const name = names[Math.floor(names.length / 2)] ?? '';
const file = join(examples, name);
const before = readFileSync(file, 'utf8');
const server = await startDev(resolve(directory));
const browser = await chromium.launch({
  executablePath: browserPath(),
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await browser.newPage();
  await page.goto(`${server.address}/examples/${name.replace('.mdx', '')}/`, { timeout: 120_000 });
  const took: number[] = [];
  for (let run = 0; run <= Number(runs); run += 1) {
    const sign = `Saved for the ${run}th time.`;
    writeFileSync(file, `${before.trimEnd()} ${sign}\n`);
    const saved = performance.now();
    await page.getByText(sign).waitFor({ timeout: 60_000 });
    // The first saving warms what the others use.
    if (run > 0) took.push(Math.round(performance.now() - saved));
    await page.waitForLoadState('networkidle');
  }
  took.sort((a, b) => a - b);
  console.log(
    `${names.length} examples: shown ${took[took.length >> 1]} ms after saving (median of ${took.join(', ')})`,
  );
} finally {
  writeFileSync(file, before);
  await browser.close();
  await server.stop();
}
