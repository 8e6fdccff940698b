/**
 * `npm run build`: checks the content, builds the site and its search index in a folder of its own, and only then
 * puts that in the place of the last one. Whatever goes wrong, the site that stood there stands there still.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { claimBuild } from '../config/one-at-a-time.ts';
import { assertUsable, SettingsError } from '../config/settings.ts';
import { outcome } from '../search/search-index.ts';
import { assertWhole } from './whole-site.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/**
 * Builds into `outDir`.
 * @throws Error with all that is wrong, where the content has a fault or the build fails. The process must end then:
 * Astro may still be about to write to a folder that has gone.
 */
export async function buildSite(outDir: string): Promise<void> {
  const target = resolve(outDir);
  if (target === process.cwd() || process.cwd().startsWith(`${target}/`))
    throw new SettingsError(`--outDir is "${outDir}", which holds the project. Name a folder of its own.`);
  assertUsable(process.cwd());
  assertUsable(target);
  const making = join(dirname(target), `.${basename(target)}.building`);
  // Of this run alone: should the indexer of one that was ended still be at work, it finds its own folder gone.
  const building = join(making, String(process.pid));
  const before = join(dirname(target), `.${basename(target)}.before`);
  await claimBuild(console.error);
  mkdirSync(dirname(target), { recursive: true });
  // An earlier run may have been ended at any moment: what it left is put right whatever comes of this one.
  restore(target, before);
  rmSync(making, { recursive: true, force: true });
  try {
    const { build } = await import('astro');
    // Its cache goes with it: what is kept of one site's content is of no use to another's.
    await build({ outDir: building, cacheDir: join(making, 'cache'), logLevel: 'error' });
    assertWhole(building);
    if (existsSync(target)) renameSync(target, before);
    renameSync(building, target);
  } finally {
    // Astro may be writing to it just now, by which a folder that was emptied is not empty.
    rmSync(making, { recursive: true, force: true, maxRetries: 5 });
    restore(target, before);
  }
}

/** Puts back a site that an earlier run moved aside and never replaced, or clears it away once it is replaced. */
function restore(target: string, before: string): void {
  if (!existsSync(before)) return;
  if (existsSync(target)) rmSync(before, { recursive: true, force: true });
  else renameSync(before, target);
}

/** What the build did, and how long it took: until all pages stood, and from there to the index. */
const summary = ({ pages, pagesAfter, seconds } = outcome): string =>
  `${pages} pages in ${pagesAfter.toFixed(1)} s; search index in ${seconds.toFixed(1)} s`;

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
    await buildSite(values.outDir);
    console.log(`Built in ${values.outDir}: ${summary()}`);
  } catch (error) {
    // Only once all of it has been told: a pipe takes a long text in parts.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`, () => process.exit(1));
  }
}
