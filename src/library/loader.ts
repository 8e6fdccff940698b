/** Loads content into Astro's collections: everything is read and judged together, and nothing becomes a module. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { renderBody } from '../markdown/body.ts';
import type { CollectionName, ListName } from '../schema/index.ts';
import { ContentError } from './faults.ts';
import { readContent, type Content } from './read.ts';
import { contentDirectory, shownPath, today } from './settings.ts';

let reading: Promise<Content> | undefined;

/** One reading serves all collections of a build. */
const content = (): Promise<Content> =>
  (reading ??= readContent(contentDirectory(), today()).then(({ content: read, faults }) => {
    if (faults.length) throw new ContentError(faults);
    return read;
  }));

interface Stored {
  id: string;
  data: Record<string, unknown>;
  html?: string;
  /** The file and its body, where @astrojs/mdx renders it. */
  module?: { file: string; body: string };
}

/** A loader of entries that `entriesOf` finds in the content; in development it follows changes. */
function contentLoader(name: string, entriesOf: (content: Content) => Stored[]): Loader {
  return {
    name: `content: ${name}`,
    async load({ config, store, watcher, logger, generateDigest }) {
      const fill = async (): Promise<void> => {
        const entries = entriesOf(await content());
        store.clear();
        for (const { id, data, html, module } of entries)
          store.set({
            id,
            data,
            digest: generateDigest({ data, html, module }),
            ...(html === undefined ? {} : { rendered: { html } }),
            ...(module && { filePath: relative(fileURLToPath(config.root), module.file), deferredRender: true }),
          });
      };
      await fill();
      const directory = contentDirectory();
      watcher?.add(directory);
      watcher?.on('all', (_event, path) => {
        if (!path.startsWith(directory)) return;
        reading = undefined;
        fill().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
      });
    },
  };
}

/** The published entries of a folder of MDX files, each with the HTML of its body. */
export const entries = (name: CollectionName): Loader =>
  contentLoader(name, ({ entries: all }) =>
    all[name]
      .filter(({ data }) => !data.draft)
      .map(({ id, file, data, body }) => ({
        id,
        data: { ...data } as Record<string, unknown>,
        html: renderBody(body, shownPath(file)),
      })),
  );

/** The published files of a folder of lists. */
export const listEntries = (name: ListName): Loader =>
  contentLoader(name, ({ lists }) =>
    lists[name].filter(({ data }) => !data.draft).map(({ id, data }) => ({ id, data: { ...data } })),
  );

/** The lists of vocabularies/, one entry a file. */
export const vocabularyLists = (): Loader =>
  contentLoader('vocabularies', ({ vocabularies }) =>
    Object.values(vocabularies).map(({ id, data }) => ({ id, data: { items: data as unknown[] } })),
  );

/** The one entry of site.yaml. */
export const siteEntry = (): Loader =>
  contentLoader('site', ({ site }) => (site ? [{ id: 'site', data: { ...site.data } }] : []));

/** The published entries of pages/, whose bodies @astrojs/mdx renders. */
export const pageEntries = (): Loader =>
  contentLoader('pages', ({ entries: { pages } }) =>
    pages
      .filter(({ data }) => !data.draft)
      .map(({ id, file, data, body }) => ({ id, data: { ...data }, module: { file, body } })),
  );
/** The one entry of moved.yaml, which may be left out. */
export const movedEntries = (): Loader =>
  contentLoader('moved', ({ moved }) => [{ id: 'moved', data: { items: moved?.data ?? [] } }]);
