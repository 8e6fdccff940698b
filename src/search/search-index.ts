/** Has Pagefind index the built site: the layout marks what of a page is its own text. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** How many pages were built, the seconds until all stood, and those that indexing took. */
export const outcome = { pages: 0, pagesAfter: 0, seconds: 0 };

export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, pages }) => {
      const pagesAfter = performance.now() / 1000;
      const { index, errors } = await createIndex();
      const added = await index?.addDirectory({ path: fileURLToPath(dir) });
      const written = await index?.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
      await close();
      const faults = [errors, added?.errors ?? [], written?.errors ?? []].flat();
      if (faults.length) throw new Error(`The search index could not be made: ${faults.join('; ')}`);
      Object.assign(outcome, { pages: pages.length, pagesAfter, seconds: performance.now() / 1000 - pagesAfter });
    },
  },
});
