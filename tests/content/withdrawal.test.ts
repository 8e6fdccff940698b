/** Any example can be taken off the site at once: nothing that names it has to be changed first. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { today } from '../../src/config/settings.ts';
import { readContent, type Earlier } from '../../src/loaders/read-content.ts';
import { published } from '../sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'withdrawal-'));
cpSync(published.content, folder, { recursive: true });
const moved = join(folder, 'moved.yaml');
const movedBefore = existsSync(moved) ? readFileSync(moved, 'utf8') : '[]\n';
const earlier: Earlier = new Map();
const faults = () => readContent(folder, today(), { earlier }).faults;
const examples = readdirSync(join(folder, 'case-studies')).filter((file) => /^[^_].*\.mdx$/.test(file));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(examples)('%s', (file) => {
  const path = join(folder, 'case-studies', file);
  const text = readFileSync(path, 'utf8');
  afterEach(() => {
    writeFileSync(path, text);
    writeFileSync(moved, movedBefore);
  });

  it('can be withdrawn by moved.yaml alone', () => {
    rmSync(path);
    const item = `- from: examples/${file.replace('.mdx', '')}\n  withdrawn: ${today()}\n  why: The place asked us to.\n`;
    writeFileSync(moved, `${movedBefore.replace(/^\[\]\n$/, '')}${item}`);
    expect(faults()).toEqual([]);
  });

  it('can be made a draft', () => {
    writeFileSync(path, text.replace('---\n', '---\ndraft: true\n'));
    expect(faults()).toEqual([]);
  });
});
