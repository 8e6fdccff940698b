/** `npm test`: finds a browser, builds the sites, runs every suite, closes with the sum of all. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserPath } from './browser-path.ts';
import { buildPublished, buildSites, project } from './sites.ts';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
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

await buildSites();
await buildPublished();
const sums = [
  suite('vitest', ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts'], (report) => {
    const { numPassedTests, numFailedTests } = report as { numPassedTests: number; numFailedTests: number };
    return { passed: numPassedTests, failed: numFailedTests };
  }),
  suite(
    'playwright',
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts'],
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
