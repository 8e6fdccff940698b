import { z } from 'astro/zod';
import { accepted, draft, line, reference } from './fields.ts';

export const glossaryTerm = z.strictObject({
  title: line(80).describe('The term written out in full, as it stands in running text.').meta({ title: 'Term' }),
  abbreviation: line(20).optional().describe('The short form that readers meet, in the singular.'),
  plural: line(80).optional().describe('The plural of the title, where it is not the title with an s.'),
  summary: line(400).describe('What it means, in plain words.'),
  alsoCalled: z
    .array(line(60).meta({ title: 'Other word' }))
    .default([])
    .describe('Other words that people use for it, so that a search finds them.')
    .meta({ title: 'Also called' }),
  notCalled: z
    .array(line(60).meta({ title: 'Other words' }))
    .default([])
    .describe('Other words for it that pages here do not use: the check asks where they stand.')
    .meta({
      title: 'Not called',
      hint: 'Other words for it that pages here do not use. The check asks where they stand.',
    }),
  notExplainedIn: reference('sources', 'A source that uses the abbreviation and never explains it.')
    .meta({ title: 'Not explained in' })
    .optional(),
  draft: draft(),
  accepted: accepted(),
});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;
