import { z } from 'astro/zod';
import { accepted, draft, line, listOf, optionalListOf, refersTo, slug } from './fields.ts';

export const factor = z.strictObject({
  title: line(90).describe('The factor in a few words. No other factor has the same.'),
  summary: line(220).describe('What it is and why it helps, in one or two sentences.'),
  themes: listOf(slug()).meta(refersTo('themes', 'The themes it is under.')),
  priorityAreas: optionalListOf(slug())
    .default([])
    .meta(
      refersTo(
        'priority-areas',
        'Priority areas that the source itself links it to, beyond those of the examples that name it.',
      ),
    ),
  draft: draft(),
  accepted: accepted(),
});
export type Factor = z.infer<typeof factor>;
