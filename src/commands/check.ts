/**
 * `npm run check`: content, types and format, each with all that is wrong. `-- --content` checks content alone, or
 * only the files named after it; `--json` and `--annotations` tell tools the same. `--published FILE` tells,
 * too, which of the addresses in that list are lost.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { SettingsError } from '../config/settings.ts';
import { findings, noFaults } from './check-content.ts';
import { inAnnotations, inJson, inWords } from './check-report.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

/** Runs a tool of the project and gives whether it passed. */
const passes = (tool: string, ...args: string[]): boolean =>
  spawnSync(tool, args, { stdio: 'inherit', shell: false }).status === 0;

try {
  const { values, positionals: files } = parseArgs({
    allowPositionals: true,
    options: {
      content: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      annotations: { type: 'boolean', default: false },
      published: { type: 'string' },
    },
  });
  if (!values.content && (files.length || values.json || values.annotations))
    throw new SettingsError('FILE, --json and --annotations go with --content: npm run check -- --content FILE.');
  if (values.json && values.annotations) throw new SettingsError('Give --json or --annotations, not both.');

  const { content, blanked, ...found } = await findings(files, values.published);
  const wrong = found.faults.length + found.questions.length;
  if (values.json) console.log(inJson(found));
  else if (values.annotations) console.log(inAnnotations(found));
  else if (wrong) console.log(inWords(found));
  else {
    console.log(files.length ? blanked(`Content: no faults in ${files.join(', ')}.`) : noFaults(content));
    if (found.notes.length) console.log(`\n${inWords(found)}`);
  }

  const passed = [wrong === 0];
  if (!values.content) {
    // Types are made from the content's own, so they wait until that is right.
    if (wrong === 0) passed.push(passes('astro', 'check', '--minimumSeverity', 'hint'));
    else console.error('Types were not checked: mend the content first.');
    passed.push(passes('prettier', '--check', '--log-level', 'warn', '.'));
  }
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
