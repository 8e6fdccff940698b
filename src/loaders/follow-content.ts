/** While `npm run dev` runs: what is saved shows by itself, and what is wrong is told in the browser until it is mended. */
import type { AstroIntegration } from 'astro';
import { basePath, contentDirectory } from '../config/settings.ts';

/**
 * How long after a change files are read again, in milliseconds: the watcher passes over a second change to a file
 * within 50, by which a file that was half written would be taken for the whole.
 */
const settled = 60;

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export const followContent = (): AstroIntegration => ({
  name: 'follow-content',
  hooks: {
    'astro:server:setup': ({ server, refreshContent, logger }) => {
      const directory = contentDirectory();
      let wrong: string | undefined;
      const refresh = async (): Promise<void> => {
        try {
          await refreshContent?.({ context: {} });
          wrong = undefined;
        } catch (error) {
          wrong = error instanceof Error ? error.message : String(error);
          logger.error(wrong);
        }
        server.environments.client.hot.send({ type: 'full-reload' });
      };
      server.middlewares.use((request, response, next) => {
        if (wrong === undefined || !request.headers.accept?.includes('text/html')) return next();
        response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' });
        // Vite's client loads the page again when the content has been mended.
        response.end(
          `<!doctype html><title>To mend</title><script type="module" src="${basePath()}@vite/client"></script>` +
            `<pre style="white-space:pre-wrap">${escapeHtml(wrong)}</pre>`,
        );
      });
      server.watcher.add(directory);
      let settling: NodeJS.Timeout | undefined;
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(directory)) return;
        clearTimeout(settling);
        settling = setTimeout(() => void refresh(), settled);
      });
      void refresh();
    },
  },
});
