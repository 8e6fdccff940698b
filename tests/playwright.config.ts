import { defineConfig } from '@playwright/test';
import { addressOf, project, published, sites } from './sites.ts';
import { browserPath } from './browser-path.ts';

export default defineConfig({
  projects: [
    { name: 'browser', testDir: 'browser' },
    { name: 'content', testDir: 'content', use: { baseURL: addressOf(published) } },
  ],
  outputDir: '../.built/playwright',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['line'], ['json']],
  testMatch: '*.spec.ts',
  use: {
    baseURL: addressOf(sites.root),
    launchOptions: {
      executablePath: browserPath(),
      args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    },
  },
  webServer: {
    command: `"${process.execPath}" tests/serve.ts`,
    cwd: project,
    url: addressOf(published),
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
