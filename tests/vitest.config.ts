import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['tests/unit/**/*.test.ts', 'tests/site/**/*.test.ts', 'tests/content/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // One per core: what the tests run are commands, which are processes of their own.
    maxWorkers: availableParallelism(),
    reporters: ['default', ['json', { outputFile: process.env['VITEST_REPORT'] ?? '.built/reports/vitest.json' }]],
  },
});
