import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readContent } from '../../../src/loaders/read-content.ts';
import { makeContent } from '../../bench/make-content.ts';
import { prose } from '../../bench/words.ts';
import { project } from '../../sites.ts';

function made(count: number, seed?: number): string {
  const parent = join(project, '.built/copies');
  mkdirSync(parent, { recursive: true });
  const directory = mkdtempSync(join(parent, 'scale-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  makeContent(directory, count, seed);
  return directory;
}

const filesIn = (directory: string): Map<string, string> =>
  new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((file) => [file.slice(directory.length), readFileSync(file, 'utf8')]),
  );

it.each([1, 30])('makes %i examples in a folder of content without a fault', async (count) => {
  const { content, faults } = readContent(made(count), '2026-11-23');
  expect(faults).toEqual([]);
  expect(content.entries['case-studies']).toHaveLength(count);
  expect(content.entries.places).toHaveLength(150);
});

it('gives the same bytes for the same count and seed, and others for another seed', () => {
  const first = filesIn(made(30, 7));
  expect(filesIn(made(30, 7))).toEqual(first);
  expect([...filesIn(made(30, 8)).keys()]).not.toEqual([...first.keys()]);
});

it('makes examples of about 500 words', () => {
  const examples = [...filesIn(made(30))].filter(([file]) => file.startsWith('/case-studies/'));
  const bodies = examples.map(([, text]) => text.slice(text.indexOf('\n## ')).match(/[a-z]+/gi)?.length ?? 0);
  const mean = bodies.reduce((sum, size) => sum + size, 0) / bodies.length;
  expect(mean).toBeGreaterThan(400);
  expect(mean).toBeLessThan(600);
});

it('writes prose in which a few words are most of it, and most words are rare', () => {
  const { phrase } = prose(1);
  const counts = new Map<string, number>();
  for (const word of phrase(100_000, Infinity).toLowerCase().split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  const sizes = [...counts.values()].sort((a, b) => b - a);
  const share = (from: number, to: number): number =>
    sizes.slice(from, to).reduce((sum, size) => sum + size, 0) / 100_000;
  expect(share(0, 100)).toBeGreaterThan(0.35);
  expect(share(0, 100)).toBeLessThan(0.6);
  expect(sizes.filter((size) => size === 1).length / sizes.length).toBeGreaterThan(0.2);
  expect(sizes.length).toBeGreaterThan(10_000);
});
