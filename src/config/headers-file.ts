/** Writes the _headers file beside the pages, for hosts that read one. */
import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { headersFile } from './security.ts';
import { basePath, publishing } from './settings.ts';

export const headers = (): AstroIntegration => ({
  name: 'headers-file',
  hooks: {
    'astro:build:done': ({ dir }) =>
      writeFile(new URL('_headers', dir), headersFile(basePath(), publishing() !== undefined)),
  },
});
