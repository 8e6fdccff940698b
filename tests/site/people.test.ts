/** Content that names somebody in every place where it can: all commands ask about it first, and none repeats it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { findings } from '../../src/commands/check-content.ts';
import { inAnnotations, inJson, inWords } from '../../src/commands/check-report.ts';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { startDev } from '../dev-server.ts';
import { project, run } from '../sites.ts';

const example = 'case-studies/sandbag-library.mdx';
const other = 'case-studies/river-watch.mdx';
const anyOfThem = /jordan|okafor|olamide|quimby|900\s?123|mail\.example|jo dot/i;

/** The second programme's content, in which somebody is named in values, keys, bodies, tags and names of files. */
function naming(): ContentCopy {
  const copy = copyOfContent();
  const whole = copy.read(example);
  copy.edit(example, 'stage: running', 'stage: Led by Jordan Okafor');
  copy.edit(example, '  - neighbours', '  - jordan-okafor');
  copy.edit(example, 'published:', 'Jordan Quimby: 07700 900123\npublished:');
  copy.edit(other, '## What was hard', '## What Olamide Quimby said, on 07700 900123');
  copy.write(
    'case-studies/jordan-okafor-helps.mdx',
    whole.replace(/^summary: /m, 'summary: jordan@mail.example: "Jordan '),
  );
  copy.write('case-studies/split.mdx', whole.replace(/^---$/m, '--- Jordan Okafor'));
  copy.write(
    'case-studies/not-closed.mdx',
    `${whole}\nJordan Okafor said <b>no</b>. {Olamide} [x](jordan@mail.example\n`,
  );
  copy.write('case-studies/Jordan Okafor.mdx', whole);
  copy.write('case-studies/jordan.docx', 'Notes on Jordan Okafor');
  copy.write('jordan-okafor/notes.txt', 'Olamide Quimby');
  copy.write('moved.yaml', '- from: examples/jordan-okafor\n  withdrawn: 2026-11-23\n  why: Jordan Okafor asked.\n');
  copy.edit('factors/training.mdx', 'themes:\n', 'themes:\n  - Olamide Quimby\n');
  return copy;
}

const told = 'a person may be named here';

it('what names somebody is asked about before any fault, and is repeated by no command', async () => {
  const copy = naming();
  vi.stubEnv('CONTENT_DIR', copy.directory);
  onTestFinished(() => void vi.unstubAllEnvs());
  const found = await findings([]);
  const build = await run('build.ts', ['--outDir', `${copy.directory}-not-built`]);
  expect(build.status).toBe(1);
  for (const output of [inWords(found), inJson(found), inAnnotations(found), build.output]) {
    expect(output).toContain('sandbag-library.mdx');
    expect(output.indexOf(told)).toBeGreaterThan(0);
    expect(output.indexOf(told)).toBeLessThan(output.indexOf('is not one of the values'));
    expect(output).toContain('the name of this file');
    expect(output).toContain('an address, a number or a page of somebody');
    expect(output).not.toMatch(anyOfThem);
  }
  const asked = new Set(found.questions.map(({ path }) => path.slice(found.content.directory.length - project.length)));
  expect([...asked].join(' ')).toMatch(/not-closed\.mdx.*split\.mdx.*training\.mdx.*moved\.yaml/);
  expect([...asked].join(' ')).toMatch(/notes\.txt/);

  const folder = `${copy.directory}-repository`;
  mkdirSync(folder);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  git('commit', '-q', '--allow-empty', '-m', 'Nothing');
  cpSync(copy.directory, join(folder, 'content'), { recursive: true });
  const { stdout, status } = spawnSync(process.execPath, [join(project, 'src/commands/comment.ts'), '--base', 'main'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: '' },
  });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^### First: /);
  expect(stdout).toContain('What changes for readers');
  expect(stdout).not.toMatch(anyOfThem);
});

it('npm run dev asks as a file is saved, and once', async () => {
  const copy = copyOfContent();
  const server = await startDev(copy.directory);
  onTestFinished(server.stop);
  const since = server.said();
  copy.edit(example, '## What was hard\n', '## What was hard\n\nJordan Okafor gave up.\n');
  await server.heard(/sandbag-library\.mdx:\d+:1 a person may be named here/, since);
  copy.edit(example, 'stage: running', 'stage: running with 2');
  await server.heard(/is not one of the values allowed/, since);
  expect(server.printed().split('sandbag-library.mdx:').length).toBe(3);
  expect(server.printed()).not.toMatch(anyOfThem);
});
