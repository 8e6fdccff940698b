import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyOfProject } from '../project-copy.ts';
import { run, sites } from '../sites.ts';
import { filesOf } from './pages.ts';

/** A copy of the project, with content and room for a site, gone after the test. */
function workplace(): { within: string; folder: string; content: string; site: string } {
  const within = copyOfProject();
  onTestFinished(() => rmSync(within, { recursive: true, force: true }));
  const folder = join(within, 'work');
  const content = join(folder, 'content');
  cpSync(sites.second.content, content, { recursive: true });
  return { within, folder, content, site: join(folder, 'site') };
}

const bytesOf = (directory: string): Map<string, string> =>
  new Map(filesOf({ directory }).map((file) => [file, readFileSync(join(directory, file), 'latin1')]));

it('a build that is ended at any moment leaves content as it was, and a site that the next build makes whole', async () => {
  const { within, folder, content, site } = workplace();
  const build = (from: string) => run('build.ts', ['--outDir', site], { CONTENT_DIR: from }, within);
  const began = performance.now();
  expect(await build(content)).toMatchObject({ status: 0 });
  const usual = performance.now() - began;
  const before = { content: bytesOf(content), site: bytesOf(site) };

  /** Starts a build and ends it after a part of its usual time, or as soon as it has moved the old site aside. */
  const endBuild = (signal: NodeJS.Signals, when: number | 'moved'): Promise<boolean> =>
    new Promise((settle, fail) => {
      const script = join(within, 'src/commands/build.ts');
      const child = spawn(process.execPath, [script, '--outDir', site], {
        cwd: within,
        env: { ...process.env, CONTENT_DIR: content },
        stdio: 'ignore',
      });
      const end = (): void => void child.kill(signal);
      const timer = when === 'moved' ? undefined : setTimeout(end, usual * when);
      const watcher =
        when === 'moved' ? watch(folder, (_, name) => void (name === '.site.before' && end())) : undefined;
      child.on('error', fail);
      child.on('close', (_, endedBy) => {
        clearTimeout(timer);
        watcher?.close();
        settle(endedBy !== null);
      });
    });

  let ended = 0;
  for (const [signal, when] of [
    ['SIGTERM', 0.4],
    ['SIGKILL', 'moved'],
  ] as const) {
    if (await endBuild(signal, when)) ended += 1;
    expect(bytesOf(content), `${signal} ${when}`).toEqual(before.content);
    // Whatever comes of the next build, it puts the site back first: this one finds no content.
    expect(await build(join(folder, 'none'))).toMatchObject({ status: 1 });
    expect(bytesOf(site), `${signal} ${when}`).toEqual(before.site);
    const left = readdirSync(folder).filter((name) => !['content', 'site'].includes(name));
    expect(left, `${signal} ${when}`).toEqual([]);
  }
  expect(ended).toBeGreaterThan(0);
}, 300_000);

it('a site that a build had moved aside when it was ended is put back, even where the content has a fault by then', async () => {
  const { within, folder, content, site } = workplace();
  mkdirSync(site);
  writeFileSync(join(site, 'index.html'), 'the good one');
  renameSync(site, join(folder, '.site.before'));
  mkdirSync(join(folder, '.site.building'));
  rmSync(join(content, 'themes'), { recursive: true });
  const outcome = await run('build.ts', ['--outDir', site], { CONTENT_DIR: content }, within);
  expect(outcome.status).toBe(1);
  expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('the good one');
  for (const left of ['.site.before', '.site.building']) expect(existsSync(join(folder, left)), left).toBe(false);
});
