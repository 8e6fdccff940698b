import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/validation/diagnostics.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { boxes } from '../../src/schemas/change-map.ts';
import { collectionNames } from '../../src/schemas/index.ts';
import { copyOfContent } from '../content-copy.ts';
import { project, published } from '../sites.ts';
import { pagesOf, textOf } from '../site/pages.ts';
import { sharedRunFinder } from './report-runs.ts';

const { content } = await readContent(join(project, 'content'), '2026-11-23');
const examples = content.entries['case-studies'];

/** What the report holds, by example: its place, its priority area and its key statements. */
const inTheReport: Record<string, [place: string, area: string, statements: number]> = {
  'redesigning-the-plan-format': ['newcastle-upon-tyne', 'ehc-plans', 5],
  'sen-practitioners-in-schools': ['bath-and-north-east-somerset', 'ehc-plans', 2],
  'embedding-the-golden-thread': ['leeds', 'ehc-plans', 3],
  'young-commissioners': ['hertfordshire', 'engagement', 5],
  'training-led-by-young-people': ['portsmouth', 'engagement', 2],
  'young-peoples-engagement': ['kingston-and-richmond', 'engagement', 2],
  'working-together-for-change': ['dudley', 'engagement', 5],
  'epic-leeds': ['leeds', 'engagement', 5],
  wynchlands: ['hertfordshire', 'joint-commissioning', 5],
  'integrated-personal-budgets': ['cheshire-west-and-chester', 'personal-budgets', 4],
  'improving-employment-support': ['newcastle-upon-tyne', 'employment', 6],
  'employment-inclusion-and-sure': ['bath-and-north-east-somerset', 'employment', 3],
  'developing-employment-support': ['hertfordshire', 'employment', 3],
  'developing-the-local-offer': ['leeds', 'local-offer', 3],
  'co-producing-the-local-offer': ['newcastle-upon-tyne', 'local-offer', 1],
};

describe('the content', () => {
  it('has the 15 examples of the report, each under its place and area with all of its key statements', () => {
    const found = Object.fromEntries(
      examples.map(({ id, data }) => [id, [data.place, data.priorityAreas[0], data.keyFactors.length]]),
    );
    expect(found).toEqual(inTheReport);
    expect(examples.flatMap(({ data }) => data.keyFactors)).toHaveLength(54);
  });

  it('has 5 themes of the report and at most 4 of its own, 6 priority areas, 8 places and 25 to 35 factors', () => {
    const { themes, 'priority-areas': areas, places, factors } = content.entries;
    expect(themes.filter(({ data }) => data.origin === 'source')).toHaveLength(5);
    expect(themes.filter(({ data }) => data.origin === 'editorial').length).toBeLessThanOrEqual(4);
    expect(areas).toHaveLength(6);
    expect(places).toHaveLength(8);
    expect(factors.length).toBeGreaterThanOrEqual(25);
    expect(factors.length).toBeLessThanOrEqual(35);
  });

  it('has every item of the maps and every entry of the measures that the report has', () => {
    const count = (list: readonly { items: readonly unknown[] }[]): number =>
      list.reduce((sum, { items }) => sum + 1 + items.length, 0);
    const maps = content.lists['change-maps'];
    expect(Object.fromEntries(maps.map(({ id, data }) => [id, boxes.map((box) => count(data[box]))]))).toEqual({
      'bath-and-north-east-somerset': [2, 7, 7, 9, 9, 5],
      'cheshire-west-and-chester': [3, 3, 4, 5, 9, 4],
      dudley: [3, 5, 6, 2, 7, 3],
      hertfordshire: [3, 10, 7, 4, 10, 6],
      'kingston-and-richmond': [3, 5, 6, 2, 12, 5],
      leeds: [3, 6, 2, 1, 16, 5],
      'newcastle-upon-tyne': [3, 5, 3, 2, 5, 7],
      portsmouth: [2, 10, 6, 8, 12, 4],
    });
    expect(Object.fromEntries(content.lists.measures.map(({ id, data }) => [id, count(data.measures)]))).toEqual({
      'local-offer': 12,
      'ehc-plans': 28,
      'joint-commissioning': 14,
      engagement: 21,
      employment: 21,
      'personal-budgets': 11,
    });
  });

  it('has a template in each folder that passes as a new draft', async () => {
    const copy = copyOfContent(join(project, 'content'));
    for (const folder of collectionNames) copy.write(`${folder}/a-new-entry.mdx`, copy.read(`${folder}/_template.mdx`));
    expect((await readContent(copy.directory, '2026-11-23')).faults.map(formatDiagnostic)).toEqual([]);
  });

  it('has what each place chose', () => {
    const chosen = Object.fromEntries(
      content.entries.places.map(({ id, data }) => [id, [...data.priorityAreas].sort()]),
    );
    expect(chosen).toEqual({
      'bath-and-north-east-somerset': ['ehc-plans', 'employment'],
      'cheshire-west-and-chester': ['employment', 'local-offer', 'personal-budgets'],
      dudley: ['ehc-plans', 'engagement', 'local-offer'],
      hertfordshire: ['employment', 'engagement', 'joint-commissioning'],
      'kingston-and-richmond': ['ehc-plans', 'engagement', 'joint-commissioning'],
      leeds: ['ehc-plans', 'engagement', 'local-offer'],
      'newcastle-upon-tyne': ['ehc-plans', 'employment', 'personal-budgets'],
      portsmouth: ['ehc-plans', 'joint-commissioning'],
    });
  });

  it('shares no run of eight words with the report, in its files or on its pages', () => {
    const shared = sharedRunFinder();
    const directory = join(project, 'content');
    const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(?:mdx|yaml)$/.test(file),
    );
    expect(files.length).toBeGreaterThan(100);
    const found = [
      ...files.map((file) => ({ where: file, text: readFileSync(join(directory, file), 'utf8') })),
      ...pagesOf(published).map(({ path, html }) => ({ where: path, text: textOf(html) })),
    ].flatMap(({ where, text }) => shared(text).map((run) => `${where}: ${run}`));
    expect(found).toEqual([]);
  });

  it('names no person, school year of a single person, or film', () => {
    const all = readdirSync(join(project, 'content'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.mdx'))
      .map((file) => readFileSync(join(project, 'content', file), 'utf8'))
      .join('\n');
    expect(all).not.toMatch(
      /donkin|youtube|youtu\.be|drum|grandp|self-harm|\bnan\b|museum|film archive|penguin.{0,20}boy/i,
    );
  });
});
