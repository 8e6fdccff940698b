/**
 * `npm run compress`: writes beside each text file of the built site its gzip, Brotli and Zstandard form, for hosts that
 * send such files as they stand. Run again, it leaves every form that is still that of its file.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import {
  brotliCompress,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzip,
  zstdCompress,
  zstdDecompressSync,
  type ZlibOptions,
} from 'node:zlib';
import { SettingsError } from '../config/settings.ts';

/** What is text. Fonts, pictures and the pieces of the search index (.bin) are compressed inside. */
const text = /\.(?:css|csv|html|ics|js|json|map|md|mjs|svg|txt|webmanifest|xml)$/;

/** In bytes. Below it, a file and its headers go in one packet as they are: a form would save no reader anything. */
const smallest = 1024;

interface Form {
  compress: (bytes: Buffer, hashed: boolean) => Promise<Buffer>;
  expand: (form: Buffer, options: { maxOutputLength: number; info: true }) => Buffer;
}

const toGzip = promisify<Buffer, ZlibOptions, Buffer>(gzip);
const toBrotli = promisify(brotliCompress);
const toZstandard = promisify(zstdCompress);

/**
 * The forms, by the ending of their names. A page takes about 1 ms in all, at levels above which another percent costs
 * ten times as long; files named for what is in them seldom change, and get the highest. Zstandard has higher ones
 * still, but browsers need not read what those write.
 */
const forms = new Map<string, Form>([
  ['.gz', { compress: (bytes) => toGzip(bytes, { level: constants.Z_BEST_COMPRESSION }), expand: gunzipSync }],
  [
    '.br',
    {
      compress: (bytes, hashed) =>
        toBrotli(bytes, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: hashed ? constants.BROTLI_MAX_QUALITY : 6,
            [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
          },
        }),
      expand: brotliDecompressSync,
    },
  ],
  [
    '.zst',
    {
      compress: (bytes, hashed) =>
        toZstandard(bytes, {
          params: { [constants.ZSTD_c_compressionLevel]: hashed ? 19 : 9 },
          pledgedSrcSize: bytes.length,
        }),
      expand: zstdDecompressSync,
    },
  ],
]);

/** Whether a form gives these bytes and no others, to its last byte. Its time says nothing of that. */
function isOf(form: Buffer, bytes: Buffer, { expand }: Form): boolean {
  try {
    const { buffer, engine } = expand(form, { maxOutputLength: bytes.length, info: true }) as unknown as {
      buffer: Buffer;
      engine: { bytesWritten: number };
    };
    return engine.bytesWritten === form.length && buffer.equals(bytes);
  } catch {
    return false;
  }
}

const unfinished = '.compressing';

export interface Compressed {
  /** How many files have forms. */
  files: number;
  /** How many forms were written, were left as they stood, and were removed. */
  written: number;
  kept: number;
  removed: number;
}

/**
 * Compresses what is in the folder of a built site, and removes forms of files that are gone or need none.
 * @throws SettingsError where there is no built site.
 */
export async function compressSite(directory: string): Promise<Compressed> {
  if (!existsSync(directory))
    throw new SettingsError(
      `There is no folder "${directory}". Run npm run build first, or name that of a built site.`,
    );
  // Forms without their file are removed, so a folder of anything else is not touched.
  if (!existsSync(join(directory, '_headers')))
    throw new SettingsError(
      `"${directory}" holds no built site: it has no file _headers. Run npm run build first, or name the folder of one.`,
    );
  const names = (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const there = new Set(names);
  const useless = new Set(
    names.filter((name) =>
      [...forms.keys()].some(
        (ending) =>
          name.endsWith(ending + unfinished) || (name.endsWith(ending) && text.test(name.slice(0, -ending.length))),
      ),
    ),
  );
  const done: Compressed = { files: 0, written: 0, kept: 0, removed: 0 };
  const hashed = join(directory, '_astro/');

  async function compressFile(file: string): Promise<void> {
    const bytes = await readFile(file);
    if (bytes.length < smallest) return;
    for (const [ending, form] of forms) {
      const path = file + ending;
      if (there.has(path) && isOf(await readFile(path), bytes, form)) done.kept++;
      else {
        const made = await form.compress(bytes, file.startsWith(hashed));
        if (made.length >= bytes.length) continue;
        await replace(path, made, (await stat(file)).mtime);
        done.written++;
      }
      useless.delete(path);
    }
    done.files++;
  }

  // A few at a time: zlib has four threads, and the memory it takes stays small.
  const waiting = names.filter((name) => text.test(name)).values();
  const work = async (): Promise<void> => {
    for (const file of waiting) await compressFile(file);
  };
  await Promise.all(Array.from({ length: 8 }, work));
  for (const path of useless) await rm(path);
  done.removed = useless.size;
  return done;
}

/** Puts a file in its place whole, never half written, with the time of what it is the form of, as hosts expect. */
async function replace(path: string, bytes: Buffer, time: Date): Promise<void> {
  const temporary = path + unfinished;
  try {
    await writeFile(temporary, bytes);
    await utimes(temporary, time, time);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

if (import.meta.main) {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    if (positionals.length > 1) throw new SettingsError('Name one folder: npm run compress -- DIR');
    const [directory = 'dist'] = positionals;
    const { files, written, kept, removed } = await compressSite(directory);
    console.log(
      `Compressed ${files} files in ${directory}: ${written} forms written, ${kept} kept as they were, ${removed} removed`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
