/** Hosts that serve a built site as DEPLOYING.md sets them up, each from its own package. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { installDebian, onPath } from '../programs.ts';
import { project, type Site } from '../sites.ts';

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

/** The program, installed where it is missing. @throws Error where it cannot be. */
function pathOf(name: string, packageName: string): string {
  if (!onPath(name) && onPath('apt-get')) installDebian(packageName);
  const path = onPath(name);
  if (!path) throw new Error(`This test needs ${name}. On Debian: sudo apt-get install -y ${packageName}.`);
  return path;
}

interface Host {
  /** The program, and its arguments. Writes its settings into the folder, in which the site is `learning/`. */
  command: (folder: string, port: number) => [string, ...string[]];
  /** What it says once it serves. */
  ready: string;
}

export const hosts = {
  nginx: {
    command: (folder, port) => {
      const program = pathOf('nginx', 'nginx-light');
      spawnSync('sh', ['-c', block('sh').replace('dist/', 'learning/').replace('/srv/', '')], { cwd: folder });
      const guided = block('nginx').replaceAll('/srv/', `${folder}/`).replace('listen 80', `listen 127.0.0.1:${port}`);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (name) => `${name}_temp_path ${folder}/t;`,
      );
      const settings = join(folder, 'nginx.conf');
      writeFileSync(
        settings,
        [
          `pid ${folder}/pid; daemon off; worker_processes 1; error_log stderr notice; events {}`,
          `http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')}`,
          `${guided} }`,
        ].join('\n'),
      );
      return [program, '-e', 'stderr', '-c', settings];
    },
    ready: 'start worker process ',
  },
  caddy: {
    command: (folder, port) => {
      const program = pathOf('caddy', 'caddy');
      const guided = block('caddyfile')
        .replaceAll('/srv/', `${folder}/`)
        .replace('learning.example.org', `http://127.0.0.1:${port}`);
      const settings = join(folder, 'Caddyfile');
      writeFileSync(settings, `{\nadmin off\nauto_https off\n}\n${guided}`);
      return [program, 'run', '--config', settings, '--adapter', 'caddyfile'];
    },
    ready: 'serving initial configuration',
  },
} satisfies Record<string, Host>;

export interface Served {
  address: string;
  /** The folder of the site that is served. */
  directory: string;
  end: () => Promise<void>;
}

/** Serves a copy of a built site. */
export async function serve({ command, ready }: Host, site: Site): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'host-'));
  const directory = join(folder, 'learning');
  cpSync(site.directory, directory, { recursive: true });
  const port = await freePort();
  const [program, ...args] = command(folder, port);
  chmodSync(folder, 0o755);
  // As nobody, where the tests run as root.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (nobody.uid) chownSync(folder, nobody.uid, nobody.gid);
  const server = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    ...nobody,
  });
  const ended = new Promise((settle) => server.once('exit', settle));
  const said: string[] = [];
  await new Promise<void>((settle, fail) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      said.push(line);
      if (line.includes(ready)) settle();
    });
    server.on('error', fail);
    server.on('exit', () => fail(new Error(`${program} ended:\n${said.join('\n')}`)));
  });
  return {
    address: `http://127.0.0.1:${port}`,
    directory,
    end: async () => {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** What a host sends, byte for byte: fetch would expand it. */
export const ask = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((settle, fail) => {
    get(url, { headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', fail);
      response.on('end', () =>
        settle({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', fail);
  });
