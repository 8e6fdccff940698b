/** `npm run dev` on a folder of content, in a copy of the project, for tests and benches to watch. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfProject } from './project-copy.ts';
import { onFixtureDay } from './sites.ts';

export interface DevServer {
  /** The address it serves at, without a slash at its end. */
  address: string;
  /** Waits until it has printed what the pattern says, after `since`. */
  heard: (pattern: RegExp, since?: number) => Promise<void>;
  /** How much it has printed so far. */
  said: () => number;
  /** All that it has printed so far. */
  printed: () => string;
  stop: () => Promise<void>;
}

/** Serves `content` from a copy of the project, which is gone when it stops. Whoever starts it stops it. */
export async function startDev(content: string, project: string = copyOfProject()): Promise<DevServer> {
  // Astro serves no pages where it sees that a test runs it.
  const { VITEST: _, NODE_ENV: __, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'dev', '--host', '127.0.0.1'],
    { cwd: project, env: { ...environment, ...onFixtureDay, CONTENT_DIR: content, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  const closed = once(child, 'close');
  let output = '';
  const waiting = new Set<() => void>();
  const hear = (data: Buffer): void => {
    output += data.toString();
    for (const look of waiting) look();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const heard = (pattern: RegExp, since = 0): Promise<void> =>
    new Promise((settle, fail) => {
      const look = (): void => {
        if (!pattern.test(output.slice(since))) return;
        waiting.delete(look);
        settle();
      };
      waiting.add(look);
      void closed.then(() => fail(new Error(`the server ended: ${output}`)));
      look();
    });
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await closed;
    rmSync(project, { recursive: true, force: true });
  };
  const place = /http:\/\/127\.0\.0\.1:\d+/;
  try {
    await heard(place);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: place.exec(output)?.[0] ?? '', heard, said: () => output.length, printed: () => output, stop };
}
