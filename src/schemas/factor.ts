import { z } from 'astro/zod';
import { accepted, draft, line, notTold, optionalReferences, references } from './fields.ts';

export const factor = z.strictObject({
  title: line(90).describe('The factor in a few words. No other factor has the same.'),
  summary: line(220).describe('What it is and why it helps, in one or two sentences.'),
  themes: references('themes', 'The themes it is under.'),
  priorityAreas: optionalReferences(
    'priority-areas',
    'Priority areas that the source itself links it to, beyond those of the examples that name it.',
  ),
  notTold: notTold(),
  draft: draft(),
  accepted: accepted(),
});
export type Factor = z.infer<typeof factor>;
