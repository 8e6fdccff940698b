/** Loads the entries of pages/ into Astro's content, where @astrojs/mdx finds their bodies to render. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { followContent, siteContent } from './handover.ts';

/** The published entries of pages/. In development it follows changes. */
export const pageEntries = (): Loader => ({
  name: 'pages',
  async load({ config, store, watcher, logger }) {
    const fill = async (): Promise<void> => {
      const pages = (await siteContent()).content.entries.pages.filter(({ data }) => !data.draft);
      // Nothing is set anew that has not changed: Astro would load all of the library again.
      const ids = new Set(pages.map(({ id }) => id));
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      for (const { id, file, digest, data } of pages)
        store.set({
          id,
          data: { ...data },
          digest,
          filePath: relative(fileURLToPath(config.root), file),
          deferredRender: true,
        });
    };
    await fill();
    if (watcher)
      followContent(() => {
        fill().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
      });
  },
});
