/** Writes what keeps addresses whole beside the pages: the list of them, and the redirects of those that moved. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { keptAddresses } from './addresses.ts';
import { siteContent } from '../loaders/handover.ts';
import { inSite } from './urls.ts';

export const addressFiles = (): AstroIntegration => ({
  name: 'address-files',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const { content } = await siteContent();
      const write = (name: string, lines: readonly string[]) =>
        writeFile(join(fileURLToPath(dir), name), lines.map((line) => `${line}\n`).join(''));
      await write('addresses.txt', keptAddresses(content));
      const renamed = (content.moved?.data ?? []).flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]));
      // For hosts that read such a file; elsewhere the page that stands at the old address leads on.
      if (renamed.length)
        await write(
          '_redirects',
          renamed.map(({ from, to }) => `${inSite(`/${from}/`)} ${inSite(`/${to}/`)} 301`),
        );
    },
  },
});
