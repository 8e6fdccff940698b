import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { entries, listEntries, movedEntries, pageEntries, siteEntry, vocabularyLists } from './library/loader.ts';
import { collections as schemas, lists, moved, site } from './schema/index.ts';

export const collections = {
  caseStudies: defineCollection({ loader: entries('case-studies'), schema: schemas['case-studies'] }),
  factors: defineCollection({ loader: entries('factors'), schema: schemas.factors }),
  themes: defineCollection({ loader: entries('themes'), schema: schemas.themes }),
  priorityAreas: defineCollection({ loader: entries('priority-areas'), schema: schemas['priority-areas'] }),
  places: defineCollection({ loader: entries('places'), schema: schemas.places }),
  paths: defineCollection({ loader: entries('paths'), schema: schemas.paths }),
  glossary: defineCollection({ loader: entries('glossary'), schema: schemas.glossary }),
  sources: defineCollection({ loader: entries('sources'), schema: schemas.sources }),
  recurring: defineCollection({ loader: entries('recurring'), schema: schemas.recurring }),
  takenUp: defineCollection({ loader: entries('taken-up'), schema: schemas['taken-up'] }),
  changeMaps: defineCollection({ loader: listEntries('change-maps'), schema: lists['change-maps'] }),
  measures: defineCollection({ loader: listEntries('measures'), schema: lists.measures }),
  pages: defineCollection({ loader: pageEntries(), schema: schemas.pages }),
  vocabularies: defineCollection({
    loader: vocabularyLists(),
    schema: z.strictObject({ items: z.array(z.record(z.string(), z.unknown())) }),
  }),
  moved: defineCollection({ loader: movedEntries(), schema: z.strictObject({ items: moved }) }),
  site: defineCollection({ loader: siteEntry(), schema: site }),
};
