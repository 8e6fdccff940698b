import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { sheetFunctions } from './src/config/brand.ts';
import { devCheck } from './src/editor/dev-check.ts';
import { headers } from './src/config/headers-file.ts';
import { redirectsFile } from './src/config/redirects-file.ts';
import { movedAddresses, siteAddress } from './src/config/site-address.ts';
import { basePath } from './src/config/settings.ts';
import { formPath, oldSearchPath } from './src/config/urls.ts';
import { bodyModule } from './src/markdown/body-module.ts';
import { processorOptions } from './src/markdown/processor.ts';
import { publishingForm } from './src/editor/form-route.ts';
import { searchIndex } from './src/search/search-index.ts';

const moved = await movedAddresses();

export default defineConfig({
  site: await siteAddress(),
  base: basePath(),
  trailingSlash: 'always',
  markdown: {
    processor: unified(processorOptions),
    syntaxHighlight: false,
  },
  integrations: [
    mdx(),
    publishingForm(),
    devCheck(),
    sitemap({
      filter: (page) =>
        !page.endsWith(formPath) &&
        !page.endsWith(oldSearchPath) &&
        !moved.some(({ from }) => from === decodeURI(new URL(page).pathname)),
    }),
    redirectsFile(moved),
    headers(),
    // Last, so that every page stands.
    searchIndex(),
  ],
  // No inline style or script: the content security policy lets none run.
  build: { inlineStylesheets: 'never' },
  vite: {
    plugins: [bodyModule()],
    css: { preprocessorOptions: { scss: { functions: await sheetFunctions() } } },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro marks each MDX page with a directive of its own, which the bundler does not know.
        onLog: (level, log, handle) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log)),
      },
    },
  },
  devToolbar: { enabled: false },
});
