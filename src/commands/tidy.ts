/**
 * `npm run tidy`: brings every content file into the one form that all tools write. Values stay as they are. A file
 * that cannot be read against its schema is left alone: `npm run check` tells what is wrong with it.
 */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'astro/zod';
import type { Diagnostic } from '../validation/diagnostics.ts';
import { contentDirectory, shownPath } from '../config/settings.ts';
import {
  collectionNames,
  collections,
  listNames,
  lists,
  moved,
  site,
  vocabularies,
  vocabularyNames,
} from '../schemas/index.ts';
import { entryText, inOrder, yamlText } from './entry-text.ts';

/** The text of a content file in the form; undefined where it cannot be read against its schema. */
export function tidyText(text: string, schema: z.ZodType, isMdx: boolean): string | undefined {
  const [, head, body = ''] = isMdx ? (/^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text) ?? []) : ['', text];
  if (head === undefined) return undefined;
  try {
    const data: unknown = parse(head, { maxAliasCount: 0 });
    const { success, data: parsed } = schema.safeParse(data);
    if (!success) return undefined;
    const ordered = inOrder(data, parsed);
    return isMdx ? entryText(ordered as object, body) : yamlText(ordered);
  } catch {
    return undefined;
  }
}

interface UntidyFile {
  file: string;
  found: string;
  tidy: string;
}

/** The files in `directory`, of those `wanted`, that are not in the form. Templates, with their notes, are left out. */
export async function untidyFiles(
  directory: string,
  wanted: (file: string) => boolean = () => true,
): Promise<UntidyFile[]> {
  const mdx = collectionNames.map(async (name) => {
    const files = await readdir(join(directory, name)).catch(() => []);
    return files
      .filter((file) => file.endsWith('.mdx') && !file.startsWith('_'))
      .sort()
      .map((file) => ({ file: join(directory, name, file), schema: collections[name], isMdx: true }));
  });
  const listed = listNames.map(async (name) =>
    (await readdir(join(directory, name)).catch(() => []))
      .filter((file) => file.endsWith('.yaml') && !file.startsWith('_'))
      .sort()
      .map((file) => ({ file: `${name}/${file}`, schema: lists[name] as z.ZodType })),
  );
  const yaml = [
    ...vocabularyNames.map((name) => ({ file: `vocabularies/${name}.yaml`, schema: vocabularies[name] })),
    { file: 'site.yaml', schema: site },
    { file: 'moved.yaml', schema: moved },
    ...(await Promise.all(listed)).flat(),
  ].map(({ file, schema }) => ({ file: join(directory, file), schema, isMdx: false }));
  const files = [...(await Promise.all(mdx)).flat(), ...yaml].filter(({ file }) => wanted(file));
  const all = files.map(async ({ file, schema, isMdx }) => {
    const found = await readFile(file, 'utf8').catch(() => '');
    const tidy = tidyText(found.replace(/\r\n?/g, '\n'), schema, isMdx) ?? found;
    return { file, found, tidy };
  });
  return (await Promise.all(all)).filter(({ found, tidy }) => found !== tidy);
}

/** One fault for each of the files `wanted` that is not in the form, at the first line that differs. It stops no build. */
export const formFaults = async (directory: string, wanted?: (file: string) => boolean): Promise<Diagnostic[]> =>
  (await untidyFiles(directory, wanted)).map(({ file, found, tidy }) => {
    const lines = tidy.split('\n');
    const line = found.split('\n').findIndex((text, index) => text !== lines[index]);
    return {
      path: shownPath(file),
      line: line + 1,
      column: 1,
      rule: 'form',
      message: 'is not as the tools write it, so that an edit in the form at /publish/ would change this line too',
      fix: 'Run npm run tidy, which puts the whole file right and changes no value.',
    };
  });

if (import.meta.main) {
  const files = await untidyFiles(contentDirectory());
  for (const { file, tidy } of files) {
    // Beside the file first, so that a run that is ended half-way leaves whole files.
    const beside = `${file}.tidy`;
    await writeFile(beside, tidy);
    await rename(beside, file);
    console.log(`Tidied ${shownPath(file)}`);
  }
  if (!files.length) console.log('All content files are in the one form already.');
}
