/** The sites that the tests read and open: built once for a run, each from its content and under its base path. */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { indexWithPagefind } from './pagefind.ts';

export const project = resolve(import.meta.dirname, '..');
const built = join(project, '.built');
const fixture = join(project, 'tests/fixtures/second-programme');

export const sites = {
  /** The real content at the root. */
  root: { directory: join(built, 'root'), base: '/', content: join(project, 'content'), port: 4511 },
  /** The same, built again elsewhere. */
  again: { directory: join(built, 'again'), base: '/', content: join(project, 'content'), port: 4512 },
  /** The real content under a path. */
  under: { directory: join(built, 'under'), base: '/learning/', content: join(project, 'content'), port: 4513 },
  /** Another programme. */
  second: { directory: join(built, 'second'), base: '/', content: fixture, port: 4514 },
  /** The real content under a path, with the form for publishers. */
  form: {
    directory: join(built, 'form'),
    base: '/learning/',
    content: join(project, 'content'),
    port: 4516,
    environment: {
      PUBLISH_REPOSITORY: 'council/learning-drafts',
      PUBLISH_SIGN_IN: 'https://sign-in.example.org',
    },
  },
} as const;
export type Site = (typeof sites)[keyof typeof sites];

/** The real content's examples as Pagefind indexes them by its defaults, to search beside this site's own search. */
export const pagefind = { directory: join(built, 'pagefind'), base: '/', port: 4515 } as const;

export const addressOf = ({ port, base }: { port: number; base: string }): string => `http://localhost:${port}${base}`;

export interface Outcome {
  status: number | null;
  output: string;
}

/** Runs one of the commands of the project, or of a copy of it, to its end, with `environment` over the test's own. */
export const run = (
  script: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  within: string = project,
): Promise<Outcome> =>
  new Promise((settle, fail) => {
    const child = spawn(process.execPath, [join(within, 'src/commands', script), ...args], {
      cwd: within,
      env: { ...process.env, ...environment },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', fail);
    child.on('close', (status) => settle({ status, output }));
  });

/** Builds every site. */
export async function buildSites(): Promise<void> {
  for (const { directory, base, content, ...rest } of Object.values(sites)) {
    const { status, output } = await run('build.ts', ['--outDir', directory], {
      BASE_PATH: base,
      CONTENT_DIR: content,
      ...('environment' in rest ? rest.environment : {}),
    });
    if (status !== 0) throw new Error(`${directory} could not be built:\n${output}`);
  }
  await indexWithPagefind(sites.root.directory, pagefind.directory);
}
