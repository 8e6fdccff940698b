/**
 * `node tests/scale/again-random.ts EXAMPLES ROUNDS [SEED]`: edits made-up content at random, builds it again after
 * every few edits, and compares the site with that of a build that knows of no other, byte for byte.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences } from '../bench/measure.ts';
import { run } from '../sites.ts';
import { editor } from './edits.ts';
import { makeContent } from './make-content.ts';

const [examples = '', rounds = '', seed = '1'] = process.argv.slice(2);
if (![examples, rounds, seed].every((value) => /^[1-9]\d*$/.test(value))) {
  console.error('Write it so: node tests/scale/again-random.ts EXAMPLES ROUNDS [SEED]');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'again-'));
const content = join(folder, 'content');
const build = async (name: string): Promise<void> => {
  const { status, output } = await run('build.ts', ['--outDir', join(folder, name)], { CONTENT_DIR: content });
  if (status !== 0) throw new Error(output);
};
let wrong = 0;
try {
  makeContent(content, Number(examples), Number(seed));
  const { edit } = editor(content, Number(seed));
  await build('site');
  for (let round = 1; round <= Number(rounds); round += 1) {
    const edits = [await edit(), await edit(), await edit()];
    await build('site');
    for (const stale of ['clean', '.clean.cache']) rmSync(join(folder, stale), { recursive: true, force: true });
    await build('clean');
    const found = differences(join(folder, 'site'), join(folder, 'clean'));
    wrong += found.length ? 1 : 0;
    console.log(`${round}: ${edits.join('; ')}${found.length ? `. Apart: ${found.slice(0, 5).join(', ')}` : ''}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${rounds} rounds of 3 edits, seed ${seed}: ${wrong} wrong`);
process.exitCode = wrong ? 1 : 0;
