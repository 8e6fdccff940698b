import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installDebian, onPath } from '../programs.ts';
import { project, sites } from '../sites.ts';
import { attributes, filesOf, pageOf } from './pages.ts';

const guide = readFileSync(join(project, 'DEPLOYING.md'), 'utf8');
const block = (language: string): string =>
  new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(guide)?.[1] ?? '';

/** The port of a socket that was free a moment ago. */
const freePort = (): Promise<number> =>
  new Promise((settle) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => settle(port));
    });
  });

/** @throws Error where nginx is neither there nor can be installed. */
function nginxPath(): string {
  if (!onPath('nginx') && onPath('apt-get')) installDebian('nginx-light');
  const path = onPath('nginx');
  if (!path) throw new Error('This test needs nginx. On Debian: sudo apt-get install -y nginx-light.');
  return path;
}

describe('nginx, as the guide sets it up', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  let server: ChildProcess;
  let address: string;

  beforeAll(async () => {
    const port = await freePort();
    cpSync(sites.second.directory, join(folder, 'learning'), { recursive: true });
    spawnSync('sh', ['-c', block('sh').replace('dist/', 'learning/').replace('/srv/', '')], { cwd: folder });
    const guided = block('nginx').replaceAll('/srv/', `${folder}/`).replace('listen 80', `listen 127.0.0.1:${port}`);
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/t;`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      [
        `pid ${folder}/pid; daemon off; worker_processes 1; error_log stderr notice; events {}`,
        `http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}`,
        `${guided} }`,
      ].join('\n'),
    );
    chmodSync(folder, 0o755);
    // As nobody, where the tests run as root.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid);
    server = spawn(nginxPath(), ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
      stdio: ['ignore', 'ignore', 'pipe'],
      ...nobody,
    });
    const said: string[] = [];
    await new Promise<void>((ready, fail) => {
      createInterface({ input: server.stderr! }).on('line', (line) => {
        said.push(line);
        if (line.includes('start worker process ')) ready();
      });
      server.on('exit', () => fail(new Error(`nginx ended:\n${said.join('\n')}`)));
    });
    address = `http://127.0.0.1:${port}`;
  }, 300_000);

  afterAll(async () => {
    server.removeAllListeners('exit');
    const ended = new Promise((settle) => server.once('exit', settle));
    server.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  /** The headers that _headers gives under a pattern, by their names in lower case. */
  const headersUnder = (pattern: string): Map<string, string> => {
    const text = readFileSync(join(sites.second.directory, '_headers'), 'utf8');
    const lines = text.split('\n');
    const start = lines.indexOf(pattern) + 1;
    expect(start).toBeGreaterThan(0);
    const rest = lines.slice(start);
    const end = rest.findIndex((line) => !line.startsWith(' '));
    return new Map(
      rest
        .slice(0, end)
        .filter((line) => !line.trim().startsWith('!'))
        .map((line) => [
          line.slice(0, line.indexOf(':')).trim().toLowerCase(),
          line.slice(line.indexOf(':') + 1).trim(),
        ]),
    );
  };

  it('sends pages with every header that _headers gives them, and asks for them again each time', async () => {
    const expected = headersUnder('/*');
    expect([...expected.keys()]).toContain('content-security-policy');
    for (const path of ['/', '/examples/river-watch/', '/addresses.txt']) {
      const response = await fetch(address + path);
      expect(response.status).toBe(200);
      for (const [name, value] of expected)
        expect([path, name, response.headers.get(name)]).toEqual([path, name, value]);
    }
    expect(expected.get('cache-control')).toBe('no-cache');
  });

  it('answers that a page has not changed without sending it', async () => {
    const first = await fetch(`${address}/examples/`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    expect((await fetch(`${address}/examples/`, { headers: { 'if-none-match': etag } })).status).toBe(304);
  });

  it('lets browsers keep the files of _astro/ for good, and only those', async () => {
    const { 'cache-control': caching = '' } = Object.fromEntries(headersUnder('/_astro/*'));
    expect(caching).toContain('immutable');
    const files = filesOf(sites.second).filter((file) => file.startsWith('_astro/'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const response = await fetch(`${address}/${file}`);
      expect([file, response.status, response.headers.get('cache-control')]).toEqual([file, 200, caching]);
      if (file.endsWith('.css')) expect(response.headers.get('content-type')).toContain('text/css');
      if (file.endsWith('.js')) expect(response.headers.get('content-type')).toMatch(/javascript/);
      await response.body?.cancel();
    }
    expect(attributes(pageOf(sites.second, ''), 'href').some((href) => files.includes(href.slice(1)))).toBe(true);
  });

  it('answers an address that does not exist with the page for it, status 404, kept by nobody', async () => {
    for (const path of ['/no-such-page/', '/_astro/no-such-file.css']) {
      const response = await fetch(address + path);
      expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-cache']);
      expect(await response.text()).toContain('Page not found');
      expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  it('sends readers of an address that has moved to the new one, and those of one withdrawn to what it says', async () => {
    const moved = await fetch(`${address}/examples/river-watching/`, { redirect: 'manual' });
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/examples/river-watch/']);
    const withdrawn = await fetch(`${address}/examples/old-one/`);
    expect(withdrawn.status).toBe(200);
    expect(await withdrawn.text()).toContain('This page has been withdrawn');
  });
});
