import { z } from 'astro/zod';
import { accepted, draft, line, listOf, optionalReferences, reference, sources } from './fields.ts';

export const place = z.strictObject({
  title: line(60).describe('The name of the place.'),
  summary: line(220).describe('What it worked on, in one or two sentences.'),
  region: reference('regions', 'The region it is in.'),
  authorities: listOf(
    z
      .strictObject({
        name: line(60).describe('The name of the authority.'),
        code: line(20)
          .describe('Its code in the register that sources names.')
          .meta({ hint: 'Its code in the register of authorities, which is one of the sources.' }),
        kind: reference('authority-kinds', 'What kind of authority it is.'),
      })
      .meta({ title: 'Authority' }),
  ).describe('The local authorities in the place.'),
  priorityAreas: optionalReferences('priority-areas', 'The priority areas that it chose.'),
  sources: sources('Where the account, the region and the codes are from.').meta({
    hint: 'What is said here, the region and the codes.',
  }),
  draft: draft(),
  accepted: accepted(),
});
export type Place = z.infer<typeof place>;
