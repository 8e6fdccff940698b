/**
 * What people send in goes green: each change on a copy of the whole project, with a repository of its own, by the
 * commands that check.yml has for a pull request. Which entries are changed is looked up, so any content will do.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { today } from '../../src/config/settings.ts';
import { project } from '../sites.ts';

interface Step {
  name?: string;
  run?: string;
  env?: Record<string, string>;
}
interface Workflow {
  jobs: Record<string, { steps: Step[] }>;
}
const workflow = parse(readFileSync(join(project, '.github/workflows/check.yml'), 'utf8')) as Workflow;
/** What is installed is linked in, so only what comes after is run. */
const allSteps = Object.values(workflow.jobs)
  .flatMap((job) => job.steps)
  .filter(({ run }) => run !== undefined && run !== 'npm ci');

const folder = mkdtempSync(join(tmpdir(), 'pull-requests-'));
const copy = join(folder, 'project');
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: copy,
    encoding: 'utf8',
  }).trim();

beforeAll(() => {
  const own = /^(?:node_modules|dist|\.git|\.built|\.astro|\.dist\..*)$/;
  cpSync(project, copy, { recursive: true, filter: (file) => file === project || !own.test(basename(file)) });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  git('init', '-q', '-b', 'main');
  writeFileSync(join(copy, '.git/info/exclude'), 'node_modules\n');
  git('add', '-A');
  git('commit', '-qm', 'The project');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = (file: string): string => join(copy, 'content', file);
const read = (file: string): string => readFileSync(path(file), 'utf8');
const write = (file: string, text: string): void => writeFileSync(path(file), text);
/** The names of a folder's entries, without their endings. */
const entriesOf = (name: string): string[] =>
  readdirSync(path(name))
    .filter((file) => file.endsWith('.mdx') && !file.startsWith('_'))
    .map((file) => file.replace('.mdx', ''));
const first = (name: string): string => entriesOf(name)[0] ?? '';
const lastOf = (name: string): string => entriesOf(name).at(-1) ?? '';
const slugIn = (name: string): string =>
  (parse(read(`vocabularies/${name}.yaml`)) as { slug: string }[])[0]?.slug ?? '';
const last = (name: string): number =>
  Math.max(...entriesOf(name).map((id) => Number(/^order: (\d+)$/m.exec(read(`${name}/${id}.mdx`))?.[1])));
const addTo = (file: string, text: string): void => appendFileSync(path(file), text);

/** The five changes. */
const changes: Record<string, () => void> = {
  'an example in a new place, under a new theme, with a new factor': () => {
    const [source, area] = [first('sources'), first('priority-areas')];
    const cited = `sources:\n  - source: ${source}\n    where: Part 1\n`;
    write(
      'places/stonebeck.mdx',
      `---\ntitle: Stonebeck\nsummary: Runs a workshop where people mend bicycles together.\nregion: ${slugIn('regions')}\nauthorities:\n  - name: Stonebeck\n    code: E06000099\n    kind: ${slugIn('authority-kinds')}\npriorityAreas:\n  - ${area}\n${cited}---\n\nStonebeck has a workshop where people mend bicycles.\n`,
    );
    write(
      'themes/open-doors.mdx',
      `---\ntitle: Open doors\nsummary: Anybody may come in, and nobody has to ask first.\norder: ${last('themes') + 1}\norigin: editorial\n---\n\nThis theme is this site's own grouping. Its factors are about a door that stands open.\n`,
    );
    write(
      'factors/a-bench-for-all.mdx',
      `---\ntitle: A bench for all\nsummary: Everybody works at one bench, so that people learn by watching.\nthemes:\n  - open-doors\n---\n\n## What it looks like in practice\n\nAt [the bicycle workshop](/examples/bicycle-workshop/) there is one long bench.\n`,
    );
    write(
      'case-studies/bicycle-workshop.mdx',
      `---\ntitle: A workshop where people mend bicycles together\nsummary: A hall lends tools and a bench. People mend bicycles and learn from one another.\ninShort:\n  - People mend bicycles at one bench.\nplace: stonebeck\npriorityAreas:\n  - ${area}\nthemes:\n  - open-doors\ngroups:\n  - ${slugIn('groups')}\noutcomes:\n  - ${slugIn('outcomes')}\nstage: running\nasOf: 2017-01\nkeyFactors:\n  - factor: a-bench-for-all\n    meant: Beginners stood beside those who knew how.\nchanges:\n  - claim: More bicycles were mended in the second year.\n    basis: reported\n    by: the keeper of the hall\n    source: ${source}\n    where: Part 1\n${cited}disclosure:\n  names: No person is named and nobody can be recognised.\n  quotations: Nobody is quoted.\n  pictures: There are no pictures of people.\n  consent:\n    status: not-needed\n    how: Nobody is named or described.\npublished: ${today()}\nreviewBy: ${Number(today().slice(0, 4)) + 1}-06-30\n---\n\n## What they started from\n\nThe hall stood empty on most days.\n\n## What they did\n\nThe keeper put up a bench and bought tools. The door is open on market days.\n\n## What was hard\n\nSpare wheels were dear.\n\n## What came next\n\nA second bench was planned.\n`,
    );
  },
  'an example under another name': () => {
    const old = first('case-studies');
    renameSync(path(`case-studies/${old}.mdx`), path('case-studies/under-another-name.mdx'));
    const whole = new RegExp(`(?<![\\w-])${old}(?![\\w-])`, 'g');
    for (const file of readdirSync(path(''), { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:mdx|yaml)$/.test(name),
    ))
      write(file, read(file).replace(whole, 'under-another-name'));
    addTo('moved.yaml', `- from: examples/${old}\n  to: examples/under-another-name\n`);
  },
  'an example withdrawn': () => {
    const old = lastOf('case-studies');
    rmSync(path(`case-studies/${old}.mdx`));
    addTo(
      'moved.yaml',
      `- from: examples/${old}\n  withdrawn: ${today()}\n  why: The people in it asked for it to be taken down.\n`,
    );
  },
  'a figure corrected': () => {
    const figure = /^(\s+figure: '?)(\d+)/m;
    const id = entriesOf('case-studies').find((one) => figure.test(read(`case-studies/${one}.mdx`)));
    expect(id).toBeDefined();
    const file = `case-studies/${id}.mdx`;
    write(
      file,
      read(file).replace(figure, (_, before: string, number: string) => `${before}${Number(number) + 1}`),
    );
  },
  'a new priority area': () => {
    write(
      'priority-areas/bicycles.mdx',
      `---\ntitle: Bicycles for everybody\nshortTitle: Bicycles\nsummary: How places help people to get about by bicycle.\naim: To have a bicycle for everybody who wants one.\norder: ${last('priority-areas') + 1}\ncolour: 2\nsign: signpost\nsources:\n  - source: ${first('sources')}\n    where: Part 2\n---\n\n## What helped\n\nA dry shed helped.\n\n## What was hard\n\n- Spare wheels were dear.\n\n## What other places took up\n\n- Nobody has yet.\n`,
    );
  },
};

/** Runs steps of check.yml, until one fails, and gives what that said. */
function failedStep(base: string, steps: readonly Step[]): string | undefined {
  const values: Record<string, string> = {
    'github.event.pull_request.base.sha': base,
    'github.event.pull_request.head.repo.full_name': 'council/examples',
    'github.event.pull_request.number': '1',
    'github.server_url': 'https://example.org',
    'github.repository': 'council/examples',
    'github.run_id': '1',
  };
  const fill = (text: string): string =>
    text.replace(/\$\{\{ ([a-z_.]+) \}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`check.yml asks for ${name}, which is not known here`);
      return value;
    });
  const runner = mkdtempSync(join(folder, 'runner-'));
  const own = /^(?:VITEST|PLAYWRIGHT|GIT_|NODE_ENV$|TEST$|CONTENT_DIR$|CHANGED_SINCE$|npm_)/;
  const inherited = Object.entries(process.env).filter(([name]) => !own.test(name));
  const kept = join(runner, 'environment');
  writeFileSync(kept, '');
  for (const { name, run = '', env = {} } of steps) {
    const set = readFileSync(kept, 'utf8').split('\n').filter(Boolean);
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        ...Object.fromEntries([...inherited, ...set.map((line) => line.split(/=(.*)/s).slice(0, 2))]),
        RUNNER_TEMP: runner,
        GITHUB_ENV: kept,
        ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, fill(value)])),
      },
    });
    if (status !== 0) return `${name}: ${stdout}${stderr}`;
  }
  return readFileSync(kept, 'utf8').includes('--content') ? undefined : 'everything was run, not the content alone';
}

function propose(message: string, change: () => void): string {
  const base = git('rev-parse', 'main');
  git('checkout', '-q', '-B', 'change', 'main');
  change();
  git('add', '-A');
  git('commit', '-qm', message);
  return base;
}

// The last step opens a browser on the pages that changed. It has all five before it at once, which takes a fifth of the time.
const isTest = ({ run = '' }: Step): boolean => run.startsWith('npm test');

it.each(Object.entries(changes))(
  'check.yml checks, previews and comments on a pull request with %s',
  (name, change) => {
    const base = propose(name, change);
    expect(
      failedStep(
        base,
        allSteps.filter((step) => !isTest(step)),
      ),
    ).toBeUndefined();
  },
  300_000,
);

it('check.yml passes one with all five', () => {
  expect(allSteps.filter(isTest)).toHaveLength(1);
  const base = propose('All five', () => Object.values(changes).forEach((change) => change()));
  expect(failedStep(base, allSteps)).toBeUndefined();
}, 600_000);
