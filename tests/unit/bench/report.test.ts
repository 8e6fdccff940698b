import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unshown } from '../../bench/examples.ts';
import { comparison, inMarkdown, median, table, type Row } from '../../bench/report.ts';
import { project } from '../../sites.ts';

const row = (tool: string, size: number, seconds: number): Row => ({
  tool,
  size,
  runs: 3,
  seconds,
  memory: 4e8,
  pages: size + 20,
  bytes: size * 10_000,
});

it('the median is the middle, or the lower of the two in the middle', () => {
  expect([median([9, 1, 2]), median([4, 1, 2, 9])]).toEqual([2, 2]);
});

it('the comparison has a row for each tool and a column for each size, also where a tool did not build it', () => {
  expect(comparison([row('Hugo', 1000, 2.44), row('This project', 100, 8), row('This project', 1000, 20.4)])).toBe(
    [
      '| Seconds to build | 100 examples | 1,000 examples |',
      '| ---------------- | -----------: | -------------: |',
      '| Hugo             |            – |            2.4 |',
      '| This project     |          8.0 |             20 |',
    ].join('\n'),
  );
});

it('the page of results says what each tool took and what is left out', () => {
  const page = inMarkdown({
    measured: 'on 2026-11-24',
    words: 430,
    tools: [{ name: 'Hugo', version: 'Hugo 1', does: 'little' }],
    rows: [row('Hugo', 100, 2)],
    leftOut: ['Docusaurus at 1,000: it failed.'],
  });
  expect(page).toContain(
    table(
      ['Tool', 'Examples', 'Seconds', 'Memory, MB', 'Pages', 'MB written', 'Runs'],
      [['Hugo', '100', '2.0', '400', '120', '1.0', '3']],
    ),
  );
  expect(page).toContain('- Docusaurus at 1,000: it failed.');
});

it('a page that leaves a paragraph out is found out', () => {
  const example = { slug: 's', facts: {} as never, body: '## Start\n\nOne [two three](/four/).\n\n- Five six.' };
  const html = '<h2>Start</h2><p>One <a href="/four/">two three</a>.</p>';
  expect(unshown(example, html)).toBe('- Five six.');
  expect(unshown(example, `<p>Five six.</p>${html}`)).toBe('- Five six.');
  expect(unshown(example, `${html}<ul><li>Five <abbr title="s">Seven (six)</abbr>.</li></ul>`)).toBeUndefined();
});

it('plain Astro is of the version that this project has', () => {
  const packagesOf = (file: string) =>
    (JSON.parse(readFileSync(join(project, file), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
  const [own, others] = [packagesOf('package.json'), packagesOf('tests/bench/package.json')];
  for (const name of ['astro', '@astrojs/mdx']) expect(others[name]).toBe(own[name]);
});
