import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://bench.example.org',
  integrations: [mdx()],
  // Beside the pages, where the bench finds it and clears it away before each run.
  cacheDir: './.cache',
});
