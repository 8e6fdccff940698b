import { z } from 'astro/zod';
import { accepted, draft, line, webAddress } from './fields.ts';

export const source = z.strictObject({
  title: line(160).describe('The title of the document or data set.'),
  shortTitle: line(60).describe('A name for it in running text.').meta({ title: 'Short title' }),
  authors: z
    .array(line(80).meta({ title: 'Author' }))
    .default([])
    .describe('Who wrote it: surname, initial.'),
  publisher: line(120).describe('Who published it.'),
  year: z.int().min(1900).max(2100).describe('The year of publication.'),
  url: webAddress()
    .optional()
    .describe('Where it can be found.')
    .meta({ title: 'Address on the web', hint: 'Where it can be found, beginning with https://.' }),
  licence: line(200).describe(
    'How it may be used: the name of its licence, such as CC BY 4.0, or “All rights reserved”.',
  ),
  draft: draft(),
  accepted: accepted(),
});
export type Source = z.infer<typeof source>;
