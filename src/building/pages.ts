/**
 * Writes the pages that have a key: a digest of all that they show. One whose key is that of the last build is taken
 * from there as it stands, if it is still what that build wrote; any other is rendered. Astro gets an answer without a
 * body for these, and so writes only the pages without a key.
 */
import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pageFollows, pageStands } from '../search/search-index.ts';
import { readCache, siteBefore, writeCache } from './cache.ts';
import { digestOf } from './digest.ts';
import { intactFiles } from './intact.ts';

interface Page {
  key: string;
  /** Of the file. */
  digest: string;
}
type Pages = Map<string, Page>;

const cacheName = 'pages';
const mostAtOnce = 32;

/** How many pages the site has, how many of them were rendered, and the seconds from the start until all stood. */
export const counts = { pages: 0, anew: 0, seconds: 0 };

export function keyedPages(): AstroIntegration {
  let base = '/';
  let directory = '';
  const keys = new Map<string, string>();
  const pages: Pages = new Map();
  /** The pages that are being written. */
  const being = new Set<Promise<void>>();
  return {
    name: 'keyed-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
        directory = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        Object.assign(counts, { pages: 0, anew: 0 });
        const before = (readCache(cacheName) ?? new Map()) as Pages;
        const site = siteBefore();
        const intact = site === undefined ? new Set<string>() : intactFiles(site, digestsOf(before));
        setPrerenderer((usual) => ({
          ...usual,
          async getStaticPaths() {
            const paths = await usual.getStaticPaths();
            for (const { pathname, cacheKey } of paths)
              if (cacheKey !== undefined) keys.set(fileOf(pathname), cacheKey);
            return paths;
          },
          async render(request, options) {
            const file = fileOf(decodeURI(new URL(request.url).pathname).slice(base.length - 1));
            const key = keys.get(file);
            counts.pages += 1;
            if (key === undefined) {
              counts.anew += 1;
              pageFollows(file);
              return usual.render(request, options);
            }
            const known = before.get(file);
            if (site !== undefined && known?.key === key && (await intact).has(file)) {
              keep(join(site, file), join(directory, file));
              pages.set(file, known);
              pageStands(file, known.digest);
            } else {
              counts.anew += 1;
              const rendered = await usual.render(request, options);
              const response = rendered instanceof Response ? rendered : rendered.response;
              if (response.status !== 200) return response;
              const html = Buffer.from(await response.arrayBuffer());
              const digest = digestOf(html);
              pages.set(file, { key, digest });
              const writing = write(join(directory, file), html).then(() => {
                being.delete(writing);
                pageStands(file, digest);
              });
              being.add(writing);
              // Rendered on while others are being written, as long as not too many wait.
              if (being.size > mostAtOnce) await Promise.race(being);
            }
            return new Response(null);
          },
        }));
      },
      'astro:build:generated': async () => {
        await Promise.all(being);
        writeCache(cacheName, pages);
        counts.seconds = performance.now() / 1000;
      },
    },
  };
}

async function write(file: string, html: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, html);
}

/** The file of a page, from the root of the site. */
const fileOf = (pathname: string): string => join(pathname.slice(1), 'index.html');

const digestsOf = (pages: Pages): ReadonlyMap<string, string> =>
  new Map([...pages].map(([file, { digest }]) => [file, digest]));

/** Takes a file from the last site. */
function keep(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    // Not all file systems know links.
    copyFileSync(from, to);
  }
}
