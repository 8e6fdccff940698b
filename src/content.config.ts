import { defineCollection } from 'astro:content';
import { pageEntries } from './library/loader.ts';
import { collections as schemas } from './schema/index.ts';

// Everything else goes to the library without a detour: src/library/handover.ts says why.
export const collections = {
  pages: defineCollection({ loader: pageEntries(), schema: schemas.pages }),
};
