import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { measured, writtenIn, type Command } from '../../bench/measure.ts';

const node = (...args: string[]): Command => ({ program: process.execPath, args, cwd: tmpdir() });

it.runIf(process.platform === 'linux')('tells the memory of the greatest process that a command started', async () => {
  const hold = 'const held = Buffer.alloc(150e6, 1); setTimeout(() => held.length, 400)';
  const start = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(hold)}])`;
  const { seconds, memory } = await measured(node('-e', `setTimeout(() => {}, 1000); setTimeout(() => { ${start} })`));
  expect(seconds).toBeGreaterThan(0.9);
  // Its parent waits for it without looking, and is looked at all the while.
  expect(memory).toBeGreaterThan(150e6);
  expect(memory).toBeLessThan(400e6);
});

it('tells why a command failed', async () => {
  const failing = measured(node('-e', "console.error('A note\\nError: no room\\n  at line 1'); process.exitCode = 3"));
  await expect(failing).rejects.toThrow(/^\S+ ended with 3: Error: no room$/);
});

it('counts what was written', () => {
  const directory = mkdtempSync(join(tmpdir(), 'written-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  mkdirSync(join(directory, 'b/c'), { recursive: true });
  for (const [file, size] of [
    ['index.html', 9000],
    ['b/c/index.html', 500],
    ['d.css', 20],
  ] as const)
    writeFileSync(join(directory, file), 'a'.repeat(size));
  expect(writtenIn(directory)).toEqual({ pages: 2, bytes: 9520 });
});
