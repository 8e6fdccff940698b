import { z } from 'astro/zod';
import { line, slug } from './fields.ts';

/** An item of a list as an entry of its collection, which would be in no order otherwise: `order` counts from 0. */
export const inOrder = <Shape extends z.ZodRawShape>(item: z.ZodObject<Shape, z.core.$strict>) =>
  item.extend({ order: z.int() });

const entry = {
  slug: slug()
    .describe('The name that entries use.')
    .meta({ title: 'Name in files', hint: 'Lower-case words with hyphens. It never changes.' }),
  title: line(60).describe('The name that readers see.').meta({ title: 'Name that readers see' }),
};

const listWithoutRepeats = <T extends z.ZodType<{ slug: string; title: string }>>(item: T) =>
  z
    .array(item)
    .min(1, 'must have at least one item')
    .superRefine((items, context) => {
      for (const key of ['slug', 'title'] as const) {
        const seen = new Set<string>();
        items.forEach((one, index) => {
          if (seen.has(one[key]))
            context.addIssue({ code: 'custom', path: [index, key], message: 'stands in the list twice' });
          seen.add(one[key]);
        });
      }
    });

/** A group of people who can be involved in an example. */
export const group = z.strictObject(entry);
/** Something that examples work towards. */
export const outcome = z.strictObject(entry);
/** A kind of local authority. */
export const authorityKind = z.strictObject({
  ...entry,
  summary: line(220).describe('What such an authority is, in plain words.'),
});
/** A region, with its place on a tile map: columns from the west, rows from the north, both from 1. */
export const region = z.strictObject({
  ...entry,
  code: line(20).describe('Its code in the register.'),
  column: z.int().min(1).max(20).describe('Its column on the tile map, from the west.'),
  row: z.int().min(1).max(20).describe('Its row on the tile map, from the north.'),
});

export const groups = listWithoutRepeats(group);
export const outcomes = listWithoutRepeats(outcome);
export const authorityKinds = listWithoutRepeats(authorityKind);
export const regions = listWithoutRepeats(region);
export type Vocabulary = z.infer<typeof groups>;
export type AuthorityKinds = z.infer<typeof authorityKinds>;
export type Regions = z.infer<typeof regions>;
