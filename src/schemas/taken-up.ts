import { z } from 'astro/zod';
import { stage } from './case-study.ts';
import { accepted, accountMonth, draft, line, published, reference, sources } from './fields.ts';
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
  stage: stage(),
  asOf: accountMonth(),
  sources: sources('Where the account is from.'),
  published: published(),
  draft: draft(),
  accepted: accepted(),
});
export type TakenUp = z.infer<typeof takenUp>;
