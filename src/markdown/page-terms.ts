/** Marks the terms of the glossary in the pages that @astrojs/mdx renders, as other pages have them marked. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementContent, Root } from 'hast';
import type { VFile } from 'vfile';
import { parse } from 'yaml';
import { contentDirectory } from '../config/settings.ts';
import { splitFile } from './frontmatter.ts';
import { pageText, termIndex, type Term } from './page-text.ts';

/** The keys of a file that has been judged. */
function keysOf(file: string): Record<string, unknown> {
  const split = splitFile(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'));
  return 'keys' in split ? (parse(split.keys.join('\n'), { maxAliasCount: 0 }) as Record<string, unknown>) : {};
}

/** The terms of the glossary that are no drafts; none, where a programme has no glossary. */
const readTerms = (folder: string): Term[] =>
  (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => /^[^_.].*\.mdx$/.test(name))
    .sort()
    .map((name) => ({ id: name.replace(/\.mdx$/, ''), ...keysOf(join(folder, name)) }) as Term & { draft?: boolean })
    .filter(({ draft }) => !draft)
    .sort((a, b) => new Intl.Collator('en-GB').compare(a.title, b.title));

export function pageTerms() {
  let index: ReturnType<typeof termIndex> | undefined;
  return (root: Root, file: VFile): Root => {
    index ??= termIndex(readTerms(join(contentDirectory(), 'glossary')));
    const text = pageText(index);
    // The summary stands above the body, with its own first uses.
    text.text(String(keysOf(file.path)['summary'] ?? ''));
    return { type: 'root', children: text.body(root.children as ElementContent[]) };
  };
}
