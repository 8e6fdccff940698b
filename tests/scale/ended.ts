/**
 * `node tests/scale/ended.ts COUNT [SEED]`: starts commands and ends each at a random moment, COUNT times. Content must
 * then be byte for byte what it was, or hold all that the command adds, and the next command must put back the whole
 * site and leave nothing else behind.
 */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { copyOfProject } from '../project-copy.ts';
import { project, run } from '../sites.ts';
import { chance } from './words.ts';

/** The files below a folder, each with its bytes. */
function filesOf(directory: string): Map<string, string> {
  const names = readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    names
      .filter((name) => statSync(join(directory, name)).isFile())
      .map((name) => [name, readFileSync(join(directory, name), 'latin1')]),
  );
}

const differences = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));

const example = 'case-studies/an-ended-example.mdx';
const newArguments = [
  ['title', 'An ended example'],
  ['place', 'millford'],
  ['area', 'readiness'],
  ['theme', 'tools'],
  ['group', 'rangers'],
  ['outcome', 'dry-homes'],
  ['stage', 'running'],
  ['month', '2020-10'],
  ['new-factor', 'An ended factor'],
  ['new-source', 'An ended source'],
].flatMap(([name, value]) => [`--${name}`, value!]);
/** What `new` adds with these: all of it or nothing. */
const added = [example, 'factors/an-ended-factor.mdx', 'sources/an-ended-source.mdx'];

/** The names that appear when a command has begun to put things in their place. */
const signs: Partial<Record<string, RegExp>> = { build: /\.site\.before$/, new: /(?:_new-|an-ended-).*\.mdx$/ };

export interface Ended {
  /** What was wrong after an end, each with the command and the moment. */
  wrong: string[];
  /** How many of the commands were ended before they were done. */
  ended: number;
  /** How often the old site, or the new one, stood whole at once, with no other command run. */
  whole: number;
  /** How often what `new` had begun was cleared away by the next. */
  cleared: number;
}

/** Ends `count` commands, at moments that follow from the seed, in a folder of its own. */
export async function endAtRandom(count: number, seed: number): Promise<Ended> {
  const next = chance(seed);
  const within = copyOfProject();
  const folder = join(within, 'work');
  const content = join(folder, 'content');
  const site = join(folder, 'site');
  const environment = { CONTENT_DIR: content };
  const result: Ended = { wrong: [], ended: 0, whole: 0, cleared: 0 };
  try {
    cpSync(join(project, 'tests/fixtures/second-programme'), content, { recursive: true });
    const commands = {
      build: ['build.ts', '--outDir', site],
      check: ['check.ts', '--content'],
      new: ['new.ts', '--yes', ...newArguments],
    };
    const goodContent = filesOf(content);
    const usual: Record<string, number> = {};
    for (const [name, [script = '', ...args]] of Object.entries(commands)) {
      const began = performance.now();
      const { status, output } = await run(script, args, environment, within);
      if (status !== 0) throw new Error(output);
      usual[name] = performance.now() - began;
    }
    const goodSite = filesOf(site);
    for (const file of added) rmSync(join(content, file), { force: true });

    for (let turn = 0; turn < count; turn += 1) {
      const roll = next();
      const name = roll < 0.6 ? 'build' : roll < 0.8 ? 'new' : 'check';
      const [script = '', ...args] = commands[name];
      const after = Math.round(next() * (usual[name] ?? 0));
      // The moments that matter are short, so half of the ends wait for one: the first sign of a file in its making, or
      // of the old site moved aside.
      const sign = next() < 0.5 ? signs[name] : undefined;
      const signal = next() < 2 / 3 ? 'SIGKILL' : next() < 0.5 ? 'SIGINT' : 'SIGTERM';
      const what = `${turn}: ${name} ended by ${signal} ${sign ? `at ${sign}` : `after ${after} ms`}`;
      const wasEnded = await endAfter(
        within,
        [join(within, 'src/commands', script), ...args],
        environment,
        signal,
        sign ? { folder, sign } : after,
      );
      if (wasEnded) result.ended += 1;

      const changed = differences(goodContent, filesOf(content));
      if (name !== 'new' && changed.length) result.wrong.push(`${what}: content changed: ${changed.join(', ')}`);
      if (existsSync(site) && !differences(goodSite, filesOf(site)).length) result.whole += 1;
      else if (existsSync(site)) result.wrong.push(`${what}: the site is there and not whole`);

      // The next command of the same kind puts things right.
      if (name === 'new') {
        const all = added.every((file) => existsSync(join(content, file)));
        if (changed.length && !all) result.cleared += 1;
        const again = await run(script, args, environment, within);
        const left = differences(goodContent, filesOf(content));
        // Where all was written the second run says that it is there already; where nothing was, it writes it all.
        if (left.join() !== [...added].sort().join())
          result.wrong.push(`${what}: left ${left.join(', ')}: ${again.output.slice(0, 300)}`);
        for (const file of added) rmSync(join(content, file), { force: true });
      } else if (name === 'build') {
        // Any next build puts things right: one in four to its end, the others on content that is not there.
        const isWhole = next() < 0.25;
        const again = await run(
          'build.ts',
          ['--outDir', site],
          isWhole ? environment : { CONTENT_DIR: join(folder, 'none') },
          within,
        );
        if (isWhole && again.status !== 0)
          result.wrong.push(`${what}: the next build failed: ${again.output.slice(0, 300)}`);
      }
      const apart = existsSync(site) ? differences(goodSite, filesOf(site)) : ['all of it'];
      if (apart.length) result.wrong.push(`${what}: the site is another after the next command: ${apart.join(', ')}`);
      // The next build may use what stands in .site.cache; no site depends on it.
      const stray = readdirSync(folder).filter((entry) => !['content', 'site', '.site.cache'].includes(entry));
      if (stray.length) result.wrong.push(`${what}: left behind ${stray.join(', ')}`);
    }
  } finally {
    rmSync(within, { recursive: true, force: true });
  }
  return result;
}

/** Runs a script and ends it after some milliseconds, or when a name appears in a folder. Gives whether it still ran. */
const endAfter = (
  within: string,
  args: readonly string[],
  environment: Record<string, string>,
  signal: NodeJS.Signals,
  when: number | { folder: string; sign: RegExp },
): Promise<boolean> =>
  new Promise((settle, fail) => {
    const child = spawn(process.execPath, args, {
      cwd: within,
      env: { ...process.env, ...environment },
      stdio: 'ignore',
    });
    const end = (): void => void child.kill(signal);
    const timer = typeof when === 'number' ? setTimeout(end, when) : undefined;
    const watcher =
      typeof when === 'number'
        ? undefined
        : watch(when.folder, { recursive: true }, (_, name) => void (when.sign.test(name ?? '') && end()));
    child.on('error', fail);
    child.on('close', (_, ended) => {
      clearTimeout(timer);
      watcher?.close();
      settle(ended !== null);
    });
  });

if (import.meta.main) {
  const [count = '', seed = '1'] = process.argv.slice(2);
  if (!/^[1-9]\d*$/.test(count) || !/^\d+$/.test(seed)) {
    console.error('Write it so: node tests/scale/ended.ts COUNT [SEED]');
    process.exit(1);
  }
  const { wrong, ended, whole, cleared } = await endAtRandom(Number(count), Number(seed));
  for (const line of wrong) console.log(line);
  console.log(
    `seed ${seed}: ${ended} of ${count} commands ended before they were done; the site stood whole at once after ${whole}; what was half written was cleared by the next ${cleared} times; ${wrong.length} wrong`,
  );
  process.exitCode = wrong.length ? 1 : 0;
}
