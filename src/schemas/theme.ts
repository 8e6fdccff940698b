import { z } from 'astro/zod';
import { accepted, citation, draft, line, optionalListOf } from './fields.ts';

export const theme = z.strictObject({
  title: line(60).describe('The theme in a few words.'),
  summary: line(220).describe('What it is about, in one or two sentences.'),
  order: z.int().min(1).describe('Its place in lists, 1 first.').meta({ title: 'Place in lists' }),
  origin: z
    .enum(['source', 'editorial'])
    .describe('source where the theme is from a source, editorial where this site added it.')
    .meta({ title: 'Where it is from', hint: 'Source: from one of the sources. Editorial: this site added it.' }),
  sources: optionalListOf(citation())
    .default([])
    .describe('Where the theme is from. Needed where the origin is source.')
    .meta({ title: 'Where it comes from', hint: 'Needed where it is from a source.' }),
  draft: draft(),
  accepted: accepted(),
});
export type Theme = z.infer<typeof theme>;
