/**
 * `npm run check`: content, types and format, each with all that is wrong. `-- --content` checks content alone, and
 * `--json` prints its findings as one object. `--published FILE` tells of each address in that list that is lost.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { checkContent, contentFaults } from './check-content.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** Runs a tool of the project and gives whether it passed. */
const passes = (tool: string, ...args: string[]): boolean =>
  spawnSync(tool, args, { stdio: 'inherit', shell: false }).status === 0;

try {
  const { values } = parseArgs({
    options: {
      content: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      published: { type: 'string' },
    },
  });
  if (values.json) {
    const { faults } = await contentFaults(values.published);
    console.log(JSON.stringify({ faults, questions: [] }));
    process.exitCode = faults.length ? 1 : 0;
  } else {
    const passed = [(await checkContent(values.published)) === 0];
    if (!values.content) {
      // Types are made from the content's own, so they wait until that is right.
      if (passed[0]) passed.push(passes('astro', 'check', '--minimumSeverity', 'hint'));
      else console.error('Types were not checked: mend the content first.');
      passed.push(passes('prettier', '--check', '--log-level', 'warn', '.'));
    }
    process.exitCode = passed.every(Boolean) ? 0 : 1;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
