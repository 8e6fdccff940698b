/** Finds a browser for the tests, and on Debian installs one where there is none. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const onPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

const found = (): string | undefined =>
  [
    process.env['CHROMIUM_PATH'],
    onPath('chromium'),
    onPath('google-chrome'),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    chromium.executablePath(),
  ].find((path) => path !== undefined && path !== '' && existsSync(path));

/**
 * The path of a Chromium or Chrome.
 * @throws Error with the line that installs one, where there is none and none could be installed.
 */
export function browserPath(): string {
  const there = found();
  if (there) return there;
  if (onPath('apt-get')) {
    console.log('No browser was found: installing Debian’s chromium.');
    const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const apt = (...args: string[]): void => {
      const [command = 'apt-get', ...rest] = [...root, 'apt-get', '-qq', ...args];
      spawnSync(command, rest, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    };
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
    const installed = found();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome. On Debian: sudo apt-get install -y chromium. Elsewhere: npx playwright install chromium. Or set CHROMIUM_PATH.',
  );
}
