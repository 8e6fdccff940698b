/** Runs a command to its end and measures it; measures what it wrote. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface Command {
  program: string;
  args: string[];
  cwd: string;
  environment?: Record<string, string>;
}

export interface Measured {
  seconds: number;
  /** The most bytes that one of its processes held; 0 where the system does not tell. */
  memory: number;
}

/** How often the memory of the processes is looked at, in milliseconds: often, at little cost to what it watches. */
const beat = 50;

/** Runs a command. Rejects where it fails, with what it said first of an error. */
export function measured({ program, args, cwd, environment }: Command): Promise<Measured> {
  return new Promise((settle, fail) => {
    const began = performance.now();
    const child = spawn(program, args, { cwd, env: { ...process.env, ...environment } });
    let memory = 0;
    const watch = setInterval(() => (memory = Math.max(memory, mostHeld(child.pid ?? 0))), beat);
    let output = '';
    const keep = (data: Buffer): void => void (output += data.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => {
      clearInterval(watch);
      fail(error);
    });
    child.on('close', (status, signal) => {
      clearInterval(watch);
      if (status === 0) return settle({ seconds: (performance.now() - began) / 1000, memory });
      const complaint = output.split('\n').find((line) => /error/i.test(line)) ?? '';
      fail(new Error(`${basename(program)} ended with ${signal ?? status}: ${complaint.trim()}`));
    });
  });
}

/** The most bytes that a process, or one that it started, has held so far, as Linux tells it. */
function mostHeld(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const own = 1024 * Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
    // A child belongs to the thread that started it.
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return Math.max(own, ...children.map(mostHeld));
  } catch {
    // It has ended, or the system is another.
    return 0;
  }
}

export interface Written {
  pages: number;
  bytes: number;
}

/** What stands in a folder. */
export function writtenIn(directory: string): Written {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    pages: files.filter(({ name }) => name.endsWith('.html')).length,
    bytes: files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0),
  };
}
