import { defineConfig } from '@playwright/test';
import { addressOf, project, sites } from './sites.ts';
import { browserPath } from './browser-path.ts';

export default defineConfig({
  testDir: 'browser',
  outputDir: '../.built/playwright',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [['line'], ['json']],
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
    url: addressOf(sites.second),
    reuseExistingServer: false,
    timeout: 60_000,
  },
});
