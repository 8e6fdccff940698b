/**
 * `npm test`: finds a browser, builds the sites, runs every suite, closes with the sum of all. `-- --content` judges what
 * is published alone; `--base REV` has its pages looked at that have changed since, `--built` takes it as it stands built in
 * .built/published.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserPath } from './browser-path.ts';
import { buildPublished, buildSites, project } from './sites.ts';

const { values } = parseArgs({
  options: {
    content: { type: 'boolean', default: false },
    base: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
});
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
if (values.base !== undefined) process.env['CHANGED_SINCE'] = values.base;
process.env['CHROMIUM_PATH'] = browserPath();

const reports = join(project, '.built/reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

interface Sum {
  passed: number;
  failed: number;
}

/** Runs a suite and reads its report; one that ends before it has written any counts as one failure. */
function suite(name: string, args: string[], read: (report: unknown) => Sum): Sum {
  const report = join(reports, `${name}.json`);
  const { status } = spawnSync(process.execPath, args, {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, VITEST_REPORT: report },
  });
  try {
    const sum = read(JSON.parse(readFileSync(report, 'utf8')));
    return status !== 0 && sum.failed === 0 ? { ...sum, failed: 1 } : sum;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

if (!values.content) await buildSites();
await buildPublished(values.built);
const sums = [
  suite(
    'vitest',
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--config',
      'tests/vitest.config.ts',
      ...(values.content ? ['tests/content/'] : []),
    ],
    (report) => {
      const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
      return { passed: numPassedTests, failed: numFailedTests };
    },
  ),
  suite(
    'playwright',
    [
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/playwright.config.ts',
      ...(values.content ? ['--project', 'content'] : []),
    ],
    (report) => {
      const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number } };
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  ),
];
const passed = sums.reduce((sum, one) => sum + one.passed, 0);
const failed = sums.reduce((sum, one) => sum + one.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed || !passed ? 1 : 0;
