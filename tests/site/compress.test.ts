import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { run, sites } from '../sites.ts';
import { filesOf } from './pages.ts';

it('npm run compress gives every text of a site its forms, changes no file, and says what it did', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'compressed-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(sites.second.directory, directory, { recursive: true });
  const files = filesOf(sites.second);
  const { status, output } = await run('compress.ts', [directory]);
  const due = files.filter(
    (file) =>
      /\.(?:html|css|js|json|xml|txt|svg)$/.test(file) &&
      readFileSync(join(sites.second.directory, file)).length >= 1024,
  );
  expect(due.length).toBeGreaterThan(50);
  expect({ status, output }).toEqual({
    status: 0,
    output: `Compressed ${due.length} files in ${directory}: ${due.length * 3} forms written, 0 kept as they were, 0 removed\n`,
  });
  const forms = due.flatMap((file) => ['.gz', '.br', '.zst'].map((ending) => file + ending));
  expect(filesOf({ ...sites.second, directory } as unknown as typeof sites.second)).toEqual(
    [...files, ...forms].sort(),
  );
  for (const file of files)
    expect(readFileSync(join(directory, file)).equals(readFileSync(join(sites.second.directory, file))), file).toBe(
      true,
    );
});

it('npm run compress says what to do where there is no built site, or more than one is named', async () => {
  const none = join(tmpdir(), 'there-is-no-such-site');
  expect(await run('compress.ts', [none])).toEqual({
    status: 1,
    output: `There is no folder "${none}". Run npm run build first, or name that of a built site.\n`,
  });
  expect(existsSync(none)).toBe(false);
  expect((await run('compress.ts', ['content'])).output).toBe(
    '"content" holds no built site: it has no file _headers. Run npm run build first, or name the folder of one.\n',
  );
  const two = await run('compress.ts', ['one', 'two']);
  expect(two).toEqual({ status: 1, output: 'Name one folder: npm run compress -- DIR\n' });
  expect((await run('compress.ts', ['--outDir', 'dist'])).status).toBe(1);
});
