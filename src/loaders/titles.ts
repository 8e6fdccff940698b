/** The titles of entries, read from the files themselves: one that is faulty is still known by its title. */
import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import type { Names } from '../validation/names.ts';
import type { FoundFile } from './content-files.ts';

/** Reads the titles of a collection when it is first asked for, which only a fault does. */
export function titlesIn(files: readonly FoundFile[]): Names {
  const read = new Map<string, ReadonlyMap<string, string>>();
  return (collection) => {
    const known = read.get(collection) ?? new Map(files.flatMap((file) => titlesOf(file, collection)));
    read.set(collection, known);
    return known;
  };
}

function titlesOf({ file, folder, name }: FoundFile, collection: string): [slug: string, title: string][] {
  const id = name.replace(/\.(?:mdx|yaml)$/, '');
  try {
    if (folder === collection) {
      const [, title = id] = /^title:[ \t]*(.*)$/m.exec(readFileSync(file, 'utf8')) ?? [];
      return [[id, title]];
    }
    if (folder !== 'vocabularies' || id !== collection) return [];
    const items = parseDocument(readFileSync(file, 'utf8')).toJS({ maxAliasCount: 0 }) as unknown;
    return (Array.isArray(items) ? items : []).map(({ slug, title }: Record<string, unknown>) => [
      String(slug),
      String(title),
    ]);
  } catch {
    // Its own fault is told where it is read.
    return [];
  }
}
