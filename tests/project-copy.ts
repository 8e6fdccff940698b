/**
 * A copy of what the commands need of the project. Astro keeps one list of pages for a project, in .astro/; a command
 * that is ended, or that serves while others build, has one of its own here.
 */
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './sites.ts';

/** Makes the copy, with the installed packages linked in, and gives its folder. Whoever asks for it takes it away. */
export function copyOfProject(): string {
  const parent = join(project, '.built/copies');
  mkdirSync(parent, { recursive: true });
  const copy = mkdtempSync(join(parent, 'project-'));
  for (const name of ['src', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(project, name), join(copy, name), { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}
