import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, sites } from '../sites.ts';
import { ask, hosts, serve, type Served } from './hosts.ts';
import { attributes, filesOf, pageOf } from './pages.ts';

const site = sites.second;
const files = filesOf(site);
const hashed = files.filter((file) => file.startsWith('_astro/'));

/** Of the compressions that are asked for: the ending of the files, and how what is sent is expanded. */
const compressions = {
  gzip: { ending: '.gz', expand: gunzipSync },
  br: { ending: '.br', expand: brotliDecompressSync },
  zstd: { ending: '.zst', expand: zstdDecompressSync },
};

/** The headers that _headers gives under a pattern, by their names in lower case. */
const headersUnder = (pattern: string): Map<string, string> => {
  const text = readFileSync(join(site.directory, '_headers'), 'utf8');
  const lines = text.split('\n');
  const start = lines.indexOf(pattern) + 1;
  expect(start).toBeGreaterThan(0);
  const rest = lines.slice(start);
  const end = rest.findIndex((line) => !line.startsWith(' '));
  return new Map(
    rest
      .slice(0, end)
      .filter((line) => !line.trim().startsWith('!'))
      .map((line) => [line.slice(0, line.indexOf(':')).trim().toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
};

/** Files of several kinds, with the type that each is sent as, and its address. */
const kinds = [
  { file: 'index.html', path: '/', type: /^text\/html; charset=utf-8$/ },
  { file: 'examples/river-watch/index.html', path: '/examples/river-watch/', type: /^text\/html; charset=utf-8$/ },
  { file: 'sitemap-0.xml', path: '/sitemap-0.xml', type: /^text\/xml; charset=utf-8$/ },
  ...hashed
    .filter((file) => /\.(?:css|js)$/.test(file))
    .map((file) => ({
      file,
      path: `/${file}`,
      type: file.endsWith('.css') ? /^text\/css/ : /^(?:text|application)\/javascript/,
    })),
];

describe.each([
  { name: 'nginx', host: hosts.nginx, can: ['gzip', 'br'] as const, prefers: 'br' },
  { name: 'Caddy', host: hosts.caddy, can: ['gzip', 'br', 'zstd'] as const, prefers: 'zstd' },
])('$name, as the guide sets it up', ({ name, host, can, prefers }) => {
  let served: Served;
  let address: string;

  beforeAll(async () => {
    served = await serve(host, site);
    address = served.address;
  }, 300_000);

  afterAll(() => served.end());

  /** A file of the site as it is served, in one of its forms. */
  const built = (file: string, ending = ''): Buffer => readFileSync(join(served.directory, file + ending));

  it('sends pages with every header that _headers gives them, and asks for them again each time', async () => {
    const expected = headersUnder('/*');
    expect([...expected.keys()]).toContain('content-security-policy');
    for (const path of ['/', '/examples/river-watch/', '/addresses.txt'])
      for (const accepted of ['identity', ...can]) {
        const { status, headers } = await ask(address + path, { 'accept-encoding': accepted });
        expect(status).toBe(200);
        for (const [header, value] of expected) expect([path, header, headers[header]]).toEqual([path, header, value]);
      }
    expect(expected.get('cache-control')).toBe('no-cache');
  });

  it.each(['identity', ...can])(
    'answers that a page has not changed without sending it, and sends it once it has: %s',
    async (accepted) => {
      const page = `${address}/examples/`;
      const { headers, body } = await ask(page, { 'accept-encoding': accepted });
      const { etag = '', 'last-modified': time = '' } = headers;
      expect([etag, time]).not.toContain('');
      expect(body.length).toBeGreaterThan(0);
      for (const question of [{ 'if-none-match': etag }, { 'if-modified-since': time }]) {
        const again = await ask(page, { 'accept-encoding': accepted, ...question });
        expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([304, 0, 'no-cache']);
        expect(again.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      }
      const other = await ask(page, { 'accept-encoding': accepted, 'if-none-match': '"of-another-build"' });
      expect([other.status, other.body.equals(body)]).toEqual([200, true]);
    },
  );

  it.each(['identity', ...can])('sends a page anew once it is corrected and compressed again: %s', async (accepted) => {
    const page = `${address}/glossary/`;
    const file = join(served.directory, 'glossary/index.html');
    const { etag = '' } = (await ask(page, { 'accept-encoding': accepted })).headers;
    const corrected = `${readFileSync(file, 'utf8')}<!-- corrected: ${accepted} -->`;
    writeFileSync(file, corrected);
    expect((await run('compress.ts', [served.directory])).output).toContain(' 3 forms written, ');
    const { status, headers, body } = await ask(page, { 'accept-encoding': accepted, 'if-none-match': etag });
    expect(status).toBe(200);
    expect(headers.etag).not.toBe(etag);
    const text = accepted === 'identity' ? body : compressions[accepted as keyof typeof compressions].expand(body);
    expect(text.toString()).toBe(corrected);
  });

  it('lets browsers keep the files of _astro/ for good, and only those', async () => {
    const { 'cache-control': caching = '' } = Object.fromEntries(headersUnder('/_astro/*'));
    expect(caching).toBe('public, max-age=31536000, immutable');
    for (const ending of ['.css', '.js', '.woff2', '.bin'])
      expect(
        hashed.some((file) => file.endsWith(ending)),
        ending,
      ).toBe(true);
    for (const file of hashed)
      for (const accepted of ['identity', prefers]) {
        const { status, headers } = await ask(`${address}/${file}`, { 'accept-encoding': accepted });
        expect([file, status, headers['cache-control']]).toEqual([file, 200, caching]);
        expect(headers['content-security-policy']).toContain("default-src 'none'");
      }
    expect(attributes(pageOf(site, ''), 'href').some((href) => hashed.includes(href.slice(1)))).toBe(true);
  });

  it.each(can)(
    'sends what is compressed as it was built, byte for byte, to browsers that read %s',
    async (accepted) => {
      const { ending, expand } = compressions[accepted];
      let compressed = 0;
      for (const { file, path, type } of kinds) {
        const { status, headers, body } = await ask(address + path, { 'accept-encoding': accepted });
        expect([file, status]).toEqual([file, 200]);
        expect(headers['content-type'], file).toMatch(type);
        const whole = built(file);
        if (!existsSync(join(served.directory, file + ending))) {
          expect(whole.length, file).toBeLessThan(1024);
          expect([file, headers['content-encoding'], body.equals(whole)]).toEqual([file, undefined, true]);
          continue;
        }
        expect([file, headers['content-encoding']]).toEqual([file, accepted]);
        expect(body.equals(built(file, ending)), file).toBe(true);
        expect(expand(body).equals(whole), file).toBe(true);
        expect(headers.vary, file).toBe('Accept-Encoding');
        compressed++;
      }
      expect(compressed).toBeGreaterThan(8);
    },
  );

  it('sends files as they are to browsers that read no compression, and tells caches that others get another', async () => {
    for (const { file, path, type } of kinds) {
      const { headers, body } = await ask(address + path, { 'accept-encoding': 'identity' });
      expect([file, headers['content-encoding'], body.equals(built(file))]).toEqual([file, undefined, true]);
      expect(headers['content-type'], file).toMatch(type);
      if (existsSync(join(served.directory, `${file}.gz`))) expect(headers.vary, file).toBe('Accept-Encoding');
    }
  });

  it(`sends browsers that read all of them ${prefers}, and the pieces of the search index as they are`, async () => {
    const all = { 'accept-encoding': 'gzip, deflate, br, zstd' };
    expect((await ask(`${address}/`, all)).headers['content-encoding']).toBe(prefers);
    for (const file of hashed.filter((each) => /\.(?:bin|woff2)$/.test(each))) {
      const { headers, body } = await ask(`${address}/${file}`, all);
      expect([file, headers['content-encoding'], body.equals(built(file))]).toEqual([file, undefined, true]);
    }
  });

  it('answers an address that does not exist with the page for it, status 404, kept by nobody', async () => {
    for (const path of ['/no-such-page/', '/_astro/no-such-file.css'])
      for (const accepted of ['identity', ...can]) {
        const { status, headers, body } = await ask(address + path, { 'accept-encoding': accepted });
        expect([status, headers['cache-control']]).toEqual([404, 'no-cache']);
        const ending = accepted === 'identity' ? '' : compressions[accepted as keyof typeof compressions].ending;
        expect(body.equals(built('404.html', ending)), accepted).toBe(true);
        expect(headers['content-type']).toBe('text/html; charset=utf-8');
        expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      }
    expect(built('404.html').toString()).toContain('Page not found');
  });

  it('leads readers of an address that has moved to the new one, and tells those of one withdrawn', async () => {
    const moved = await ask(`${address}/examples/river-watching/`);
    if (name === 'nginx') expect([moved.status, moved.headers.location]).toEqual([301, '/examples/river-watch/']);
    else
      expect([moved.status, moved.body.toString()]).toEqual([200, expect.stringContaining('/examples/river-watch/')]);
    const withdrawn = await ask(`${address}/examples/old-one/`);
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.body.toString()).toContain('This page has been withdrawn');
  });
});
