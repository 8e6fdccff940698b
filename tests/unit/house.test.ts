/** The rules of the house that a reader of one file cannot see. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { project } from '../sites.ts';

const files = globSync('src/**/*.{ts,astro,scss}', { cwd: project });
const texts = new Map(files.map((file) => [file, readFileSync(join(project, file), 'utf8')]));

/** The files of src/ that one imports, types apart: they are gone when the code runs. */
const importsOf = (file: string): string[] =>
  [
    ...(texts.get(file) ?? '').matchAll(
      /^\s*(?:import|export)\s(?!type\b)[^'";]*?from\s+'(\.[^']*)'|^import\s+'(\.[^']*)'/gm,
    ),
  ]
    .map(([, from, bare]) => join(dirname(file), from ?? bare ?? ''))
    .filter((to) => texts.has(to));

/** The first way round that leads from a file back to itself or to another on the way. */
function circle(file: string, way: readonly string[], done: Set<string>): string[] | undefined {
  if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
  if (done.has(file)) return undefined;
  done.add(file);
  for (const next of importsOf(file)) {
    const found = circle(next, [...way, file], done);
    if (found) return found;
  }
  return undefined;
}

it('no file of src/ is over 300 lines', () => {
  expect(files.length).toBeGreaterThan(50);
  const long = files.filter((file) => (texts.get(file) ?? '').split('\n').length > 301);
  expect(long).toEqual([]);
});

it('no file of src/ imports one that imports it, by whatever way', () => {
  expect(files.flatMap(importsOf).length).toBeGreaterThan(100);
  const done = new Set<string>();
  expect(files.map((file) => circle(file, [], done)).filter(Boolean)).toEqual([]);
});

it('Astro is asked for content in src/library/ alone', () => {
  const asking = files.filter((file) => /\bgetCollection\(/.test(texts.get(file) ?? ''));
  expect(asking.length).toBeGreaterThan(0);
  expect(asking.filter((file) => !file.startsWith('src/library/'))).toEqual([]);
});
