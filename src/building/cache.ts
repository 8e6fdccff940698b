/**
 * What a build leaves to the next. A file of it is trusted only whole and only by the program, with the settings, that
 * wrote it: anything else counts as not there, and is made anew.
 */
import { createHash, hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** The last build. */
export interface LastBuild {
  /** The folder of what it left. */
  cache: string;
  /** The folder of its site. */
  site: string;
}

let last: LastBuild | undefined;

/** Says where the last build is. Without it nothing is taken from one, or left to the next. */
export const buildAfter = (build: LastBuild): void => void (last = build);

export const siteBefore = (): string | undefined => last?.site;
export const cacheBefore = (): string | undefined => last?.cache;

/** Settings on which the bytes of a site depend. */
const settings = ['SITE_URL', 'BASE_PATH', 'CONTENT_DIR', 'PUBLISH_REPOSITORY', 'PUBLISH_SIGN_IN', 'PUBLISH_BRANCH'];

let program: string | undefined;

/** A digest of all that, beside the content, decides what a build writes. */
function programDigest(): string {
  const root = join(import.meta.dirname, '../..');
  const digest = createHash('sha256').update(process.version);
  for (const name of settings) digest.update(`${name}=${process.env[name] ?? ''}\n`);
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
  const others = ['package-lock.json', 'astro.config.mjs'].map((name) => join(root, name)).filter(existsSync);
  for (const file of [...others, ...sources]) digest.update(`${file}\n`).update(readFileSync(file));
  return digest.digest('hex');
}

const seal = (bytes: Uint8Array): string => hash('sha256', `${(program ??= programDigest())} ${hash('sha256', bytes)}`);

/** What the last build left under a name; undefined where there is nothing that can be trusted. */
export function readCache(name: string): unknown {
  if (!last) return undefined;
  try {
    const bytes = readFileSync(join(last.cache, name));
    const end = bytes.indexOf(10);
    const left = bytes.subarray(end + 1);
    return bytes.toString('latin1', 0, end) === seal(left) ? deserialize(left) : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves something to the next build. A build that is ended while it writes leaves what was there. */
export function writeCache(name: string, value: unknown): void {
  if (!last) return;
  mkdirSync(last.cache, { recursive: true });
  const bytes = serialize(value);
  const file = join(last.cache, name);
  writeFileSync(`${file}.new`, Buffer.concat([Buffer.from(`${seal(bytes)}\n`), bytes]));
  renameSync(`${file}.new`, file);
}
