/** Loads content into Astro's collections. The folder is read once for all of them, and judged as a whole. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { basePath, contentDirectory, today } from '../config/settings.ts';
import { renderBody } from '../markdown/processor.ts';
import { bodyOf } from '../markdown/sections.ts';
import { collectionNames, listNames, vocabularyNames } from '../schemas/index.ts';
import type { BodyEntry, Content } from '../validation/content.ts';
import { ContentError } from '../validation/diagnostics.ts';
import { withoutThoseOff } from '../validation/off-site.ts';
import { peopleInWords } from '../validation/people/told.ts';
import { readContent, type Earlier, type Reading } from './read-content.ts';

const earlier: Earlier = new Map();
/** The reading of each round of loading, which every collection takes its own part of, a faulty one too. */
const readings = new WeakMap<object, Reading>();

/** Asks what may be of people, before anything else. @throws ContentError with every fault of the folder. */
function readOnce(round: object): Content {
  const reading = readings.get(round) ?? readWhole();
  readings.set(round, reading);
  if (reading.faults.length) throw new ContentError(reading.faults);
  return reading.content;
}

let asked = '';

function readWhole(): Reading {
  const reading = readContent(contentDirectory(), today(), { earlier });
  const { open } = reading.people;
  // Astro's own log leaves out in a build what is no error. While somebody writes, nothing is asked twice over.
  const asking = open.length ? peopleInWords(open) : '';
  if (asking && asking !== asked) console.error(asking);
  asked = asking;
  return { ...reading, content: withoutThoseOff(reading.content) };
}

type Fill = (content: Content, context: LoaderContext) => void;

/** What fills each collection anew while a site is being written. */
const fills = new Map<string, (content: Content) => void>();

const loader = (name: string, fill: Fill): Loader => ({
  name,
  async load(context) {
    try {
      fill(readOnce(context.config), context);
    } catch (error) {
      // Whoever writes is told on the pages, and mends it there and then: to end would leave them with nothing.
      if (!context.watcher || !(error instanceof ContentError)) throw error;
    }
    if (!context.watcher) return;
    fills.set(name, (content) => fill(content, context));
    // One watcher serves all.
    if (name === fills.keys().next().value) follow(context);
  },
});

/**
 * How long after a change files are read again, in milliseconds: the watcher passes over a second change to a file
 * within 50, by which a file that was half written would be taken for the whole.
 */
const settled = 60;

/** Shows what is saved, or tells what is wrong with it: then what was shown stays until that is mended. */
function follow({ watcher, logger }: LoaderContext): void {
  const directory = contentDirectory();
  let settling: NodeJS.Timeout | undefined;
  watcher?.add(directory);
  watcher?.on('all', (_event, path) => {
    if (!path.startsWith(directory)) return;
    clearTimeout(settling);
    settling = setTimeout(() => {
      try {
        const content = readOnce({});
        for (const fill of fills.values()) fill(content);
      } catch (error) {
        logger.error(error instanceof Error ? error.message : String(error));
      }
    }, settled);
  });
}

/** A folder of MDX files, or of YAML files, one an entry. Drafts are loaded by name alone: the library leaves them out. */
export const folder = (name: (typeof collectionNames)[number] | (typeof listNames)[number]): Loader =>
  loader(`content/${name}`, (content, { store, config }) => {
    const entries = { ...content.entries, ...content.lists }[name];
    const ids = new Set(entries.map(({ id }) => id));
    for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
    for (const entry of entries) {
      const { id, file, data } = entry;
      // Links in a body begin with the base path.
      const digest = entry.digest + basePath();
      if (store.get(id)?.digest === digest) continue;
      const filePath = relative(fileURLToPath(config.root), file);
      // A draft is on no page, and what it names need not be there yet.
      if (data.draft) store.set({ id, data: { draft: true }, digest });
      else store.set({ id, data: { ...data }, digest, filePath, ...renderingOf(name, entry) });
    }
  });

/** Pages are real MDX, which @astrojs/mdx renders; the body of any other entry is kept as a tree. */
function renderingOf(name: string, entry: object) {
  const { tree } = entry as Partial<BodyEntry<unknown>>;
  if (name === 'pages') return { deferredRender: true };
  return tree ? { rendered: { html: '', metadata: { body: bodyOf(renderBody(structuredClone(tree))) } } } : {};
}

/** A list of vocabularies/, an item an entry, in its order. */
export const vocabulary = (name: (typeof vocabularyNames)[number]): Loader =>
  loader(`content/vocabularies/${name}`, ({ vocabularies }, { store }) => {
    store.clear();
    for (const [order, item] of (vocabularies[name]?.data ?? []).entries())
      store.set({ id: item.slug, data: { ...item, order } });
  });

/** site.yaml: one entry. */
export const siteFile = (): Loader =>
  loader('content/site.yaml', ({ site }, { store }) => {
    if (site) store.set({ id: site.id, data: { ...site.data }, digest: site.digest });
  });

/** The programme's own signs, an entry a file. */
export const signFiles = (): Loader =>
  loader('content/signs', ({ signs }, { store }) => {
    store.clear();
    for (const { id, data } of signs) store.set({ id, data: { ...data } });
  });

/** icon.svg: one entry, where there is one. */
export const iconFile = (): Loader =>
  loader('content/icon.svg', ({ icon }, { store }) => {
    store.clear();
    if (icon) store.set({ id: icon.id, data: { ...icon.data } });
  });

/** moved.yaml: an entry for each old address. */
export const movedFile = (): Loader =>
  loader('content/moved.yaml', ({ moved }, { store }) => {
    store.clear();
    for (const item of moved?.data ?? []) store.set({ id: item.from, data: { ...item } });
  });
