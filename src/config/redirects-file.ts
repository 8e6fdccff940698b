/** Writes the redirects of addresses that moved, for hosts that read such a file. Elsewhere the page at the old one leads on. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { movedAddresses } from './site-address.ts';

export const redirectsFile = (moved: Awaited<ReturnType<typeof movedAddresses>>): AstroIntegration => ({
  name: 'redirects-file',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const lines = moved.flatMap(({ from, to }) => (to === undefined ? [] : [`${encodeURI(from)} ${to} 301\n`]));
      if (lines.length) await writeFile(fileURLToPath(new URL('_redirects', dir)), lines.join(''));
    },
  },
});
