/**
 * `npm run build`: judges the content, builds the site and its search index in a folder of its own, and only then
 * puts that in the place of the last one. Whatever goes wrong, the site that stood there stands there still.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { countOf, formatDiagnostic } from '../validation/diagnostics.ts';
import { readForBuild } from '../loaders/reading.ts';
import { SettingsError } from '../config/settings.ts';
import { outcome } from '../search/search-index.ts';
import { noFaults } from './check-content.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** Builds into `outDir`. Gives the status to exit with. */
export async function buildSite(outDir: string): Promise<number> {
  const target = resolve(outDir);
  if (target === process.cwd() || process.cwd().startsWith(`${target}/`))
    throw new SettingsError(`--outDir is "${outDir}", which holds the project. Name a folder of its own.`);
  const making = join(dirname(target), `.${basename(target)}.building`);
  // Of this run alone: should the indexer of one that was ended still be at work, it finds its own folder gone.
  const building = join(making, String(process.pid));
  const before = join(dirname(target), `.${basename(target)}.before`);
  await mkdir(dirname(target), { recursive: true });
  // An earlier run may have been ended at any moment: what it left is put right whatever comes of this one.
  await restore(target, before);
  await rm(making, { recursive: true, force: true });
  const { content, faults } = await readForBuild();
  if (faults.length) {
    for (const fault of faults) console.error(formatDiagnostic(fault));
    console.error(`${countOf(faults.length)} in the content.`);
    return 1;
  }
  console.log(noFaults(content));
  try {
    const { build } = await import('astro');
    // With its cache in the same folder, two sites of one project do not get in each other's way.
    await build({ outDir: building, cacheDir: join(making, 'cache'), logLevel: 'warn' });
    if (existsSync(target)) await rename(target, before);
    await rename(building, target);
  } finally {
    await rm(making, { recursive: true, force: true });
    await restore(target, before);
  }
  return 0;
}

/** Puts back a site that an earlier run moved aside and never replaced, or clears it away once it is replaced. */
async function restore(target: string, before: string): Promise<void> {
  if (!existsSync(before)) return;
  if (existsSync(target)) await rm(before, { recursive: true, force: true });
  else await rename(before, target);
}

/** What the build did, and how long it took: until all pages stood, and from there to the index. */
const summary = ({ pages, pagesAfter, seconds } = outcome): string =>
  `${pages} pages in ${pagesAfter.toFixed(1)} s; search index in ${seconds.toFixed(1)} s`;

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
    process.exitCode = await buildSite(values.outDir);
    if (process.exitCode === 0) console.log(`Built in ${values.outDir}: ${summary()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
