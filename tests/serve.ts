/** Serves those sites that are built, each at its own port, until it is ended. */
import { existsSync } from 'node:fs';
import { preview } from 'astro';
import { published, sites } from './sites.ts';

for (const { directory, base, port } of [...Object.values(sites), published])
  if (existsSync(directory)) await preview({ outDir: directory, base, server: { port }, logLevel: 'error' });
console.log('All sites are served.');
