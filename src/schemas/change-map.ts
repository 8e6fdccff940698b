import { z } from 'astro/zod';
import { accepted, citation, draft, line, listOf, optionalReferences, slug } from './fields.ts';
import { shownBy } from './page-reference.ts';

/** The boxes of a map, in the order in which it is read: what was to be addressed, the context, what was done, what for. */
export const boxes = ['issues', 'organisational', 'local', 'national', 'mechanisms', 'outcomes'] as const;
export type Box = (typeof boxes)[number];

const fields = {
  id: slug().describe('Its name in addresses. It is never changed, and no other item of the file has it.'),
  text: line(300).describe('What the map says, in plain words.'),
  priorityAreas: optionalReferences('priority-areas', 'The areas that it is about.'),
  themes: optionalReferences('themes', 'The themes that it is about.'),
  links: z.array(shownBy()).default([]).describe('The examples and factors that show it.'),
  leads: z
    .array(
      z.strictObject({
        to: slug().describe('The id of another item of the file.'),
        because: line(300).describe('What in the source ties the two, in one sentence.'),
      }),
    )
    .default([])
    .describe('What it leads to: the mechanism that a context led to, or the outcome that a mechanism is for.'),
};
const item = z.strictObject({
  ...fields,
  items: z.array(z.strictObject(fields)).default([]).describe('The items under it.'),
});
const box = (what: string) => z.array(item).default([]).describe(what);

/** How a place said that change would come about. Items are numbered by nothing but their place in the lists. */
export const changeMap = z.strictObject({
  sources: listOf(citation()).describe('Where the map is from.'),
  issues: box('What was to be addressed.'),
  organisational: box('The context within the organisations.'),
  local: box('The local or regional context.'),
  national: box('The national context.'),
  mechanisms: box('What was done, or was to be done.'),
  outcomes: box('What it was for.'),
  draft: draft(),
  accepted: accepted(),
});
export type ChangeMap = z.infer<typeof changeMap>;
export type MapItem = ChangeMap[Box][number];
