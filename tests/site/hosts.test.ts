import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sites } from '../sites.ts';
import { ask, hosts, serve, type Served } from './hosts.ts';
import { filesOf } from './pages.ts';

const site = sites.second;
const files = filesOf(site);
const hashed = files.filter((file) => file.startsWith('_astro/'));
const expand = { gzip: gunzipSync, zstd: zstdDecompressSync, identity: (body: Buffer) => body };

/** The headers that _headers gives under a pattern, by their names in lower case. */
const headersUnder = (pattern: string): Map<string, string> => {
  const lines = readFileSync(join(site.directory, '_headers'), 'utf8').split('\n');
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

/** Files of several kinds, with the type that each is sent as. */
const kinds: [file: string, type: RegExp][] = [
  ['index.html', /^text\/html; charset=utf-8$/],
  ['examples/index.html', /^text\/html; charset=utf-8$/],
  ['sitemap-0.xml', /^text\/xml; charset=utf-8$/],
  ...hashed
    .filter((file) => /\.(?:css|js)$/.test(file))
    .map((file): [string, RegExp] => [file, /^(?:text\/(?:css|javascript)|application\/javascript)/]),
];
const pathOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;

describe.each([
  { name: 'nginx', host: hosts.nginx, compressions: ['gzip'] as const },
  { name: 'Caddy', host: hosts.caddy, compressions: ['gzip', 'zstd'] as const },
])('$name, set up as the guide says', ({ name, host, compressions }) => {
  let served: Served;
  let address: string;
  const accepted = ['identity', ...compressions] as const;
  const built = (file: string): Buffer => readFileSync(join(served.directory, file));

  beforeAll(async () => {
    served = await serve(host, site);
    address = served.address;
  }, 300_000);

  afterAll(() => served.end());

  it.each(accepted)('sends each file whole, with its type, compressed where that pays: %s', async (encoding) => {
    let compressed = 0;
    for (const [file, type] of kinds) {
      const { status, headers, body } = await ask(address + pathOf(file), { 'accept-encoding': encoding });
      expect([file, status]).toEqual([file, 200]);
      expect(headers['content-type'], file).toMatch(type);
      const used = (headers['content-encoding'] ?? 'identity') as keyof typeof expand;
      expect(['identity', encoding]).toContain(used);
      expect(expand[used](body).equals(built(file)), file).toBe(true);
      if (used === 'identity') continue;
      expect(headers.vary, file).toContain('Accept-Encoding');
      compressed += 1;
    }
    expect(compressed > 8).toBe(encoding !== 'identity');
  });

  it.each(accepted)('sends pages with every header that _headers gives them: %s', async (encoding) => {
    const expected = headersUnder('/*');
    expect([...expected.keys()]).toContain('content-security-policy');
    expect(expected.get('cache-control')).toBe('no-cache');
    for (const path of ['/', '/examples/', '/addresses.txt']) {
      const { status, headers } = await ask(address + path, { 'accept-encoding': encoding });
      expect(status).toBe(200);
      for (const [header, value] of expected) expect([path, header, headers[header]]).toEqual([path, header, value]);
    }
  });

  it.each(accepted)('sends a page again only once it has changed: %s', async (encoding) => {
    const page = `${address}/glossary/`;
    const { etag = '' } = (await ask(page, { 'accept-encoding': encoding })).headers;
    expect(etag).not.toBe('');
    const question = { 'accept-encoding': encoding, 'if-none-match': etag };
    const same = await ask(page, question);
    expect([same.status, same.body.length, same.headers['cache-control']]).toEqual([304, 0, 'no-cache']);
    const corrected = `${built('glossary/index.html').toString()}<!-- corrected: ${encoding} -->`;
    writeFileSync(join(served.directory, 'glossary/index.html'), corrected);
    const changed = await ask(page, question);
    expect([changed.status, expand[encoding](changed.body).toString()]).toEqual([200, corrected]);
  });

  it('lets browsers keep the files of _astro/ for good, and only those', async () => {
    const { 'cache-control': caching = '' } = Object.fromEntries(headersUnder('/_astro/*'));
    expect(caching).toBe('public, max-age=31536000, immutable');
    expect(hashed.length).toBeGreaterThan(3);
    for (const file of hashed) {
      const { status, headers } = await ask(`${address}/${file}`);
      expect([file, status, headers['cache-control']]).toEqual([file, 200, caching]);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
    }
  });

  it('answers an address that does not exist with the page for it, status 404, kept by nobody', async () => {
    for (const path of ['/no-such-page/', '/_astro/no-such-file.css']) {
      const { status, headers, body } = await ask(address + path);
      expect([status, headers['cache-control'], body.equals(built('404.html'))]).toEqual([404, 'no-cache', true]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
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
