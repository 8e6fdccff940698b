/** Runs a command to its end and measures it; measures what it wrote. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The two halves of the work: pages, and the index from which they are searched. */
export type Part = 'build' | 'index';
/** Bytes that the processes of a part held at most, and all of them at once; nothing where the system does not tell. */
export type Memory = Partial<Record<Part | 'whole', number>>;

export interface Command {
  part: Part;
  program: string;
  args: string[];
  cwd: string;
  environment?: Record<string, string>;
}

export interface Measured {
  seconds: number;
  memory: Memory;
  output: string;
}

/** How often the memory of a tree of processes is looked at, in milliseconds: often, at little cost to what it watches. */
const beat = 50;
/** The indexer that this project starts beside its builder. */
const indexer = /src\/search\/.*\.ts/;

/** A command that did not end well. Its cause is what the command said. */
export class CommandError extends Error {
  constructor(program: string, how: string | number | null, said: string) {
    // The first complaint is most often the reason; what follows it are its consequences.
    const complaint = said.split('\n').find((line) => /error/i.test(line)) ?? '';
    super(`${basename(program)} ended with ${how}: ${complaint.trim()}`, { cause: said });
  }
}

/** Runs a command and watches the memory of its tree. Rejects where it fails. */
export function measured({ part, program, args, cwd, environment }: Command): Promise<Measured> {
  return new Promise((settle, fail) => {
    const began = performance.now();
    const child = spawn(program, args, { cwd, env: { ...process.env, ...environment } });
    const memory: Memory = {};
    const watch = setInterval(() => observe(memory, child.pid ?? 0, part), beat);
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
      const seconds = (performance.now() - began) / 1000;
      if (status === 0) settle({ seconds, memory, output });
      else fail(new CommandError(program, signal ?? status, output));
    });
  });
}

/** Raises `memory` to what the tree under `root` holds now. */
function observe(memory: Memory, root: number, part: Part): void {
  const now: Memory = {};
  const raise = (name: Part | 'whole', by: number): void => void (memory[name] = Math.max(memory[name] ?? 0, by));
  const visit = (pid: number, above: Part): void => {
    const found = processAt(pid);
    if (!found) return;
    const own = indexer.test(found.command) ? 'index' : above;
    for (const name of [own, 'whole'] as const) {
      now[name] = (now[name] ?? 0) + found.held;
      // What one process held between two looks counts too.
      raise(name, found.most);
    }
    for (const next of found.children) visit(next, own);
  };
  visit(root, part);
  for (const [name, held] of Object.entries(now)) raise(name as Part | 'whole', held);
}

interface Process {
  command: string;
  /** Bytes in memory now, and the most that there ever were. */
  held: number;
  most: number;
  children: number[];
}

/** What Linux tells of a process. Nothing elsewhere, or once the process has ended. */
function processAt(pid: number): Process | undefined {
  const directory = `/proc/${pid}`;
  try {
    const status = readFileSync(`${directory}/status`, 'utf8');
    const bytes = (name: string): number =>
      1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
    return {
      command: readFileSync(`${directory}/cmdline`, 'utf8').replaceAll('\0', ' '),
      held: bytes('VmRSS'),
      most: bytes('VmHWM'),
      // A child belongs to the thread that started it.
      children: readdirSync(`${directory}/task`).flatMap((thread) =>
        readFileSync(`${directory}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
      ),
    };
  } catch {
    return undefined;
  }
}

export interface Written {
  pages: number;
  files: number;
  bytes: number;
}

/** The paths of all files below a folder, in order. */
export const filesIn = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)))
    .sort();

const isPage = (file: string): boolean => file.endsWith('.html');

/** What a tool wrote. */
export function writtenIn(directory: string): Written {
  const files = filesIn(directory);
  return {
    pages: files.filter(isPage).length,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(join(directory, file)).size, 0),
  };
}

export interface Page {
  page: string;
  bytes: number;
}

/** The page that weighs most on its way to a reader, once it is packed. */
export function heaviestPage(directory: string): Page {
  let heaviest: Page = { page: '', bytes: 0 };
  for (const page of filesIn(directory).filter(isPage)) {
    const bytes = gzipSync(readFileSync(join(directory, page))).length;
    if (bytes > heaviest.bytes) heaviest = { page: dirname(page) === '.' ? '/' : `/${dirname(page)}/`, bytes };
  }
  return heaviest;
}

const digest = (file: string): string | undefined =>
  existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined;

/** The files that are not in both folders, or not the same to the byte. */
export const differences = (one: string, other: string): string[] =>
  [...new Set([...filesIn(one), ...filesIn(other)])].filter(
    (file) => digest(join(one, file)) !== digest(join(other, file)),
  );
