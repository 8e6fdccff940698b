import { defineCollection } from 'astro:content';
import { pageEntries } from './loaders/loader.ts';
import { collections as schemas } from './schemas/index.ts';

// Everything else goes to the library without a detour: src/loaders/handover.ts says why.
export const collections = {
  pages: defineCollection({ loader: pageEntries(), schema: schemas.pages }),
};
