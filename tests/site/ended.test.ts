import { existsSync, readFileSync, renameSync, rmSync, writeFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyOfContent } from '../content-copy.ts';
import { endAtRandom } from '../scale/ended.ts';
import { project, run } from '../sites.ts';

it('commands that are ended at any moment leave content as it was, and a site that the next command makes whole', async () => {
  const { wrong, ended } = await endAtRandom(8, 4);
  expect(wrong).toEqual([]);
  expect(ended).toBeGreaterThan(0);
}, 120_000);

it('a site that a build had moved aside when it was ended is put back, even where the content has a fault by then', async () => {
  mkdirSync(join(project, '.built/copies'), { recursive: true });
  const folder = mkdtempSync(join(project, '.built/copies/ended-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'site'));
  writeFileSync(join(folder, 'site/index.html'), 'the good one');
  renameSync(join(folder, 'site'), join(folder, '.site.before'));
  mkdirSync(join(folder, '.site.building'));
  const copy = copyOfContent();
  copy.edit('themes/tools.mdx', 'order: 2', 'order: two');
  const outcome = await run('build.ts', ['--outDir', join(folder, 'site')], { CONTENT_DIR: copy.directory });
  expect(outcome.status).toBe(1);
  expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toBe('the good one');
  for (const left of ['.site.before', '.site.building']) expect(existsSync(join(folder, left)), left).toBe(false);
});
