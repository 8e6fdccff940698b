/**
 * `npm run build`: judges the content, builds the site and its search index in a folder of its own, and only then
 * puts that in the place of the last one. Whatever goes wrong, the site that stood there stands there still.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SettingsError } from '../library/settings.ts';
import { checkContent } from './check-content.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** Builds into `outDir`. Gives the status to exit with. */
export async function buildSite(outDir: string): Promise<number> {
  const target = resolve(outDir);
  if (target === process.cwd() || process.cwd().startsWith(`${target}/`))
    throw new SettingsError(`--outDir is "${outDir}", which holds the project. Name a folder of its own.`);
  const building = join(dirname(target), `.${basename(target)}.building`);
  const before = join(dirname(target), `.${basename(target)}.before`);
  await mkdir(dirname(target), { recursive: true });
  const cache = join(dirname(target), `.${basename(target)}.cache`);
  // An earlier run may have been ended at any moment: what it left is put right whatever comes of this one.
  await restore(target, before);
  await rm(cache, { recursive: true, force: true });
  await rm(building, { recursive: true, force: true });
  if (await checkContent()) return 1;
  try {
    const { build } = await import('astro');
    // A cache of its own: another build may run at the same time on other content.
    await build({ outDir: building, cacheDir: cache, logLevel: 'warn' });
    if (existsSync(target)) await rename(target, before);
    await rename(building, target);
  } finally {
    await rm(cache, { recursive: true, force: true });
    await rm(building, { recursive: true, force: true });
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

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { outDir: { type: 'string', default: 'dist' } } });
    process.exitCode = await buildSite(values.outDir);
    if (process.exitCode === 0) console.log(`Built in ${values.outDir}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
