import { z } from 'astro/zod';
import { signs } from './drawing.ts';
import { accepted, draft, line, notTold, slug, sources } from './fields.ts';

export const priorityArea = z.strictObject({
  title: line(70).describe('The full name of the area.'),
  shortTitle: line(30).describe('The name for tags and tick-boxes.').meta({ title: 'Short name' }),
  summary: line(220).describe('What the area is about, in one or two plain sentences.'),
  aim: line(500).describe('What the programme aimed for.'),
  order: z.int().min(1).describe('Its place in lists, 1 first.').meta({ title: 'Place in lists' }),
  colour: z.int().min(1).max(6).describe('One of the six tag colours, 1 to 6.'),
  sign: slug()
    .describe(
      `The drawn sign that goes with the name: ${signs.join(', ')}, or one of your own, which is a file in signs/.`,
    )
    .meta({ hint: `One of ${signs.join(', ')}, or the name of one of your own.` }),
  sources: sources('Where the account is from.'),
  notTold: notTold(),
  draft: draft(),
  accepted: accepted(),
});
