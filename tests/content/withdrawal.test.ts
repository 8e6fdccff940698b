/** Examples can be taken off the site at once: nothing that names it has to be changed first. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { today } from '../../src/config/settings.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { published } from '../sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'withdrawal-'));
cpSync(published.content, folder, { recursive: true });
const moved = join(folder, 'moved.yaml');
const movedBefore = existsSync(moved) ? readFileSync(moved, 'utf8') : '[]\n';
const examples = readdirSync(join(folder, 'case-studies')).filter((file) => /^[^_].*\.mdx$/.test(file));
/** All but one, since a site has an example: whatever names any of them is met in one reading. */
const leaving = examples.slice(1).map((file) => ({ file, path: join(folder, 'case-studies', file) }));
const texts = leaving.map(({ path }) => readFileSync(path, 'utf8'));

afterEach(() => {
  for (const [index, { path }] of leaving.entries()) writeFileSync(path, texts[index] ?? '');
  writeFileSync(moved, movedBefore);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('lets examples be withdrawn by moved.yaml alone', () => {
  for (const { path } of leaving) rmSync(path);
  const items = leaving.map(
    ({ file }) =>
      `- from: examples/${file.replace('.mdx', '')}\n  withdrawn: ${today()}\n  why: The place asked us to.\n`,
  );
  writeFileSync(moved, `${movedBefore.replace(/^\[\]\n$/, '')}${items.join('')}`);
  expect(readContent(folder, today()).faults).toEqual([]);
});

it('lets examples be made drafts', () => {
  for (const [index, { path }] of leaving.entries())
    writeFileSync(path, (texts[index] ?? '').replace('---\n', '---\ndraft: true\n'));
  expect(readContent(folder, today()).faults).toEqual([]);
});
