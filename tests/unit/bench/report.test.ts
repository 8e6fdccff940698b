import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { unshown } from '../../bench/made.ts';
import { ownCounts } from '../../bench/peers.ts';
import { picture, spread } from '../../bench/picture.ts';
import { growths, inMarkdown, median, ratio, type Report, type Row, table, times } from '../../bench/report.ts';
import { project } from '../../sites.ts';

const row = (id: string, size: number, seconds: number, whole?: number): Row => ({
  id,
  tool: id === 'own' ? 'This project' : `Tool <${id}> & search`,
  size,
  runs: 3,
  seconds,
  parts: { build: seconds },
  memory: whole === undefined ? {} : { whole },
  pages: size + 20,
  files: size + 40,
  bytes: size * 10_000,
});
const rows = [row('own', 100, 8, 4e8), row('hugo', 100, 0.4), row('own', 1000, 20, 6e8), row('hugo', 1000, 2)];
const report: Report = {
  taken: '2026-11-24 at 10:00 UTC',
  machine: '2 cores.',
  words: { body: 430, shown: 560 },
  tools: [{ tool: 'This project', version: 'Astro 7', does: 'everything' }],
  rows,
  edits: [{ size: 1000, seconds: 3, counts: undefined, different: 2 }],
  heaviest: [
    { size: 100, page: '/one/', bytes: 8000 },
    { size: 1000, page: '/two/', bytes: 10_000 },
  ],
  leftOut: [{ tool: 'Docusaurus', size: 1000, why: 'it failed' }],
};

describe('figures', () => {
  it('the median is the middle, or between the two in the middle', () => {
    expect([median([9, 1, 2]), median([4, 1, 2, 9]), median([])]).toEqual([2, 3, undefined]);
  });

  it('a ratio needs both numbers', () => {
    expect([ratio(6, 2), ratio(6, undefined), ratio(undefined, 2), ratio(6, 0)]).toEqual([3, ...Array(3)]);
    expect([times(0.4567), times(3.14), times(27.2), times(undefined)]).toEqual(['× 0.46', '× 3.1', '× 27', '–']);
  });

  it('growth is told of the tools that built both sizes', () => {
    expect(growths([...rows, row('astro', 100, 7)], 100, 1000)).toEqual([
      { tool: 'This project', time: 2.5, memory: 1.5 },
      { tool: 'Tool <hugo> & search', time: 5, memory: undefined },
    ]);
  });

  it('the counts of a build are read where it prints them', () => {
    const line = 'Built in /x/out: 12345 pages in 21.3 s; search index: 10251 pages in 12.1 s';
    expect(ownCounts(`Checked.\n${line}\n`)).toEqual({
      pages: 12345,
      buildSeconds: 21.3,
      indexed: 10251,
      indexSeconds: 12.1,
    });
    expect(ownCounts('Built in /x/out\n')).toBeUndefined();
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
    const [own, peers] = [packagesOf('package.json'), packagesOf('tests/bench/package.json')];
    for (const name of ['astro', '@astrojs/mdx']) expect(peers[name]).toBe(own[name]);
  });
});

describe('the page of results', () => {
  const page = inMarkdown(report);

  it('has in each table as many cells in each row as in its head', () => {
    const tables = page.split('\n\n').filter((block) => block.startsWith('|'));
    expect(tables).toHaveLength(5);
    for (const block of tables)
      expect(new Set(block.split('\n').map((line) => line.split('|').length)).size, block).toBe(1);
    expect(table(['A', 'B'], [['one', '2']])).toBe('| A   |   B |\n| --- | --: |\n| one |   2 |');
  });

  it('says what is left out, what differs, and how this project stands beside the others', () => {
    for (const part of ['**Docusaurus** at 1,000: It failed.', '2 files differ', '× 20 |', '× 10 |', '× 1.25.'])
      expect(page).toContain(part);
  });
});

describe('the picture', () => {
  const svg = picture(rows, '2026-11-24');

  it('closes each element and writes each mark as XML asks', () => {
    const implied: string[] = [];
    const names: string[] = [];
    const parser = new Parser(
      {
        onopentag: (name) => void names.push(name),
        onclosetag: (name, isImplied) =>
          void (isImplied && !['rect', 'path', 'circle'].includes(name) && implied.push(name)),
      },
      { xmlMode: true },
    );
    parser.end(svg);
    expect(implied).toEqual([]);
    expect(names.slice(0, 3)).toEqual(['svg', 'title', 'desc']);
    expect(svg).toContain(
      'Tool &lt;hugo&gt; &amp; search: 0.40 seconds for 100 examples, 2.00 seconds for 1,000 examples.',
    );
    expect(svg).not.toMatch(/&(?!amp;|lt;|gt;|quot;)|NaN|Infinity|undefined/);
  });

  it('can be drawn of one size', () => {
    expect(picture(rows.slice(0, 2), '2026-11-24')).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('keeps names apart, in order and within the frame', () => {
    expect(spread([10, 12, 50, 11], 20, 60)).toEqual([0, 40, 60, 20]);
    expect(spread([5, 90], 20, 100)).toEqual([5, 90]);
  });
});
