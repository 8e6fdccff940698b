import { z } from 'astro/zod';
import { stage } from './case-study.ts';
import { accepted, accountMonth, draft, line, published, reference, sources } from './fields.ts';
import { showing } from './page-reference.ts';

/** How sure it is that one is from the other, the surest first. */
export const links = ['took-up', 'considering', 'similar'] as const;
export type Link = (typeof links)[number];

/** We tried this: a place that took up an idea from somewhere else. */
export const takenUp = z.strictObject({
  title: line(90).describe('Who took up what, in a few words that make sense alone.'),
  summary: line(220).describe('What was taken up and how far it came, in one or two sentences.'),
  link: z
    .enum(links)
    .describe(
      'What the source says of the link: took-up, considering, or similar where it does not say that the idea was from there.',
    )
    .meta({
      title: 'How sure the link is',
      hint: 'Took up: the source says so. Considering: it may. Similar: it does something like it, and the source does not say where the idea came from.',
    }),
  who: line(120)
    .describe('Who took it up, is considering it or does something like it.')
    .meta({ title: 'Who', hint: 'A role or a group, never a name.' }),
  place: reference('places', 'The place that took it up, where it is one of those here.').optional(),
  from: showing()
    .describe('What was taken up, is considered or is like it: examples/SLUG or factors/SLUG.')
    .meta({ title: 'What was taken up, or is like it' }),
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
