/** Random edits of a folder of content, each of which leaves it without a fault. The same seed gives the same edits. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readContent } from '../../src/loaders/read-content.ts';
import { bases, stages } from '../../src/schemas/case-study.ts';
import { prose } from './words.ts';

/** A day after all that is made up. */
const today = '2027-01-01';

type Keys = Record<string, unknown> & { draft?: boolean };

export interface Editor {
  /** Makes one edit. Gives what it was, in words. */
  edit: () => Promise<string>;
}

export function editor(directory: string, seed: number): Editor {
  const { number, pick, some, phrase, sentence } = prose(seed);
  const path = (folder: string, slug: string): string => join(directory, folder, `${slug}.mdx`);
  const slugs = (folder: string): string[] =>
    readdirSync(join(directory, folder))
      .filter((name) => name.endsWith('.mdx') && !name.startsWith('_'))
      .map((name) => name.slice(0, -4))
      .sort();
  const read = (folder: string, slug: string): { keys: Keys; body: string } => {
    const [, keys = '', body = ''] =
      /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path(folder, slug), 'utf8')) ?? [];
    return { keys: parse(keys) as Keys, body };
  };
  const write = (folder: string, slug: string, keys: Keys, body: string): void =>
    writeFileSync(path(folder, slug), `---\n${stringify(keys, { lineWidth: 0 })}---\n${body}`);
  /** Changes the keys of one entry of a folder. */
  const rekey = (folder: string, change: (keys: Keys) => Keys) => (): string => {
    const slug = pick(slugs(folder));
    const { keys, body } = read(folder, slug);
    const changes = change(keys);
    write(folder, slug, { ...keys, ...changes }, body);
    return `${Object.keys(changes).join(', ')} of ${folder}/${slug}`;
  };
  const aTitle = (): string => phrase(6, 60);
  const newSlug = (title: string): string => `${title.toLowerCase().replaceAll(' ', '-')}-${number(100_000)}`;
  const options = (vocabulary: string): string[] =>
    (parse(readFileSync(join(directory, `vocabularies/${vocabulary}.yaml`), 'utf8')) as { slug: string }[]).map(
      ({ slug }) => slug,
    );

  const edits: (() => string)[] = [
    () => {
      const slug = pick(slugs('case-studies'));
      const { keys, body } = read('case-studies', slug);
      write('case-studies', slug, keys, `${body.trimEnd()} ${sentence(8, 90)}\n`);
      return `the body of case-studies/${slug}`;
    },
    rekey('case-studies', () => ({ title: aTitle() })),
    rekey('case-studies', () => ({ summary: sentence(15, 200), stage: pick(stages) })),
    rekey('case-studies', () => ({ themes: some(slugs('themes'), 1 + number(3)) })),
    rekey('case-studies', () => ({ priorityAreas: some(slugs('priority-areas'), 1 + number(2)) })),
    rekey('case-studies', () => ({ groups: some(options('groups'), 1 + number(2)) })),
    rekey('case-studies', () => ({ place: pick(slugs('places')) })),
    rekey('case-studies', () => ({ asOf: `20${10 + number(15)}-0${1 + number(9)}` })),
    rekey('case-studies', ({ changes }) => ({
      changes: (changes as Keys[]).map(({ source, where }) => ({
        claim: sentence(12, 200),
        basis: pick(bases.filter((basis) => basis !== 'reported')),
        source,
        where,
        figure: `${1 + number(98)}%`,
        sample: '40 people',
      })),
    })),
    rekey('case-studies', () => ({
      keyFactors: some(slugs('factors'), 3).map((factor) => ({ factor, meant: sentence(9, 200) })),
    })),
    rekey('case-studies', () => ({ related: [{ example: pick(slugs('case-studies')), reason: sentence(9, 150) }] })),
    rekey('case-studies', ({ draft }) => ({ draft: !draft })),
    rekey('places', () => ({ title: phrase(2, 30) })),
    rekey('places', () => ({ region: pick(options('regions')) })),
    rekey('factors', () => ({ title: aTitle(), summary: sentence(15, 200) })),
    rekey('factors', () => ({ themes: some(slugs('themes'), 2) })),
    rekey('themes', () => ({ title: aTitle() })),
    rekey('priority-areas', () => ({ shortTitle: phrase(2, 28) })),
    rekey('glossary', () => ({ title: phrase(2, 30).toLowerCase() })),
    () => {
      const { keys, body } = read('case-studies', pick(slugs('case-studies')));
      const title = aTitle();
      write('case-studies', newSlug(title), { ...keys, title, related: [] }, body);
      return `a new example, ${title}`;
    },
    () => {
      const slug = pick(slugs('case-studies'));
      const to = newSlug(aTitle());
      renameSync(path('case-studies', slug), path('case-studies', to));
      return `case-studies/${slug} is ${to} now`;
    },
    () => {
      const slug = pick(slugs('case-studies'));
      rmSync(path('case-studies', slug));
      return `case-studies/${slug} is gone`;
    },
    () => {
      const file = join(directory, 'site.yaml');
      const site = parse(readFileSync(file, 'utf8')) as Keys;
      writeFileSync(file, stringify({ ...site, tagline: sentence(6, 60) }, { lineWidth: 0 }));
      return 'the tagline of the site';
    },
  ];

  /** All that an edit may change, so that one that leaves a fault can be taken back. */
  const state = (): Map<string, string> =>
    new Map(
      readdirSync(directory, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:mdx|yaml)$/.test(name))
        .map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
    );
  return {
    async edit() {
      for (;;) {
        const before = state();
        const what = pick(edits)();
        if (!(await readContent(directory, today)).faults.length) return what;
        for (const name of state().keys()) if (!before.has(name)) rmSync(join(directory, name));
        for (const [name, text] of before) writeFileSync(join(directory, name), text);
      }
    },
  };
}
