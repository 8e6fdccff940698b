/** Writes the redirects of addresses that moved, for hosts that read such a file. Elsewhere the page at the old one leads on. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { inSite } from './urls.ts';
import type { movedAddresses } from './site-address.ts';

export const redirectsFile = (moved: Awaited<ReturnType<typeof movedAddresses>>): AstroIntegration => ({
  name: 'redirects-file',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      // What one leads to may be off the site by now.
      const isThere = (address: string): boolean =>
        existsSync(new URL(`.${address.slice(inSite('/').length - 1)}index.html`, dir));
      const lines = moved.flatMap(({ from, to }) =>
        to === undefined || !isThere(to) ? [] : [`${encodeURI(from)} ${to} 301\n`],
      );
      if (lines.length) await writeFile(fileURLToPath(new URL('_redirects', dir)), lines.join(''));
    },
  },
});
