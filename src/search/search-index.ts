/** Has Pagefind index the built site: the layout marks what of a page is its own text. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** What the build came to. */
export interface Outcome {
  /** How many pages the site has, and the seconds until all stood. */
  pages: number;
  pagesAfter: number;
  /** The seconds that indexing took. */
  seconds: number;
}
export let outcome: Outcome | undefined;

export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, pages }) => {
      const pagesAfter = performance.now() / 1000;
      try {
        const { index, errors } = await createIndex();
        if (!index) throw new Error(errors.join('; '));
        const added = await index.addDirectory({ path: fileURLToPath(dir) });
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        const faults = [...added.errors, ...written.errors];
        if (faults.length) throw new Error(`The search index could not be made: ${faults.join('; ')}`);
      } finally {
        await close();
      }
      outcome = { pages: pages.length, pagesAfter, seconds: performance.now() / 1000 - pagesAfter };
    },
  },
});
