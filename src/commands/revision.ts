/** What git knows of the content: how it was before, and which paths have changed since. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { today } from '../config/settings.ts';
import { readContent } from '../loaders/read-content.ts';
import type { Content } from '../validation/content.ts';

/** @throws Error with what git said. */
export function git(...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout;
}

/**
 * The commit where what is checked out and `revision` parted.
 * @throws Error where git does not know `revision`.
 */
export function baseOf(revision: string): string {
  git('rev-parse', '--git-dir');
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0)
    throw new Error(
      `There is no such revision: ${revision}. Name a branch or a commit that this repository has, such as --base main or --base origin/main.`,
    );
  return git('merge-base', stdout.trim(), 'HEAD').trim();
}

/** The paths that differ from `base`, files that git does not know yet too. */
export const changedPaths = (base: string): string[] =>
  [git('diff', '--name-only', '--no-renames', '-z', base), git('ls-files', '--others', '--exclude-standard', '-z')]
    .join('')
    .split('\0')
    .filter(Boolean)
    .sort();

/** The content as it was at `base`; nothing, where it had none. */
export function contentAt(base: string, folder: string): Content | undefined {
  if (git('ls-tree', '--name-only', base, '--', folder).trim() === '') return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'content-before-'));
  try {
    const archive = spawnSync('git', ['archive', '--format=tar', base, '--', folder], { maxBuffer: 1 << 28 });
    spawnSync('tar', ['-x', '-C', directory], { input: archive.stdout });
    return readContent(join(directory, folder), today()).content;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
