import { z } from 'astro/zod';
import { accepted, draft, line, slug, sources } from './fields.ts';
import { shownBy } from './page-reference.ts';

/** Where what is measured comes from: records, surveys, talking with groups of people, figures on the use of a website. */
export const measureKinds = ['records', 'surveys', 'groups', 'web'] as const;
export type MeasureKind = (typeof measureKinds)[number];

const fields = {
  id: slug()
    .describe('Its name in addresses. It is never changed, and no other item of the file has it.')
    .meta({ title: 'Name in addresses', hint: 'It is never changed, and no other measure of the list has it.' }),
  text: line(300)
    .describe('What to look at, in plain words.')
    .meta({ title: 'What to look at', hint: 'In plain words.' }),
  from: z
    .enum(measureKinds)
    .optional()
    .describe('Where it comes from, where the source makes that clear.')
    .meta({ title: 'Where it comes from' }),
  shows: line(300)
    .optional()
    .describe('What it shows, where the source makes that clear.')
    .meta({ title: 'What it shows' }),
  like: z
    .array(shownBy())
    .default([])
    .describe('The examples that have a figure or a view of this kind.')
    .meta({ title: 'Examples with something of this kind' }),
};

/** Ways in which progress in a priority area can be shown. The file has the name of the area's. */
export const measures = z.strictObject({
  sources: sources('Where the list is from.'),
  standing: line(300)
    .describe(
      'What the list is and is not: who put it forward, and whether any of it was used. It stands on every page of measures.',
    )
    .meta({ title: 'What the list is', hint: 'Who put it forward, and whether any of it was used.' }),
  measures: z
    .array(
      z
        .strictObject({
          ...fields,
          items: z
            .array(z.strictObject(fields).meta({ title: 'Part' }))
            .default([])
            .describe('The parts that it has.')
            .meta({ title: 'Parts' }),
        })
        .meta({ title: 'Measure' }),
    )
    .min(1, 'must have at least one item')
    .describe('The measures.'),
  draft: draft(),
  accepted: accepted(),
});
export type Measures = z.infer<typeof measures>;
export type Measure = Measures['measures'][number];
