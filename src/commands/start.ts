/** `npm start`: builds the site and serves it on this machine. */
import { preview } from 'astro';
import { buildSite } from './build.ts';

try {
  await buildSite('dist');
  const server = await preview({ outDir: 'dist', logLevel: 'error' });
  const { basePath } = await import('../config/settings.ts');
  console.log(`The site is at http://${server.host ?? 'localhost'}:${server.port}${basePath()}  (Ctrl+C ends it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
