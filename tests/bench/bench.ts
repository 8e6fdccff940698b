/**
 * `npm run bench`: builds made-up examples with this project and with other tools, and says what each took.
 * `-- --help` lists the options.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { project } from '../sites.ts';
import { meanWords, readExamples, unshown, type MadeExample } from './examples.ts';
import { makeContent } from './make-content.ts';
import { measured, writtenIn, type Measured } from './measure.ts';
import { comparison, grouped, inMarkdown, median, type Report } from './report.ts';
import { installTools, output, tools, type Tool } from './tools.ts';

const work = join(import.meta.dirname, '.built');
const full = { sizes: '100,1000,10000', runs: '3', only: tools.map(({ id }) => id).join(',') };
const help = `Usage: npm run bench -- [--sizes ${full.sizes}] [--runs ${full.runs}] [--only ${full.only}] [--write]

--sizes   how many examples
--runs    how often each tool builds each size; the median counts
--only    the tools to run
--write   writes tests/bench/results.md, and the table in README.md, from this run

The whole takes an hour or so and 8 GB of memory; for a try: npm run bench -- --sizes 100 --runs 1 --only own,hugo
The first run installs the other tools' packages in tests/bench: half a gigabyte. Hugo is the one on PATH.`;

/** What went wrong, in a line that holds no path of this computer. */
const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(`${project}/`, '').replaceAll(/\s+/g, ' ').trim();

/** One clean build. */
async function buildOnce(tool: Tool, examples: readonly MadeExample[], content: string): Promise<Measured> {
  const folder = join(work, tool.id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  tool.prepare(examples, folder);
  let [seconds, memory] = [0, 0];
  for (const [index, command] of tool.commands(folder, content).entries()) {
    const one = await measured(command);
    seconds += one.seconds;
    if (index === 0) memory = one.memory;
  }
  return { seconds, memory };
}

/** @throws Error where the site lacks a page or some of its text, of three examples that are looked at. */
function inspect(site: string, examples: readonly MadeExample[]): void {
  for (const at of [0, 0.5, 1]) {
    const example = examples[Math.floor(at * (examples.length - 1))]!;
    const file = join(site, 'examples', example.slug, 'index.html');
    if (!existsSync(file)) throw new Error(`it wrote no page examples/${example.slug}`);
    const missing = unshown(example, readFileSync(file, 'utf8'));
    if (missing !== undefined) throw new Error(`its page examples/${example.slug} does not show “${missing}”`);
  }
}

/** Builds one size with each tool, one after the other in each round, so that a busy minute falls on all of them. */
async function compare(chosen: readonly Tool[], size: number, runs: number, report: Report): Promise<void> {
  const content = join(work, 'content');
  makeContent(content, size);
  const examples = readExamples(content);
  report.words = meanWords(examples);
  const done = new Map<Tool, Measured[]>(chosen.map((tool) => [tool, []]));
  for (let round = 1; round <= runs; round += 1)
    for (const [tool, all] of [...done])
      try {
        if (size > (tool.most ?? Infinity)) throw new Error(`it is asked for ${grouped(tool.most!)} examples at most`);
        all.push(await buildOnce(tool, examples, content));
        inspect(join(work, tool.id, output), examples);
        console.error(`${grouped(size)} examples, run ${round}: ${tool.name}, ${all.at(-1)!.seconds.toFixed(1)} s`);
      } catch (error) {
        done.delete(tool);
        report.leftOut.push(`${tool.name} at ${grouped(size)}: ${reasonOf(error)}.`);
      }
  for (const [{ id, name }, all] of done)
    report.rows.push({
      tool: name,
      size,
      runs: all.length,
      seconds: median(all.map(({ seconds }) => seconds)),
      memory: Math.max(...all.map(({ memory }) => memory)),
      ...writtenIn(join(work, id, output)),
    });
}

async function bench(sizes: readonly number[], runs: number, chosen: readonly Tool[]): Promise<Report> {
  const at = new Date();
  // Every build takes the same day for today, also past midnight.
  process.env['SOURCE_DATE_EPOCH'] = String(Math.floor(at.getTime() / 1000));
  const machine = `${cpus().length} cores and ${(totalmem() / 2 ** 30).toFixed(0)} GiB of memory, Node ${process.versions.node}`;
  const report: Report = {
    measured: `on ${at.toISOString().slice(0, 10)}, on ${machine}, beside other work of ${loadavg()[0]!.toFixed(1)} processes`,
    words: 0,
    tools: [],
    rows: [],
    leftOut: [],
  };
  if (chosen.some(({ id }) => id !== 'own')) installTools();
  const ready = chosen.filter(({ name, version, does }) => {
    try {
      return report.tools.push({ name, version: version(), does });
    } catch (error) {
      report.leftOut.push(`${name}: ${reasonOf(error)}.`);
      return false;
    }
  });
  for (const size of sizes) await compare(ready, size, runs, report);
  rmSync(work, { recursive: true, force: true });
  return report;
}

/** Whole numbers above nothing. @throws Error that names the option. */
function numbers(option: string, given: string): number[] {
  const all = given.split(',').map(Number);
  if (all.some((number) => !Number.isInteger(number) || number < 1)) throw new Error(`--${option} is "${given}".`);
  return all;
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
    if (missing !== undefined) throw new Error(`--only names "${missing}", which is not one of ${full.only}.`);
    const [runs = 1] = numbers('runs', values.runs);
    const chosen = tools.filter(({ id }) => named.includes(id));
    const report = await bench(numbers('sizes', values.sizes), runs, chosen);
    console.log(inMarkdown(report));
    if (values.write) {
      writeFileSync(join(import.meta.dirname, 'results.md'), inMarkdown(report));
      const readme = join(project, 'README.md');
      const marks = /(<!-- seconds -->\n)[\s\S]*?(?=\n<!-- \/seconds -->)/;
      const shown = (_: string, mark: string): string => `${mark}\n${comparison(report.rows)}\n`;
      writeFileSync(readme, readFileSync(readme, 'utf8').replace(marks, shown));
    }
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
