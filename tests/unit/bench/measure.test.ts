import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { type Command, CommandError, differences, heaviestPage, measured, writtenIn } from '../../bench/measure.ts';
import { project } from '../../sites.ts';

/** A folder of files, gone after the test. */
function folder(files: Record<string, string>): string {
  const parent = join(project, '.built/copies');
  mkdirSync(parent, { recursive: true });
  const directory = mkdtempSync(join(parent, 'bench-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), text);
  }
  return directory;
}

const node = (...args: string[]): Command => ({ part: 'build', program: process.execPath, args, cwd: project });

it.runIf(process.platform === 'linux')(
  'tells the memory of an indexer that a builder starts apart from its own',
  async () => {
    const directory = folder({
      'src/search/index.ts': 'const held = Buffer.alloc(150e6, 1); setTimeout(() => held.length, 400);',
      'build.mjs':
        "import { spawn } from 'node:child_process'; spawn(process.execPath, [import.meta.dirname + '/src/search/index.ts']);",
    });
    const { seconds, memory } = await measured(node(join(directory, 'build.mjs')));
    expect(seconds).toBeGreaterThan(0.4);
    expect(memory.index).toBeGreaterThan(150e6);
    expect(memory.build).toBeLessThan(150e6);
    expect(memory.whole).toBeGreaterThan(memory.index ?? 0);
  },
);

it('tells why a command failed', async () => {
  const failing = measured(node('-e', "console.error('A note\\nError: no room\\n  at line 1'); process.exitCode = 3"));
  await expect(failing).rejects.toThrow(/^\S+ ended with 3: Error: no room$/);
  await expect(failing).rejects.toBeInstanceOf(CommandError);
});

it('counts what was written and finds the page that weighs most', () => {
  const text = Array.from({ length: 500 }, (_, index) => index ** 3).join(' ');
  const directory = folder({ 'index.html': 'a'.repeat(9000), 'b/c/index.html': text, 'd.css': text.repeat(2) });
  expect(writtenIn(directory)).toEqual({ pages: 2, files: 3, bytes: 9000 + 3 * text.length });
  expect(heaviestPage(directory)).toEqual({ page: '/b/c/', bytes: gzipSync(text).length });
});

it('finds files that differ, and files that only one of two folders has', () => {
  const [one, other] = [folder({ a: '1', 'b/c': '2', d: '3' }), folder({ a: '1', 'b/c': '4', e: '3' })];
  expect(differences(one, other).sort()).toEqual(['b/c', 'd', 'e']);
  expect(differences(one, one)).toEqual([]);
});
