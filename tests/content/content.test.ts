/** What must hold of whatever content/ holds, on any day, and of the evaluation's own examples while they are there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findings } from '../../src/commands/check-content.ts';
import { formatDiagnostic } from '../../src/validation/diagnostics.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { collectionNames, listNames, lists } from '../../src/schemas/index.ts';
import { copyOfContent } from '../content-copy.ts';
import { published } from '../sites.ts';
import { brokenLinks, htmlFaults, pagesOf, textOf } from '../site/pages.ts';
import { addressNow, changedPages, contentFiles, frontmatterOf, read } from './content.ts';
import { fragmentFinder, hashOf, sharedRunFinder } from './report.ts';

const report = 'pfa-evaluation-2017';
/** Whether the content draws on the report: another programme's does not. */
const drawsOnReport = existsSync(join(published.content, `sources/${report}.mdx`));

describe('the content', () => {
  it.each([
    ['today', process.env['SOURCE_DATE_EPOCH']],
    ['in fifty years', String(Math.floor(Date.now() / 1000) + 50 * 366 * 86_400)],
  ])('has no fault and raises no question %s', async (_, day) => {
    vi.stubEnv('CONTENT_DIR', published.content);
    vi.stubEnv('SOURCE_DATE_EPOCH', day);
    const { content, faults, questions } = await findings([]);
    expect([...faults, ...questions].map(formatDiagnostic)).toEqual([]);
    expect(content.entries['case-studies'].length).toBeGreaterThan(0);
  });
  afterEach(() => void vi.unstubAllEnvs());

  describe.each([...collectionNames, ...listNames])('has in %s a template', (folder) => {
    const ending = Object.hasOwn(lists, folder) ? 'yaml' : 'mdx';
    const template = read(`${folder}/_template.${ending}`);
    const hints = template.split('\n').flatMap((line, index) => (line.includes('(replace this') ? [index + 1] : []));
    /** What is told of the template as a new entry, but for its name: that of a list is another entry's. */
    const told = (text: string) => {
      const copy = copyOfContent(published.content);
      const file = `${folder}/a-new-entry.${ending}`;
      copy.write(file, text);
      const { faults, notes } = readContent(copy.directory, '2099-01-01', { judged: new Set([copy.path(file)]) });
      return { faults: faults.filter(({ rule }) => rule !== 'reference'), notes };
    };

    it('in which a hint stands for each value and in each paragraph', () => {
      // The three kinds of change differ by their basis.
      const fixed = /^(?:---|#.*|\s*#.*|draft: true|\s*basis: \w+|\s*(?:- )?\w+:|)$/;
      const lines = template.split('\n');
      expect(lines.filter((line) => !fixed.test(line) && !/\(replace this [^()]*(?:\([^()]*\)[^()]*)*\)$/.test(line))).toEqual([]);
      expect(hints.length).toBeGreaterThan(2);
    });

    it('that is refused as an entry for each hint alone', () => {
      const { faults } = told(template.replace('draft: true\n', ''));
      expect(faults.map(({ line, rule }) => `${line} ${rule}`)).toEqual(hints.map((line) => `${line + (line > template.split('\n').indexOf('draft: true') ? -1 : 0)} placeholder`));
    });

    it('that passes as a draft, with its hints as notes', () => {
      const { faults, notes } = told(template);
      expect(faults.map(formatDiagnostic)).toEqual([]);
      expect(notes.filter(({ rule }) => rule === 'placeholder')).toHaveLength(hints.length);
    });
  });
});

describe.runIf(drawsOnReport)('what is drawn from the report', () => {
  const statements = JSON.parse(readFileSync(join(import.meta.dirname, 'key-statements.json'), 'utf8')) as Record<
    string,
    number
  >;
  it.each(Object.entries(statements))('keeps the key statements of %s, unless it was withdrawn', (slug, count) => {
    const address = addressNow(`examples/${slug}`);
    if (address === undefined) return;
    const { keyFactors } = frontmatterOf(read(`case-studies/${address.replace('examples/', '')}.mdx`)) as {
      keyFactors: unknown[];
    };
    expect(keyFactors.length).toBeGreaterThanOrEqual(count);
  });

  it('shares no run of eight words with the report, in its files or on its pages', () => {
    const shared = sharedRunFinder();
    const texts = [
      ...contentFiles().map((file) => ({ where: file, text: read(file) })),
      ...pagesOf(published).map(({ path, html }) => ({ where: path, text: textOf(html) })),
    ];
    expect(texts.flatMap(({ where, text }) => shared(text).map((words) => `${where}: ${words}`))).toEqual([]);
  });

  it('says nothing by which somebody in the report could be known', () => {
    const fragments = fragmentFinder();
    // What rests on other sources alone is not of those people, and may use the same words.
    const restsOnOthers = (text: string): boolean => {
      const sources = [...text.matchAll(/\bsource: (\S+)/g)].map(([, source]) => source);
      return sources.length > 0 && !sources.includes(report);
    };
    const found = contentFiles()
      .map((file) => ({ file, text: `${file} ${read(file)}` }))
      .filter(({ text }) => !restsOnOthers(text))
      .flatMap(({ file, text }) => fragments(text).map((words) => `${file}: ${words}`));
    expect(found).toEqual([]);
  });
});

describe('the site made of it', () => {
  it('has no broken link or fragment', () => {
    const { broken, checked, pages } = brokenLinks(published);
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(pages * 10);
  });

  it('is valid HTML, on the pages that have changed where it is known since when, else on all', async () => {
    const changed = changedPages().map((page) => join(page, 'index.html'));
    const pages = pagesOf(published).filter(({ path }) => changed.length === 0 || changed.includes(path));
    expect(pages.length).toBeGreaterThan(0);
    expect(await htmlFaults(pages)).toEqual([]);
  });
});

describe('a text', () => {
  it('is known by its hashes, whatever its case, punctuation and markup', () => {
    const run = 'the bell rang twice before the river rose';
    const finds = sharedRunFinder([hashOf(run)]);
    expect(finds('Then **the bell** rang twice, before the River rose.')).toEqual([run]);
    expect(finds('The bell rang three times before the river rose.')).toEqual([]);
  });

  it('is known by a word, and by two that stand near each other', () => {
    const finds = fragmentFinder(['miller', 'bell tower'].map(hashOf));
    expect(finds('The Miller, who had the bell in the tower')).toEqual(['miller', 'bell tower']);
    expect(finds('The mill has a bell. It was long ago taken out of the tower.')).toEqual([]);
  });
});
