/**
 * `npm run check`: content, types and format, each with all that is wrong. `-- --content` checks content alone.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { countOf, formatFault } from '../library/faults.ts';
import { contentDirectory } from '../library/settings.ts';
import { checkContent } from './check-content.ts';
import { formFaults } from './tidy.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** Runs a tool of the project and gives whether it passed. */
const passes = (tool: string, ...args: string[]): boolean =>
  spawnSync(tool, args, { stdio: 'inherit', shell: false }).status === 0;

/** Prints each file that is not in the one form of content, and gives whether all are. It stops no build. */
async function isTidy(): Promise<boolean> {
  const faults = await formFaults(contentDirectory());
  for (const fault of faults) console.error(formatFault(fault));
  if (faults.length) console.error(`${countOf(faults.length)} of form.`);
  return faults.length === 0;
}

try {
  const { values } = parseArgs({ options: { content: { type: 'boolean', default: false } } });
  const passed = [(await checkContent()) === 0, await isTidy()];
  if (!values.content) {
    // Types are made from the content's own, so they wait until that is right.
    if (passed[0]) passed.push(passes('astro', 'check', '--minimumSeverity', 'hint'));
    else console.error('Types were not checked: mend the content first.');
    passed.push(passes('prettier', '--check', '--log-level', 'warn', '.'));
  }
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
