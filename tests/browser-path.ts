/** Finds a browser for the tests, and on Debian installs one where there is none. */
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { installDebian, onPath } from './programs.ts';

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
    installDebian('chromium');
    const installed = found();
    if (installed) return installed;
  }
  throw new Error(
    'The browser tests need Chromium or Chrome. On Debian: sudo apt-get install -y chromium. Elsewhere: npx playwright install chromium. Or set CHROMIUM_PATH.',
  );
}
