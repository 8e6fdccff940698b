/** Adds the form at /publish/ where it is set up, and to `npm run dev`, where it works on the files of this computer. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { publishing } from '../config/settings.ts';
import { formPath, inSite } from '../config/urls.ts';

const script = 'form.js';

/** The address of the form's script: in development the source itself. */
export const formScript = (isDevelopment: boolean): string =>
  inSite(isDevelopment ? '/src/editor/form-page.ts' : `${formPath}${script}`);

export const publishingForm = (): AstroIntegration => ({
  name: 'publishing-form',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (publishing() || command === 'dev')
        injectRoute({ pattern: formPath, entrypoint: './src/editor/FormPage.astro', prerender: true });
    },
    'astro:build:done': async ({ dir }) => {
      if (publishing()) await buildScript(fileURLToPath(new URL(`.${formPath}`, dir)));
    },
  },
});

/** Bundled by itself: in one bundle with readers' scripts, those would share parts with the editor and fetch more. */
async function buildScript(outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    publicDir: false,
    base: inSite(formPath),
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: fileURLToPath(new URL('form-page.ts', import.meta.url)),
        output: { entryFileNames: script },
      },
    },
  });
}
