import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: `${import.meta.dirname}/..`,
    include: ['tests/unit/**/*.test.ts', 'tests/site/**/*.test.ts', 'tests/content/**/*.test.ts'],
    testTimeout: 60_000,
    reporters: ['default', ['json', { outputFile: process.env['VITEST_REPORT'] ?? '.built/reports/vitest.json' }]],
  },
});
