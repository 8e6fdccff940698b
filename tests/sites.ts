/** The sites that the tests read and open: built once for a run, each from its content and under its base path. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';

export const project = resolve(import.meta.dirname, '..');
const built = join(project, '.built');
const fixtures = join(project, 'tests/fixtures');
/** A programme with every kind of page, several regions and lists of some length. */
const county = join(fixtures, 'county-programme');

/** The day that it is for the fixtures, whenever the tests run. */
export const fixtureDay = '2026-11-30';
export const onFixtureDay = { SOURCE_DATE_EPOCH: String(Date.parse(fixtureDay) / 1000) };

export const sites = {
  /** The large fixture at the root. */
  root: { directory: join(built, 'root'), base: '/', content: county, port: 4511 },
  /** The same, built again elsewhere. */
  again: { directory: join(built, 'again'), base: '/', content: county, port: 4512 },
  /** The same under a path. */
  under: { directory: join(built, 'under'), base: '/learning/', content: county, port: 4513 },
  /** Another programme, small and of another subject. */
  second: { directory: join(built, 'second'), base: '/', content: join(fixtures, 'second-programme'), port: 4514 },
  /** The large fixture under a path, with the form for publishers. */
  form: {
    directory: join(built, 'form'),
    base: '/learning/',
    content: county,
    port: 4516,
    environment: {
      PUBLISH_REPOSITORY: 'council/learning-drafts',
      PUBLISH_SIGN_IN: 'https://sign-in.example.org',
    },
  },
} as const;

/** What is published: the folder of content as it stands, read on the day that it is. */
export const published = {
  directory: join(built, 'published'),
  base: '/',
  content: join(project, 'content'),
  port: 4517,
} as const;
export type Site = (typeof sites)[keyof typeof sites] | typeof published;

export const addressOf = ({ port, base }: { port: number; base: string }): string => `http://localhost:${port}${base}`;

export interface Outcome {
  status: number | null;
  output: string;
}

/** Runs a command of the project, or of a copy of it, to its end, on the fixtures' day unless `environment` has another. */
export const run = (
  script: string,
  args: readonly string[],
  environment: Record<string, string | undefined> = {},
  within: string = project,
): Promise<Outcome> =>
  new Promise((settle, fail) => {
    const child = spawn(process.execPath, [join(within, 'src/commands', script), ...args], {
      cwd: within,
      env: { ...process.env, ...onFixtureDay, ...environment },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', fail);
    child.on('close', (status) => settle({ status, output }));
  });

async function build({ directory, base, content }: Site, environment: Record<string, string | undefined> = {}) {
  const { status, output } = await run('build.ts', ['--outDir', directory], {
    BASE_PATH: base,
    CONTENT_DIR: content,
    ...environment,
  });
  if (status !== 0) throw new Error(`${directory} could not be built:\n${output}`);
}

/** Builds every site of the fixtures. */
export async function buildSites(): Promise<void> {
  for (const site of Object.values(sites)) await build(site, 'environment' in site ? site.environment : {});
}

/** Builds what is published, unless it stands built. */
export async function buildPublished(isBuilt: boolean): Promise<void> {
  if (!isBuilt) await build(published, { SOURCE_DATE_EPOCH: process.env['SOURCE_DATE_EPOCH'] });
}
