import { z } from 'astro/zod';
import { accepted, draft, line, optionalReferences, slug, sources } from './fields.ts';
import { shownBy } from './page-reference.ts';

/** The boxes of a map, in the order in which it is read: what was to be addressed, the context, what was planned, what was hoped for. */
export const boxes = ['issues', 'organisational', 'local', 'national', 'mechanisms', 'outcomes'] as const;
export type Box = (typeof boxes)[number];

const fields = {
  id: slug()
    .describe('Its name in addresses. It is never changed, and no other item of the file has it.')
    .meta({ title: 'Name in addresses', hint: 'It is never changed, and nothing else on the map has it.' }),
  text: line(300)
    .describe('What the map says, in plain words.')
    .meta({ title: 'What the map says', hint: 'In plain words.' }),
  priorityAreas: optionalReferences('priority-areas', 'The priority areas that it is about.'),
  themes: optionalReferences('themes', 'The themes that it is about.'),
  links: z
    .array(shownBy())
    .default([])
    .describe('The examples and factors that show it.')
    .meta({ title: 'What shows it' }),
  leads: z
    .array(
      z
        .strictObject({
          to: slug()
            .describe('The id of another item of the file.')
            .meta({ title: 'Leads to', hint: 'The name in addresses of something else on this map.' }),
          because: line(300)
            .describe('How the source says that the one leads to the other, in one sentence.')
            .meta({ title: 'How the source says so' }),
        })
        .meta({ title: 'Arrow' }),
    )
    .default([])
    .describe('What the source itself says that it leads to. Whatever is only about the same goes into sameSubject.')
    .meta({ title: 'What the source says that it leads to' }),
  sameSubject: z
    .array(
      z
        .strictObject({
          with: slug()
            .describe('The id of another item of the file. Written on one of the two, it shows on both.')
            .meta({ title: 'With', hint: 'The name in addresses of something else on this map.' }),
          because: line(300)
            .describe('What the two have in common, in one sentence.')
            .meta({ title: 'What they have in common' }),
        })
        .meta({ title: 'Other item' }),
    )
    .default([])
    .describe("Items on the same subject. This is the site's own reading, and no line joins them.")
    .meta({ title: 'On the same subject', hint: 'The site’s own reading: the source does not join the two.' }),
};
const item = z
  .strictObject({
    ...fields,
    items: z
      .array(z.strictObject(fields).meta({ title: 'Item' }))
      .default([])
      .describe('The items under it.')
      .meta({ title: 'Items under it' }),
  })
  .meta({ title: 'Item' });
const box = (what: string, title = what.replace(/\.$/, '')) => z.array(item).default([]).describe(what).meta({ title });

/** How a place said that change would come about. Items are numbered by nothing but their place in the lists. */
export const changeMap = z.strictObject({
  sources: sources('Where the map is from.'),
  issues: box('What was to be addressed.'),
  organisational: box('The context within the organisations.'),
  local: box('The local or regional context.'),
  national: box('The national context.'),
  mechanisms: box('What was planned or needed.'),
  outcomes: box('What was hoped for.'),
  draft: draft(),
  accepted: accepted(),
});
export type ChangeMap = z.infer<typeof changeMap>;
export type MapItem = ChangeMap[Box][number];
