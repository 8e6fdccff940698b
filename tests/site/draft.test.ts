import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../../src/loaders/read-content.ts';
import { copyOfContent } from '../content-copy.ts';
import { fixtureDay, run } from '../sites.ts';

const example = 'case-studies/river-watch.mdx';

it('a draft may be unfinished: what is missing is told and stops nothing', async () => {
  const copy = copyOfContent();
  copy.write('case-studies/begun.mdx', '---\ntitle: Begun\nplace: 7\ndraft: true\n---\n\n## What they did\n');
  copy.write('sources/begun.mdx', '---\ntitle: (replace this – the title of the source)\ndraft: true\n---\n');
  const { status, output } = await run('check.ts', ['--content'], { CONTENT_DIR: copy.directory });
  expect(output).toMatch(/begun\.mdx:2:1 the key summary is missing\. To mend: Add summary: One or two/);
  expect(output).toMatch(/sources\/begun\.mdx:2:8 the hint of the template still stands here/);
  expect(output).toMatch(/begun\.mdx:3:8 place "7"/);
  expect(output).toMatch(/^Still to do in drafts\./m);
  expect(status).toBe(0);
});

it('a draft may name what is still to be added, and an empty folder is nothing', async () => {
  const copy = copyOfContent();
  copy.edit(example, 'place: eastwater', 'place: overwater');
  copy.edit(example, '\n---\n', '\ndraft: true\n---\n');
  mkdirSync(join(copy.directory, 'Case Studies'));
  const { faults, notes } = readContent(copy.directory, fixtureDay);
  expect(faults).toEqual([]);
  expect(notes).toContainEqual(expect.objectContaining({ rule: 'reference', inDraft: true }));
});

it('what is unfinished and no draft is faulty, and nothing published may lean on an unfinished draft', () => {
  const copy = copyOfContent();
  copy.edit('places/eastwater.mdx', /^summary: .*\n/m.exec(copy.read('places/eastwater.mdx'))![0], '');
  const faults = () =>
    readContent(copy.directory, fixtureDay).faults.map(
      ({ path, rule }) => `${path.split('/').slice(-2).join('/')} ${rule}`,
    );
  expect(faults()).toEqual(['places/eastwater.mdx missing-key']);
  copy.edit('places/eastwater.mdx', '\n---\n', '\ndraft: true\n---\n');
  expect(faults()).toContain('change-maps/eastwater.yaml draft');
  copy.edit(example, 'place: ', 'place: Nowhere at all # ');
  expect(faults()).toContain(`${example} value`);
});
