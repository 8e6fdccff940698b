import { z } from 'astro/zod';
import { accepted, draft, line, reference, slug } from './fields.ts';

/** What several maps say, in other words: grouped by hand. */
export const recurring = z.strictObject({
  title: line(90).describe('What recurs, in a few words. No other group has the same.'),
  summary: line(220).describe('What it is, in one or two sentences.'),
  order: z.int().min(1).describe('Its place in lists, 1 first.').meta({ title: 'Place in lists' }),
  items: z
    .array(
      z
        .strictObject({
          map: reference('change-maps', 'The place whose map says it.', 'places'),
          item: slug()
            .describe('The id of the item in that map.')
            .meta({ hint: 'The name in addresses that it has on that map.' }),
        })
        .meta({ title: 'Item' }),
    )
    .min(2, 'must have at least 2 items')
    .describe('The items of the maps that say it.'),
  draft: draft(),
  accepted: accepted(),
});
export type Recurring = z.infer<typeof recurring>;
