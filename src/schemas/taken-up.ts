import { z } from 'astro/zod';
import { stages } from './case-study.ts';
import { accepted, citation, day, draft, line, listOf, month, reference } from './fields.ts';
import { showing } from './page-reference.ts';

/** We tried this: a place that took up an idea from somewhere else. */
export const takenUp = z.strictObject({
  title: line(90).describe('Who took up what, in a few words that make sense alone.'),
  summary: line(220).describe('What was taken up and how far it came, in one or two sentences.'),
  who: line(120)
    .describe('Who took it up.')
    .meta({ title: 'Who took it up', hint: 'A role or a group, never a name.' }),
  place: reference('places', 'The place that took it up, where it is one of those here.').optional(),
  from: showing().describe('What was taken up: examples/SLUG or factors/SLUG.').meta({ title: 'What was taken up' }),
  kept: line(300)
    .optional()
    .describe('What was kept, where the source says so.')
    .meta({ title: 'What was kept', hint: 'Where the source says so.' }),
  changed: line(300)
    .optional()
    .describe('What was changed, where the source says so.')
    .meta({ title: 'What was changed', hint: 'Where the source says so.' }),
  cameOfIt: line(300)
    .describe('What came of it, with the caution of the source.')
    .meta({ title: 'What came of it', hint: 'With the caution of the source.' }),
  stage: z
    .enum(stages)
    .describe('How far it had come at the month of asOf.')
    .meta({ title: 'How far it had come', hint: 'In the month that this describes.' }),
  asOf: month()
    .describe('The month that the account describes, YYYY-MM.')
    .meta({ title: 'Month that this describes', hint: 'Not the month in which you write. Year first: 2026-03.' }),
  sources: listOf(citation()).describe('Where the account is from.').meta({ title: 'Where it comes from' }),
  published: day()
    .describe('The day this page was first published, YYYY-MM-DD.')
    .meta({ title: 'First published on', hint: 'The day on which readers first see it.', start: 'today' }),
  draft: draft(),
  accepted: accepted(),
});
export type TakenUp = z.infer<typeof takenUp>;
