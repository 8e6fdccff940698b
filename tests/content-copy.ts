/** Copies of content, for tests to spoil. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { project, sites } from './sites.ts';

export interface ContentCopy {
  directory: string;
  path: (file: string) => string;
  read: (file: string) => string;
  write: (file: string, text: string | Buffer) => void;
  /** Replaces a text that must be there. */
  edit: (file: string, from: string, to: string) => void;
}

/** A copy, of the second programme's where no other is named, in a folder of its own, gone when the test ends. */
export function copyOfContent(of: string = sites.second.content): ContentCopy {
  const parent = join(project, '.built/copies');
  mkdirSync(parent, { recursive: true });
  const directory = mkdtempSync(join(parent, 'content-'));
  cpSync(of, directory, { recursive: true });
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const path = (file: string): string => join(directory, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const write = (file: string, text: string | Buffer): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  const edit = (file: string, from: string, to: string): void => {
    const text = read(file);
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    write(
      file,
      text.replace(from, () => to),
    );
  };
  return { directory, path, read, write, edit };
}
