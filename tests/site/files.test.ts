/** Files as people and their computers leave them: names, encodings, line ends, and what lies beside them. */
import { renameSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/loaders/read-content.ts';
import { formatDiagnostic } from '../../src/validation/diagnostics.ts';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { fixtureDay } from '../sites.ts';

const training = 'factors/training.mdx';

/** Every fault and note, each from the name of its file on. */
function told({ directory }: ContentCopy): string[] {
  const { faults, notes } = readContent(directory, fixtureDay);
  return [...faults, ...notes].map((one) => formatDiagnostic({ ...one, path: basename(one.path) }));
}

describe('a file is read as it is', () => {
  it.each<[string, (text: string) => string | Buffer]>([
    ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['with a mark of its encoding before it', (text) => `\ufeff${text}`],
    ['without a line break at its end', (text) => text.trimEnd()],
  ])('%s', (_, change) => {
    const copy = copyOfContent();
    for (const file of [training, 'pages/about.mdx', 'site.yaml']) copy.write(file, change(copy.read(file)));
    expect(told(copy)).toEqual([]);
  });

  it('and what computers and editors leave beside it is passed over', () => {
    const copy = copyOfContent();
    for (const file of [
      '.DS_Store',
      '.gitkeep',
      'Thumbs.db',
      'desktop.ini',
      '.bus.mdx.swp',
      'bus.mdx~',
      '~$bus.docx',
      '._bus.mdx',
      '#bus.mdx#',
      'bus.mdx.orig',
      '4913',
      'README.md',
    ])
      for (const folder of ['', 'case-studies/', 'measures/', 'kept-for-later/']) copy.write(folder + file, 'x');
    expect(told(copy)).toEqual([]);
  });
});

describe('one fault, and none elsewhere for want of the file, is told', () => {
  it.each<[string, (text: string) => string | Buffer, string]>([
    ['that is empty', () => '', 'training.mdx:1:1 is empty. To mend: Copy the template of the folder into it'],
    ['that is UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'with the encoding UTF-8'],
    ['that is UTF-16 without its mark', (text) => Buffer.from(text, 'utf16le'), 'with the encoding UTF-8'],
    ['that is Latin-1', (text) => Buffer.from(`${text}£\n`, 'latin1'), 'with the encoding UTF-8'],
    ['with a hidden sign', (text) => text.replace('title: ', 'title: \u200b'), 'type the line again: title: Training'],
  ])('of a file %s', (_, change, tells) => {
    const copy = copyOfContent();
    copy.write(training, change(copy.read(training)));
    expect(told(copy)).toEqual([expect.stringContaining(tells)]);
    const example = copyOfContent();
    example.write('case-studies/river-watch.mdx', change(example.read('case-studies/river-watch.mdx')));
    expect(readContent(example.directory, fixtureDay).faults).toHaveLength(1);
  });

  it.each([
    [training, 'factors/Training.mdx'],
    [training, 'factors/training.md'],
    [training, 'factors/training.mdx.txt'],
    [training, 'factors/training'],
    ['case-studies/river-watch.mdx', 'case-studies/River Watch.mdx'],
    ['case-studies/river-watch.mdx', 'case-studies/river_watch.mdx'],
    ['vocabularies/groups.yaml', 'vocabularies/Groups.yml'],
    ['measures/warning.yaml', 'measures/warning.yml'],
    ['moved.yaml', 'moved.yml'],
  ])('with the name to give: %s as %s', (right, wrong) => {
    const copy = copyOfContent();
    renameSync(copy.path(right), copy.path(wrong));
    expect(told(copy)).toEqual([
      expect.stringMatching(new RegExp(`is not one that a file here can have\\. To mend: Name it ${basename(right)}$`)),
    ]);
  });

  it('and what is wrong in a file with a wrong name is told with it', () => {
    const copy = copyOfContent();
    copy.edit(training, 'title: ', 'titel: ');
    renameSync(copy.path(training), copy.path('factors/Training.md'));
    expect(told(copy)).toEqual([
      expect.stringContaining('Name it training.mdx'),
      expect.stringContaining('Write title: in its place'),
    ]);
  });

  it('for each place where two versions stand, and for a mark that was left', () => {
    const copy = copyOfContent();
    const versions = '<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n';
    copy.write('pages/about.mdx', `${copy.read('pages/about.mdx')}\n${versions}\n${versions}\n>>>>>>> other\n`);
    const faults = told(copy);
    expect(faults).toHaveLength(3);
    expect(faults.slice(0, 2).join('\n')).toMatch(/^.*take out the three marked lines.*\n.*take out the three marked/);
    expect(faults[2]).toContain('Take the line out');
  });
});

it('all that is wrong in a file comes at once: keys, references, headings, links, abbreviations', () => {
  const copy = copyOfContent();
  const file = 'case-studies/river-watch.mdx';
  copy.edit(file, 'asOf: 2020-11', 'asOf: November');
  copy.edit(file, '  - tools', '  - toolz');
  copy.edit(file, '## What was hard', '## Hard things');
  copy.edit(
    file,
    'Nights were hard.',
    'XYZ nights were <10, see [it](/places/nowhere/).\n\nThey met [her](/places/none/) in XYX.',
  );
  const { faults } = readContent(copy.directory, fixtureDay);
  expect(faults.map(({ rule }) => rule)).toEqual(['reference', 'value', 'sections', 'syntax', 'link', 'abbreviation']);
});
