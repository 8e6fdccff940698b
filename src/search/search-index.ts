/** Writes the search index and the headers file beside the pages, once Astro has written those. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { wordsOf } from './question.ts';
import { headersFile } from '../library/security.ts';

/** A word on more pages than this is too common to be worth the time that so many results take. */
const manyPages = 500;

export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => void (base = config.base),
      'astro:build:done': async ({ dir, logger }) => {
        const directory = fileURLToPath(dir);
        const pages = await writeIndex(directory);
        await writeFile(join(directory, '_headers'), headersFile(base.replace(/\/*$/, '/')));
        logger.info(`${pages} pages can be searched`);
      },
    },
  };
}

/** Indexes every page that the layout marks for search. Gives their number. */
async function writeIndex(directory: string): Promise<number> {
  const files = (await readdir(directory, { recursive: true })).filter((file) => file.endsWith('index.html')).sort();
  // Small pieces: a question of ten words then fetches ten small ones, and not the whole index. Of
  // many pages they must be larger, or the list of them, which all readers fetch, would grow with their number.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = String(Math.min(20_000, Math.max(1_500, files.length * 10)));
  const { index, errors } = await createIndex({ keepIndexUrl: false });
  const pagesWith = new Map<string, number>();
  if (!index) throw new Error(`the search index could not be begun: ${errors.join('; ')}`);
  try {
    let pages = 0;
    for (const file of files) {
      const content = await readFile(join(directory, file), 'utf8');
      if (!content.includes('data-pagefind-body')) continue;
      const url = `/${relative('.', file)
        .split(sep)
        .join('/')
        .replace(/index\.html$/, '')}`;
      const added = await index.addHTMLFile({ url, content });
      if (added.errors.length) throw new Error(`${file} could not be indexed: ${added.errors.join('; ')}`);
      for (const word of wordsOf(textOf(content), Infinity)) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
      pages += 1;
    }
    const written = await index.writeFiles({ outputPath: join(directory, 'pagefind') });
    if (written.errors.length) throw new Error(`the search index could not be written: ${written.errors.join('; ')}`);
    await writeFile(join(directory, 'pagefind/words.txt'), vocabulary(pagesWith));
    const common = [...pagesWith].filter(([, count]) => count > Math.min(pages / 2, manyPages)).map(([word]) => word);
    await writeFile(join(directory, 'pagefind/common.txt'), common.sort().join('\n'));
    // Ready-made interfaces that this site does not use.
    for (const file of await readdir(join(directory, 'pagefind')))
      if (/^pagefind-(?:ui|modular-ui|component-ui|highlight)\./.test(file))
        await rm(join(directory, 'pagefind', file));
    return pages;
  } finally {
    await close();
  }
}

/** What a page says, and what its index knows of it besides. */
const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/ data-pagefind-meta="[a-z]+:([^"]*)"/gi, '> $1 <')
    .replace(/<[^>]*>|&#?\w+;/g, ' ');

/** The words of the site for the spelling, a line each, those of most pages first. */
const vocabulary = (pagesWith: ReadonlyMap<string, number>): string =>
  [...pagesWith]
    .filter(([word]) => word.length > 2 && !/\d/.test(word))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([word]) => word)
    .join('\n');
