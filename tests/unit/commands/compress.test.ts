import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { compressSite } from '../../../src/commands/compress.ts';

const expand = { '.gz': gunzipSync, '.br': brotliDecompressSync, '.zst': zstdDecompressSync };
const endings = Object.keys(expand) as (keyof typeof expand)[];

const page = (word: string): string =>
  `<!doctype html><title>${word}</title>${`<p>A page about ${word}.</p>`.repeat(99)}`;

interface Folder {
  directory: string;
  path: (name: string) => string;
  write: (name: string, content: string | Uint8Array) => void;
  read: (name: string) => Buffer;
  files: () => string[];
}

/** The folder of a site, with these files. */
function makeSite(content: Record<string, string | Uint8Array>): Folder {
  const directory = mkdtempSync(join(tmpdir(), 'compress-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const path = (name: string): string => join(directory, name);
  const write: Folder['write'] = (name, text) => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries({ _headers: '/*\n', ...content })) write(name, text);
  const files = (): string[] =>
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
      .sort();
  return { directory, path, write, read: (name) => readFileSync(path(name)), files };
}

const withForms = (name: string): string[] => ['', '.br', '.gz', '.zst'].map((ending) => name + ending);

it('writes three forms of each kind of text, and each gives the file to the byte', async () => {
  const names = ['css', 'csv', 'html', 'js', 'json', 'mjs', 'svg', 'txt', 'webmanifest', 'xml'].map(
    (kind) => `some/folder/file.${kind}`,
  );
  const site = makeSite(Object.fromEntries(names.map((name) => [name, page(name)])));
  expect(await compressSite(site.directory)).toEqual({ files: 10, written: 30, kept: 0, removed: 0 });
  for (const name of names)
    for (const ending of endings) {
      const form = site.read(name + ending);
      expect(form.length).toBeLessThan(site.read(name).length);
      expect(expand[ending](form).equals(site.read(name)), name + ending).toBe(true);
    }
  expect(site.files()).toEqual(['_headers', ...names.flatMap(withForms)].sort());
});

it('leaves alone what is compressed inside, what is no page of the site, and what one packet holds', async () => {
  const names = ['a.woff2', 'a.png', '_astro/search.1/contents.bin', '_redirects', 'a.zip', 'data.bin.gz', 'a.tar.br'];
  const site = makeSite({ ...Object.fromEntries(names.map((name) => [name, page(name)])), 'a.html': 'a'.repeat(1023) });
  const before = site.files();
  expect(await compressSite(site.directory)).toEqual({ files: 0, written: 0, kept: 0, removed: 0 });
  expect(site.files()).toEqual(before);
  site.write('a.html', 'a'.repeat(1024));
  expect(await compressSite(site.directory)).toMatchObject({ files: 1, written: 3 });
});

it('writes no form that would be larger than its file', async () => {
  const noise = Buffer.from(Array.from({ length: 1500 }, (_, i) => (i * i * 7919 + (i >> 3) * 104729) % 251));
  const random = gzipSync(noise);
  expect(random.length).toBeGreaterThan(1024);
  const site = makeSite({ 'a.svg': random });
  expect(await compressSite(site.directory)).toMatchObject({ written: 0 });
  expect(site.files()).toEqual(['_headers', 'a.svg']);
});

it('gives the same files the same forms, whatever their time, and tells no time in them', async () => {
  const content = { 'a.html': page('a'), '_astro/a.1.css': page('b') };
  const [one, two] = [makeSite(content), makeSite(content)];
  utimesSync(two.path('a.html'), 1, 1);
  await compressSite(one.directory);
  await compressSite(two.directory);
  for (const name of one.files()) expect(one.read(name).equals(two.read(name)), name).toBe(true);
  expect(one.read('a.html.gz').readUInt32LE(4)).toBe(0);
});

it('compresses the files that are named for what is in them more closely', async () => {
  const varied = Array.from({ length: 4000 }, (_, i) => `.c${(i * 7919) % 997}{margin:${(i * 31) % 89}px}`).join('\n');
  const site = makeSite({ '_astro/a.1.css': varied, 'a.css': varied });
  await compressSite(site.directory);
  for (const ending of ['.br', '.zst'])
    expect(site.read(`_astro/a.1.css${ending}`).length).toBeLessThan(site.read(`a.css${ending}`).length);
});

it('gives a form the time of its file', async () => {
  const site = makeSite({ 'a.html': page('a') });
  utimesSync(site.path('a.html'), 1e9, 1e9);
  await compressSite(site.directory);
  for (const ending of endings) expect(statSync(site.path(`a.html${ending}`)).mtimeMs).toBe(1e12);
});

it('touches no form that is still that of its file', async () => {
  const site = makeSite({ 'a.html': page('a'), 'b.html': page('b') });
  await compressSite(site.directory);
  const states = (): unknown[] =>
    site.files().map((name) => {
      const { ino, mtimeMs, ctimeMs } = statSync(site.path(name));
      return [name, ino, mtimeMs, ctimeMs];
    });
  const before = states();
  expect(await compressSite(site.directory)).toEqual({ files: 2, written: 0, kept: 6, removed: 0 });
  expect(states()).toEqual(before);
});

it('renews the forms of a page that has changed, even if it is as long as before and its time is older', async () => {
  const site = makeSite({ 'a.html': page('one'), 'b.html': page('two') });
  await compressSite(site.directory);
  site.write('a.html', page('six'));
  utimesSync(site.path('a.html'), 1, 1);
  expect(await compressSite(site.directory)).toEqual({ files: 2, written: 3, kept: 3, removed: 0 });
  for (const ending of endings) expect(expand[ending](site.read(`a.html${ending}`)).toString()).toBe(page('six'));
});

it('keeps forms that are linked with those of another build, and changes nothing there when it renews them', async () => {
  const [before, after] = [makeSite({ 'a.html': page('a'), 'b.html': page('b') }), makeSite({ 'b.html': page('c') })];
  await compressSite(before.directory);
  const forms = before.files().map((name) => before.read(name));
  for (const name of [...withForms('a.html'), ...withForms('b.html').slice(1)])
    linkSync(before.path(name), after.path(name));
  expect(await compressSite(after.directory)).toEqual({ files: 2, written: 3, kept: 3, removed: 0 });
  expect(gunzipSync(after.read('b.html.gz')).toString()).toBe(page('c'));
  before.files().forEach((name, at) => expect(before.read(name).equals(forms[at]!), name).toBe(true));
});

it.each<[string, (form: Buffer) => Buffer]>([
  ['cut short', (form) => form.subarray(0, -5)],
  ['empty', () => Buffer.alloc(0)],
  ['altered', (form) => form.map((byte, at) => (at === form.length >> 1 ? byte ^ 0x55 : byte)) as Buffer],
  ['followed by something else', (form) => Buffer.concat([form, Buffer.from('x')])],
  ['there twice', (form) => Buffer.concat([form, form])],
  ['that of a file without end', () => brotliCompressSync(Buffer.alloc(1e7))],
])('replaces a form that is %s', async (_, damage) => {
  const site = makeSite({ 'a.html': page('a') });
  await compressSite(site.directory);
  const forms = endings.map((ending) => site.read(`a.html${ending}`));
  endings.forEach((ending, at) => site.write(`a.html${ending}`, damage(forms[at]!)));
  expect(await compressSite(site.directory)).toEqual({ files: 1, written: 3, kept: 0, removed: 0 });
  endings.forEach((ending, at) => expect(site.read(`a.html${ending}`).equals(forms[at]!), ending).toBe(true));
});

it('removes the forms of a file that is gone or has become small, and what an ended run left half written', async () => {
  const site = makeSite({ 'gone/index.html': page('a'), 'small.html': page('b'), 'c.html': page('c') });
  await compressSite(site.directory);
  rmSync(site.path('gone/index.html'));
  site.write('small.html', '<p>Little.');
  site.write('c.html.br.compressing', 'half');
  expect(await compressSite(site.directory)).toEqual({ files: 1, written: 0, kept: 3, removed: 7 });
  expect(site.files()).toEqual(['_headers', ...withForms('c.html'), 'small.html']);
});

it('does not take a form for a file to compress', async () => {
  const site = makeSite({ 'a.html': page('a') });
  for (let round = 0; round < 3; round++) await compressSite(site.directory);
  expect(site.files()).toEqual(['_headers', ...withForms('a.html')]);
});

it('leaves nothing half written where a form cannot be put in its place', async () => {
  const site = makeSite({ 'a.html': page('a'), 'a.html.gz/keep': '' });
  await expect(compressSite(site.directory)).rejects.toThrow(/a\.html\.gz/);
  expect(site.files().filter((name) => name.endsWith('.compressing'))).toEqual([]);
});

it('refuses a folder that holds no built site, and touches nothing in it', async () => {
  const site = makeSite({ 'a.html': page('a'), 'notes.txt.gz': 'precious' });
  rmSync(site.path('_headers'));
  await expect(compressSite(site.directory)).rejects.toThrow(/holds no built site: .* Run npm run build first/);
  expect(site.files()).toEqual(['a.html', 'notes.txt.gz']);
  await expect(compressSite(site.path('nowhere'))).rejects.toThrow(
    /There is no folder ".*nowhere"\. Run npm run build/,
  );
  expect(existsSync(site.path('nowhere'))).toBe(false);
});
