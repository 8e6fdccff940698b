/** Adds the form at /publish/ where it is set up, and to `npm run dev`, where it works on the files of this computer. */
import type { AstroIntegration } from 'astro';
import { publishing } from '../library/settings.ts';

/** The path of the form under the base path. */
export const formPath = '/publish/';

export const publishingForm = (): AstroIntegration => ({
  name: 'publishing-form',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (publishing() || command === 'dev')
        injectRoute({ pattern: formPath, entrypoint: './src/publishing/FormPage.astro', prerender: true });
    },
  },
});
