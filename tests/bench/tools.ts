/** The tools that the bench compares: what each is given, how it is run, and what it does of the work. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { project } from '../sites.ts';
import type { MadeExample } from './examples.ts';
import type { Command } from './measure.ts';

const here = import.meta.dirname;

/** Where every tool writes its site, in its folder. */
export const output = 'site';

export interface Tool {
  id: string;
  name: string;
  /** What it does of the work, in a clause. */
  does: string;
  /** The most examples that it is asked to build. */
  most?: number;
  /** The versions that are installed. Throws where the tool is missing. */
  version: () => string;
  /** Writes what it builds from into an empty folder. */
  prepare: (examples: readonly MadeExample[], folder: string) => void;
  /** The commands of a build. The first is the builder, whose memory counts. */
  commands: (folder: string, content: string) => Command[];
}

/** Installs the packages of the other tools, once. */
export function installTools(): void {
  if (existsSync(join(here, 'node_modules/.package-lock.json'))) return;
  console.error('Installing the other tools in tests/bench …');
  spawnSync('npm', ['ci', '--prefix', here, '--no-audit', '--no-fund'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function versionOf(name: string, root = here): string {
  const file = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(file)) throw new Error(`${name} is not installed: run npm ci --prefix tests/bench`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** A program of the other tools' packages, on the Node that runs the bench. */
const packaged = (cwd: string, name: string, ...args: string[]): Command => ({
  program: join(here, 'node_modules/.bin', name),
  args,
  cwd,
  environment: {
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
  },
});
const pagefind = (folder: string): Command => packaged(folder, 'pagefind', '--site', output);
const withPagefind = (version: string): string => `${version}, Pagefind ${versionOf('pagefind')}`;

const withFrontmatter = (data: object, body: string): string =>
  `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`;
const asEntry = ({ facts, body }: MadeExample): string => withFrontmatter(facts, body);
/** Docusaurus shows of the frontmatter only what it knows: the rest goes into the text. */
const asPost = ({ slug, facts, body }: MadeExample): string =>
  withFrontmatter(
    { slug, title: facts.title, description: facts.summary, date: facts.date, tags: [...facts.areas, ...facts.themes] },
    [
      facts.summary,
      '{/* truncate */}',
      `Place: ${facts.place}`,
      '## What changed',
      facts.claims.map(({ claim, basis }) => `- ${claim} (${basis})`).join('\n'),
      '## Key factors',
      ...facts.factors.map(({ title, meant }) => `**${title}** ${meant}`),
      body,
    ].join('\n\n'),
  );

/** Copies the templates of a tool and writes each example beside them. */
const fromTemplates =
  (templates: string, ending: 'md' | 'mdx', text = asEntry): Tool['prepare'] =>
  (examples, folder) => {
    cpSync(join(here, 'peers', templates), folder, { recursive: true });
    // Caches that a tool keeps beside the nearest package belong in this folder.
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const content = join(folder, 'content/examples');
    mkdirSync(content, { recursive: true });
    for (const example of examples) writeFileSync(join(content, `${example.slug}.${ending}`), text(example));
  };

function hugoVersion(): string {
  const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  if (error) throw new Error('hugo is not on PATH: on Debian, apt-get install hugo');
  return `Hugo ${/v([\d.]+)/.exec(stdout)?.[1] ?? '?'}`;
}

export const tools: readonly Tool[] = [
  {
    id: 'own',
    name: 'This project',
    does: 'checks each file against a schema and a policy, resolves each reference, finds related examples, explains abbreviations, and writes pages for factors, places and terms, of evidence, to compare and for addresses that moved, and several kinds of lists',
    version: () => `Astro ${versionOf('astro', project)}`,
    prepare: () => {},
    commands: (folder, content) => [
      {
        program: process.execPath,
        args: ['src/commands/build.ts', '--outDir', join(folder, output)],
        cwd: project,
        environment: { CONTENT_DIR: content },
      },
    ],
  },
  {
    id: 'hugo',
    name: 'Hugo + Pagefind',
    does: 'a plain page for each example, and lists of 20 of all and of each area and theme. It checks nothing that is said, and follows no reference',
    version: () => withPagefind(hugoVersion()),
    prepare: fromTemplates('hugo', 'md'),
    commands: (folder) => [
      { program: 'hugo', args: ['--destination', output, '--cacheDir', join(folder, 'cache')], cwd: folder },
      pagefind(folder),
    ],
  },
  {
    id: 'eleventy',
    name: 'Eleventy + Pagefind',
    does: 'the same as Hugo',
    version: () => withPagefind(`Eleventy ${versionOf('@11ty/eleventy')}`),
    prepare: fromTemplates('eleventy', 'md'),
    commands: (folder) => [packaged(folder, 'eleventy', '--quiet', `--output=${output}`), pagefind(folder)],
  },
  {
    id: 'astro',
    name: 'Astro, MDX + Pagefind',
    does: 'the same as Hugo, from MDX as Astro reads it, and checks each file against a small schema',
    version: () => withPagefind(`Astro ${versionOf('astro')}, @astrojs/mdx ${versionOf('@astrojs/mdx')}`),
    prepare: fromTemplates('astro', 'mdx'),
    commands: (folder) => [packaged(folder, 'astro', 'build', '--outDir', output), pagefind(folder)],
  },
  {
    id: 'docusaurus',
    name: 'Docusaurus + local search',
    does: 'the same as Hugo, from MDX, in pages that become an application in the browser. It makes its search index within the build',
    // It takes minutes and gigabytes beyond.
    most: 1000,
    version: () =>
      `Docusaurus ${versionOf('@docusaurus/core')}, docusaurus-search-local ${versionOf('@easyops-cn/docusaurus-search-local')}`,
    prepare: fromTemplates('docusaurus', 'mdx', asPost),
    commands: (folder) => [packaged(folder, 'docusaurus', 'build', '--out-dir', output)],
  },
];
