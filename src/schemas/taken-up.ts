import { z } from 'astro/zod';
import { stages } from './case-study.ts';
import { accepted, citation, day, draft, line, listOf, month, reference } from './fields.ts';
import { showing } from './page-reference.ts';

/** We tried this: a place that took up an idea from somewhere else. */
export const takenUp = z.strictObject({
  title: line(90).describe('Who took up what, in a few words that make sense alone.'),
  summary: line(220).describe('What was taken up and how far it came, in one or two sentences.'),
  who: line(120).describe('Who took it up.'),
  place: reference('places', 'The place that took it up, where it is one of those here.').optional(),
  from: showing().describe('What was taken up: examples/SLUG or factors/SLUG.'),
  kept: line(300).optional().describe('What was kept, where the source says so.'),
  changed: line(300).optional().describe('What was changed, where the source says so.'),
  cameOfIt: line(300).describe('What came of it, with the caution of the source.'),
  stage: z.enum(stages).describe('How far it had come at the month of asOf.'),
  asOf: month().describe('The month that the account describes, YYYY-MM.'),
  sources: listOf(citation()).describe('Where the account is from.'),
  published: day().describe('The day this page was first published, YYYY-MM-DD.'),
  draft: draft(),
  accepted: accepted(),
});
export type TakenUp = z.infer<typeof takenUp>;
