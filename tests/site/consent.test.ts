/** An example whose consent has ended goes off the site by itself. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyOfContent } from '../content-copy.ts';
import { run } from '../sites.ts';
import { textOf } from './pages.ts';

it('builds a site without an example whose consent has ended', async () => {
  const copy = copyOfContent();
  const site = mkdtempSync(join(tmpdir(), 'consent-'));
  onTestFinished(() => rmSync(site, { recursive: true }));
  copy.edit('case-studies/river-watch.mdx', '    how:', '    until: 2025-03-01\n    how:');
  const { status, output } = await run('build.ts', ['--outDir', join(site, 'built')], { CONTENT_DIR: copy.directory });
  expect([status, output]).toEqual([0, expect.stringContaining('Built in')]);
  const isThere = (id: string): boolean => existsSync(join(site, 'built/examples', id, 'index.html'));
  expect(['sandbag-library', 'river-watch'].map(isThere)).toEqual([true, false]);
  // An address that led to it leads nowhere now, and says so.
  const moved = readFileSync(join(site, 'built/examples/river-watching/index.html'), 'utf8');
  expect(textOf(moved)).toContain('This page is not on the site now');
  expect(readFileSync(join(site, 'built/_redirects'), 'utf8')).toBe('/paths/ /problems/ 301\n');
});
