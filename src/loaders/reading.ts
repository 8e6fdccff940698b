/** Reads the content once for all of a build, and again, while a site is being written, when a file of it has changed. */
import type { AstroIntegration } from 'astro';
import { toHtml } from 'hast-util-to-html';
import { renderBody } from '../markdown/processor.ts';
import { ContentError, type Diagnostic } from '../validation/diagnostics.ts';
import { contentHasChanged, offerContent, type SiteContent } from './handover.ts';
import { readContent, type Content, type Earlier } from './read-content.ts';
import { contentDirectory, today } from '../config/settings.ts';

let reading: Promise<SiteContent> | undefined;
const earlier: Earlier = new Map();
/** The files that have been saved since the content was last read without a fault. */
let touched = new Set<string>();
/** Whether it ever was. */
let wasWhole = false;

const offered = (content: Content): SiteContent => ({
  content,
  html: ({ tree }) => (tree ? toHtml(renderBody(tree)).trim() : ''),
});

async function read(): Promise<SiteContent> {
  const since = touched;
  touched = new Set();
  // What was saved since the content had no fault is all that can have brought one.
  const options = wasWhole ? { earlier, touched: since, judged: since } : { earlier, touched: since };
  const { content, faults } = await readContent(contentDirectory(), today(), options);
  if (faults.length) {
    touched = new Set([...since, ...touched]);
    throw new ContentError(faults);
  }
  wasWhole = true;
  return offered(content);
}

/**
 * How long after a change files are read again, in milliseconds: the watcher passes over a second change to a file
 * within 50, by which a file that was half written would be taken for the whole.
 */
const settled = 60;

/** Offers the content to the pages: read when they first ask for it, unless a build has read it already. */
export const contentIntegration = (): AstroIntegration => ({
  name: 'content',
  hooks: {
    'astro:config:setup': () => offerContent(() => (reading ??= read())),
    'astro:server:setup': ({ server }) => {
      const directory = contentDirectory();
      server.watcher.add(directory);
      let settling: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(directory)) return;
        touched.add(path);
        clearTimeout(settling);
        settling = setTimeout(() => {
          reading = undefined;
          contentHasChanged();
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
          server.environments.client.hot.send({ type: 'full-reload' });
        }, settled);
      });
    },
  },
});

/** Reads the content for a build. What is read is what its pages show, if it has no fault. */
export async function readForBuild(): Promise<{ content: Content; faults: Diagnostic[] }> {
  const found = await readContent(contentDirectory(), today());
  if (!found.faults.length) reading = Promise.resolve(offered(found.content));
  return found;
}
