/** The tools that the bench sets side by side: what each is given, how it is run, and what it does not do. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { installDebian, onPath } from '../programs.ts';
import { project } from '../sites.ts';
import type { MadeExample } from './made.ts';
import type { Command } from './measure.ts';

const here = import.meta.dirname;

export interface Tool {
  id: string;
  name: string;
  /** The most examples that it is asked to build. */
  most: number;
  /** What it does of the work, in a clause. */
  does: string;
  /** The versions that are installed. Throws where the tool is missing. */
  version: () => string;
  /** Writes what it builds from into a folder of its own. */
  lay: (examples: readonly MadeExample[], folder: string) => void;
  commands: (folder: string, content: string) => Command[];
  /** What a run leaves in its folder. Each run begins without it. */
  left: string[];
}

/** Where every tool writes its site, in its folder. */
export const output = 'site';

/** Why the peers' packages could not be installed, if so. */
let refused = '';

/** Installs the peers' packages once. Where that fails, each tool that needs them says so by itself. */
export function installPeers(): void {
  if (existsSync(join(here, 'node_modules/.package-lock.json'))) return;
  console.error('Installing the other tools in tests/bench …');
  const args = ['ci', '--prefix', here, '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status === 0) return;
  console.error(stderr);
  // npm names the kind of error first; what follows tells of this machine and its network.
  const [why = 'npm could not be run'] = stderr?.split('\n').filter((line) => /error/i.test(line)) ?? [];
  refused = `its packages could not be installed with \`npm ci --prefix tests/bench\`: ${why}`;
}

function versionOf(name: string, root = here): string {
  const file = join(root, 'node_modules', name, 'package.json');
  if (!existsSync(file))
    throw new Error(refused || `${name} is missing: take tests/bench/node_modules away and try again`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** A program of the peers' packages. It finds the Node that runs the bench. */
const command = (part: Command['part'], cwd: string, name: string, ...args: string[]): Command => ({
  part,
  program: join(here, 'node_modules/.bin', name),
  args,
  cwd,
  environment: {
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    ASTRO_TELEMETRY_DISABLED: '1',
    NO_UPDATE_NOTIFIER: '1',
  },
});
const pagefind = (folder: string): Command => command('index', folder, 'pagefind', '--site', output);
const withPagefind = (version: string): string => `${version}, Pagefind ${versionOf('pagefind')}`;

/** Copies the templates of a peer and writes each example beside them. */
function layOut(
  peer: string,
  folder: string,
  examples: readonly MadeExample[],
  file: (one: MadeExample) => string,
  text = asFacts,
): void {
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(here, 'peers', peer), folder, { recursive: true });
  // Caches that a tool keeps beside the nearest package belong in this folder.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const content = join(folder, 'content/examples');
  mkdirSync(content, { recursive: true });
  for (const example of examples) writeFileSync(join(content, file(example)), text(example));
}

const withFrontmatter = (data: object, body: string): string =>
  `---\n${stringify(data, { lineWidth: 0 })}---\n\n${body}\n`;
const asFacts = ({ facts, body }: MadeExample): string => withFrontmatter(facts, body);

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

const hugo: Tool = {
  id: 'hugo',
  name: 'Hugo + Pagefind',
  most: Infinity,
  does: 'a plain page for each example, lists of 20 of all and of each area and theme. It judges nothing that is said, and follows no reference',
  version: () => {
    if (!onPath('hugo') && onPath('apt-get')) installDebian('hugo');
    const { stdout, error } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
    if (error)
      throw new Error('hugo is not on PATH: install it from your system, on Debian with `apt-get install hugo`');
    return withPagefind(`Hugo ${/v([\d.]+)/.exec(stdout)?.[1] ?? '?'}`);
  },
  lay: (examples, folder) => layOut('hugo', folder, examples, ({ slug }) => `${slug}.md`),
  commands: (folder) => [
    {
      part: 'build',
      program: 'hugo',
      args: ['--destination', output, '--cacheDir', join(folder, 'cache')],
      cwd: folder,
    },
    pagefind(folder),
  ],
  left: [output, 'cache', 'resources', '.hugo_build.lock'],
};

const eleventy: Tool = {
  id: 'eleventy',
  name: 'Eleventy + Pagefind',
  most: Infinity,
  does: 'the same as Hugo',
  version: () => withPagefind(`Eleventy ${versionOf('@11ty/eleventy')}`),
  lay: (examples, folder) => layOut('eleventy', folder, examples, ({ slug }) => `${slug}.md`),
  commands: (folder) => [command('build', folder, 'eleventy', '--quiet', `--output=${output}`), pagefind(folder)],
  left: [output, '.cache'],
};

const astro: Tool = {
  id: 'astro',
  name: 'Astro, MDX + Pagefind',
  most: Infinity,
  does: 'the same as Hugo, from MDX as Astro reads it, and judges each file against a small schema',
  version: () => withPagefind(`Astro ${versionOf('astro')}, @astrojs/mdx ${versionOf('@astrojs/mdx')}`),
  lay: (examples, folder) => layOut('astro', folder, examples, ({ slug }) => `${slug}.mdx`),
  commands: (folder) => [command('build', folder, 'astro', 'build', '--outDir', output), pagefind(folder)],
  left: [output, '.cache', '.astro', 'node_modules'],
};

const docusaurus: Tool = {
  id: 'docusaurus',
  name: 'Docusaurus + local search',
  // It takes minutes and gigabytes beyond.
  most: 1000,
  does: 'the same as Hugo, from MDX, in pages that become an application in the browser. It makes its search index within the build',
  version: () =>
    `Docusaurus ${versionOf('@docusaurus/core')}, docusaurus-search-local ${versionOf('@easyops-cn/docusaurus-search-local')}`,
  lay: (examples, folder) => layOut('docusaurus', folder, examples, ({ slug }) => `${slug}.mdx`, asPost),
  commands: (folder) => [command('build', folder, 'docusaurus', 'build', '--out-dir', output)],
  left: [output, '.docusaurus', 'node_modules'],
};

/** What this project keeps of a build beside the folder that it wrote. */
const ownCache = `.${basename(output)}.cache`;

/** This project, on the whole content. It needs no folder of templates: it is the templates. */
export const own: Tool = {
  id: 'own',
  name: 'This project',
  most: Infinity,
  does: 'judges each file against a schema and a policy, resolves each reference, finds related examples, explains abbreviations, and writes pages for factors, places and terms, of evidence, to compare and for addresses that moved, and several families of lists',
  version: () => `Astro ${versionOf('astro', project)}`,
  lay: (_, folder) => mkdirSync(folder, { recursive: true }),
  commands: (folder, content) => [
    {
      part: 'build',
      program: process.execPath,
      args: ['src/commands/build.ts', '--outDir', join(folder, output)],
      cwd: project,
      environment: { CONTENT_DIR: content },
    },
  ],
  left: [output, ownCache],
};

export const tools: readonly Tool[] = [own, hugo, eleventy, astro, docusaurus];

/** Clears away what an earlier run left, so that the next begins cold. */
export function chill({ left }: Tool, folder: string): void {
  for (const name of left) rmSync(join(folder, name), { recursive: true, force: true });
}

export interface OwnCounts {
  pages: number;
  buildSeconds: number;
  indexed: number;
  indexSeconds: number;
}

/** What this project says of a build in its last line, where it says it. */
export function ownCounts(printed: string): OwnCounts | undefined {
  const line = /^Built in .*: (\d+) pages in ([\d.]+) s; search index: (\d+) pages in ([\d.]+) s\s*$/m;
  const numbers = line.exec(printed)?.slice(1).map(Number);
  if (!numbers) return undefined;
  const [pages = 0, buildSeconds = 0, indexed = 0, indexSeconds = 0] = numbers;
  return { pages, buildSeconds, indexed, indexSeconds };
}
