/**
 * `npm run bench`: builds made-up examples with this project and with other tools, side by side, and says what each
 * took. `-- --help` lists the options.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeContent } from './make-content.ts';
import { project } from '../sites.ts';
import { editOne, type MadeExample, meanWords, readMade, unshown } from './made.ts';
import {
  type Command,
  CommandError,
  differences,
  heaviestPage,
  type Measured,
  measured,
  type Memory,
  writtenIn,
} from './measure.ts';
import { chill, installPeers, output, own, ownCounts, type Tool, tools } from './peers.ts';
import { picture } from './picture.ts';
import { type Edit, grouped, inMarkdown, median, type Report, type Row, seconds } from './report.ts';

const here = import.meta.dirname;
const work = join(here, '.built');
const full = { sizes: '100,1000,10000', runs: '3', only: tools.map(({ id }) => id).join(',') };
/** A run that takes longer than this, in seconds, is not run again. */
const long = 300;

const help = `Usage: npm run bench -- [--sizes ${full.sizes}] [--runs ${full.runs}] [--only ${full.only}] [--write]

Builds made-up examples with each tool and prints what it took: time, memory, bytes.

--sizes   how many examples, smallest first
--runs    how often each tool builds each size; the median counts
--only    the tools to run
--write   writes tests/bench/results.md and results.svg from this run. A run without --sizes, --runs and --only
          writes them in any case; any other only prints

All three sizes take an hour or so, and 8 GB of memory. To try it: npm run bench -- --sizes 100 --runs 1 --only own,hugo
The first run installs the other tools' packages in tests/bench: half a gigabyte. Hugo is the one on PATH.`;

const say = (text: string): void => console.error(text);
/** What went wrong, in a line that holds no path of this machine. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error))
    .replaceAll(`${project}/`, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

/** One clean build by one tool. */
async function buildOnce(commands: readonly Command[]): Promise<Measured & Pick<Row, 'parts'>> {
  const sum: Measured & Pick<Row, 'parts'> = { seconds: 0, memory: {}, output: '', parts: {} };
  for (const command of commands) {
    const one = await measured(command);
    sum.seconds += one.seconds;
    sum.output += one.output;
    sum.parts[command.part] = one.seconds;
    sum.memory = mostOf([sum.memory, one.memory]);
  }
  return sum;
}

/** The greatest of each kind of memory. */
function mostOf(all: readonly Memory[]): Memory {
  const most: Memory = {};
  for (const memory of all)
    for (const [name, bytes] of Object.entries(memory) as [keyof Memory, number][])
      most[name] = Math.max(most[name] ?? 0, bytes);
  return most;
}

interface Bench {
  size: number;
  content: string;
  examples: readonly MadeExample[];
  runs: number;
  report: Report;
}

const folderOf = (tool: Tool, size: number): string => join(work, String(size), tool.id);

/** What the runs of a tool come to. */
function rowOf(tool: Tool, size: number, runs: readonly Awaited<ReturnType<typeof buildOnce>>[]): Row {
  const partOf = (part: keyof Row['parts']): Row['parts'] => {
    const middle = median(runs.flatMap(({ parts }) => parts[part] ?? []));
    return middle === undefined ? {} : { [part]: middle };
  };
  return {
    id: tool.id,
    tool: tool.name,
    size,
    runs: runs.length,
    seconds: median(runs.map((one) => one.seconds)) ?? 0,
    parts: { ...partOf('build'), ...partOf('index') },
    memory: mostOf(runs.map(({ memory }) => memory)),
    ...writtenIn(join(folderOf(tool, size), output)),
  };
}

/** Builds one size with each tool, one after the other in each round, so that a busy minute falls on all of them. */
async function compare(chosen: readonly Tool[], { size, content, examples, runs, report }: Bench): Promise<void> {
  const found = new Map<Tool, Awaited<ReturnType<typeof buildOnce>>[]>();
  const leaveOut = (tool: Tool, why: string): void => {
    found.delete(tool);
    report.leftOut.push({ tool: tool.name, size, why });
  };
  for (const tool of chosen) {
    found.set(tool, []);
    if (size > tool.most)
      leaveOut(tool, `it is asked for ${grouped(tool.most)} examples at most, for the time and memory that it takes`);
    else tool.lay(examples, folderOf(tool, size));
  }
  for (let round = 1; round <= runs; round += 1)
    for (const [tool, done] of [...found]) {
      if ((done[0]?.seconds ?? 0) > long) continue;
      const folder = folderOf(tool, size);
      chill(tool, folder);
      try {
        const one = await buildOnce(tool.commands(folder, content));
        if (tool === own) one.parts = ownParts(one.output);
        done.push(one);
        say(`${grouped(size)} examples, run ${round} of ${runs}: ${tool.name}, ${seconds(one.seconds)} s`);
      } catch (error) {
        say(`${grouped(size)} examples: ${tool.name} failed`);
        if (error instanceof CommandError) say(String(error.cause).slice(-3000));
        leaveOut(tool, `it failed: ${reasonOf(error)}`);
      }
    }
  for (const tool of [...found.keys()]) {
    const amiss = faultIn(join(folderOf(tool, size), output), examples);
    if (amiss) leaveOut(tool, amiss);
  }
  report.rows.push(...[...found].map(([tool, done]) => rowOf(tool, size, done)));
}

/** What is amiss with a site: a tool that leaves text out is quick for the wrong reason. Looks at three examples. */
function faultIn(site: string, examples: readonly MadeExample[]): string | undefined {
  for (const at of [0, 0.5, 1]) {
    const example = examples[Math.floor(at * (examples.length - 1))] as MadeExample;
    const file = join(site, 'examples', example.slug, 'index.html');
    if (!existsSync(file)) return `it wrote no page examples/${example.slug}`;
    const lost = unshown(example, readFileSync(file, 'utf8'));
    if (lost !== undefined) return `its page examples/${example.slug} does not show “${lost}”`;
  }
  return undefined;
}

/** This project builds and indexes at once, and tells how long each took. */
function ownParts(printed: string): Row['parts'] {
  const counts = ownCounts(printed);
  return counts ? { build: counts.buildSeconds, index: counts.indexSeconds } : {};
}

/** Builds this project again after a slip was mended, and beside it the same content from nothing. */
async function afterEdit({ size, content }: Bench): Promise<Edit> {
  const folder = folderOf(own, size);
  const clean = `${folder}-clean`;
  editOne(content);
  const warm = await buildOnce(own.commands(folder, content));
  say(`${grouped(size)} examples, after one edit: ${seconds(warm.seconds)} s`);
  own.lay([], clean);
  chill(own, clean);
  await buildOnce(own.commands(clean, content));
  const different = differences(join(folder, output), join(clean, output));
  return { size, seconds: warm.seconds, counts: ownCounts(warm.output), different: different.length };
}

/** The tools that can run here; the others are named in the report. */
function ready(chosen: readonly Tool[], report: Report): Tool[] {
  return chosen.filter((tool) => {
    try {
      report.tools.push({ tool: tool.name, version: tool.version(), does: tool.does });
      return true;
    } catch (error) {
      report.leftOut.push({ tool: tool.name, why: reasonOf(error) });
      return false;
    }
  });
}

const machine = (): string =>
  `${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory, ${process.platform}, Node ${process.versions.node}; other work at the start: ${(loadavg()[0] ?? 0).toFixed(2)} processes.${process.platform === 'linux' ? '' : ' This system does not tell the memory of processes: those columns are empty.'}`;

/** Runs the bench. */
async function bench(sizes: readonly number[], runs: number, chosen: readonly Tool[]): Promise<Report> {
  const taken = new Date();
  // Every build of this run takes the same day for today, also past midnight.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(taken.getTime() / 1000));
  const report: Report = {
    taken: `${taken.toISOString().slice(0, 10)} at ${taken.toISOString().slice(11, 16)} UTC`,
    machine: machine(),
    words: { body: 0, shown: 0 },
    tools: [],
    rows: [],
    edits: [],
    heaviest: [],
    leftOut: [],
  };
  if (chosen.some((tool) => tool !== own)) installPeers();
  const able = ready(chosen, report);
  for (const size of sizes) {
    const content = join(work, String(size), 'content');
    rmSync(join(work, String(size)), { recursive: true, force: true });
    mkdirSync(join(work, String(size)), { recursive: true });
    makeContent(content, size);
    const examples = readMade(content);
    report.words = meanWords(examples);
    const one: Bench = { size, content, examples, runs, report };
    await compare(able, one);
    if (report.rows.some((row) => row.id === own.id && row.size === size)) {
      report.heaviest.push({ size, ...heaviestPage(join(folderOf(own, size), output)) });
      try {
        report.edits.push(await afterEdit(one));
      } catch (error) {
        // Hours of measuring are not lost to one build that fails.
        report.leftOut.push({ tool: `${own.name}, after one edit,`, size, why: `it failed: ${reasonOf(error)}` });
      }
    }
    rmSync(join(work, String(size)), { recursive: true, force: true });
  }
  return report;
}

/** Numbers above nothing, or an error that names the option. */
function numbers(option: string, given: string): number[] {
  const list = given.split(',').map(Number);
  if (list.some((number) => !Number.isInteger(number) || number < 1))
    throw new Error(`--${option} is "${given}".\n\n${help}`);
  return list.sort((a, b) => a - b);
}

try {
  const text = (name: keyof typeof full) => ({ type: 'string', default: full[name] }) as const;
  const { values } = parseArgs({
    options: {
      sizes: text('sizes'),
      runs: text('runs'),
      only: text('only'),
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) console.log(help);
  else {
    const named = values.only.split(',');
    const missing = named.find((name) => !tools.some(({ id }) => id === name));
    if (missing !== undefined) throw new Error(`--only names "${missing}".\n\n${help}`);
    const [runs = 1] = numbers('runs', values.runs);
    const chosen = tools.filter(({ id }) => named.includes(id));
    const report = await bench(numbers('sizes', values.sizes), runs, chosen);
    const page = inMarkdown(report);
    // The picture is of the last run that wrote it.
    console.log(page.replace(/^!\[.*\n\n/m, ''));
    const whole = Object.entries(full).every(([name, all]) => values[name as keyof typeof full] === all);
    if (report.rows.length && (values.write || whole)) {
      writeFileSync(join(here, 'results.md'), page);
      writeFileSync(join(here, 'results.svg'), picture(report.rows, report.taken.slice(0, 10)));
      say('Wrote tests/bench/results.md and results.svg');
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
