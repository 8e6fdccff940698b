/** Hints of a template: none is ever published, and a draft may keep them. */
import { describe, expect, it } from 'vitest';
import { readContent, type Earlier } from '../../src/loaders/read-content.ts';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { fixtureDay } from '../sites.ts';

const good = [
  'case-studies/river-watch.mdx',
  'change-maps/eastwater.yaml',
  'measures/warning.yaml',
  'places/eastwater.mdx',
];

/** The lines that have a value or words of their own, by their indexes. */
const filled = (lines: readonly string[]): number[] =>
  lines.flatMap((line, index) => (/^(?:---|#|\s*$|<|\s*(?:- )?\w+:$)/.test(line) ? [] : [index]));

const withHint = (line: string): string =>
  line.replace(/^(\s*(?:- )*(?:[A-Za-z]+: )?).*$/, '$1(replace this – what it is (or was), in a few words)');

const told = ({ directory }: ContentCopy, list: 'faults' | 'notes', earlier: Earlier = new Map()): string[] =>
  readContent(directory, fixtureDay, { earlier })[list].map(({ line, rule }) => `${line} ${rule}`);

describe.each(good)('%s', (file) => {
  const fill = (copy: ContentCopy, text: string): void => copy.write(file, text);

  it('with a hint on every line is refused, with one fault for each', () => {
    const copy = copyOfContent();
    const lines = copy.read(file).split('\n');
    fill(copy, lines.map((line, index) => (filled(lines).includes(index) ? withHint(line) : line)).join('\n'));
    expect(told(copy, 'faults')).toEqual(filled(lines).map((index) => `${index + 1} placeholder`));
  });

  it('with one hint left, wherever it stands, is refused for that alone', () => {
    const copy = copyOfContent();
    const lines = copy.read(file).split('\n');
    const earlier: Earlier = new Map();
    expect(told(copy, 'faults', earlier)).toEqual([]);
    for (const index of filled(lines)) {
      fill(copy, lines.with(index, withHint(lines[index] ?? '')).join('\n'));
      expect(told(copy, 'faults', earlier)).toEqual([`${index + 1} placeholder`]);
    }
  });
});

describe('a hint', () => {
  const file = 'case-studies/river-watch.mdx';

  it('is told with what to write, however it is punctuated and whatever is around it', () => {
    const copy = copyOfContent();
    copy.edit(file, 'title: Neighbours who watch the river', 'title: (replace this: what was done)');
    copy.edit(file, 'Nights were hard.', 'Nights: (replace this – what was hard), and (Replace this what was not');
    const { faults } = readContent(copy.directory, fixtureDay);
    expect(faults.map(({ fix }) => fix.split(' not needed.')[1])).toEqual([
      ' It asks for: what was done.',
      ' It asks for: what was hard.',
      '',
    ]);
  });

  it('in a draft is a note and stops nothing; what refers to the draft still needs it published', () => {
    const copy = copyOfContent();
    copy.write(
      'case-studies/begun.mdx',
      copy
        .read(file)
        .replace('title: Neighbours who watch the river', 'title: Begun')
        .replace('asOf: 2020-11', 'asOf: (replace this – the month)')
        .replace('Nights were hard.', '(replace this – what was hard)')
        .replace('\n---\n\n', '\ndraft: true\n---\n\n'),
    );
    expect(told(copy, 'faults')).toEqual([]);
    expect(told(copy, 'notes').filter((one) => one.endsWith('placeholder'))).toHaveLength(2);
    copy.edit(
      'case-studies/sandbag-library.mdx',
      'disclosure:\n',
      'related:\n  - example: begun\n    reason: Both.\ndisclosure:\n',
    );
    copy.edit('case-studies/sandbag-library.mdx', '(/examples/river-watch/)', '(/examples/begun/)');
    expect(readContent(copy.directory, fixtureDay).faults.map(({ rule }) => rule)).toEqual(['draft', 'link']);
    copy.edit('case-studies/begun.mdx', '\ndraft: true\n', '\n');
    expect(told(copy, 'faults').filter((one) => one.endsWith('placeholder'))).toHaveLength(2);
  });
});
