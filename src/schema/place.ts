import { z } from 'astro/zod';
import { accepted, citation, draft, line, listOf, optionalListOf, slug } from './fields.ts';

export const place = z.strictObject({
  title: line(60).describe('The name of the place.'),
  summary: line(220).describe('What it worked on, in one or two sentences.'),
  region: slug().describe('A slug from vocabularies/regions.yaml.'),
  authorities: listOf(
    z.strictObject({
      name: line(60).describe('The name of the authority.'),
      code: line(20).describe('Its code in the register that sources names.'),
      kind: slug().describe('A slug from vocabularies/authority-kinds.yaml.'),
    }),
  ).describe('The local authorities in the place.'),
  priorityAreas: optionalListOf(slug()).describe(
    'The priority areas that it chose: slugs of files in priority-areas/.',
  ),
  sources: listOf(citation()).describe('Where the account, the region and the codes are from.'),
  draft: draft(),
  accepted: accepted(),
});
export type Place = z.infer<typeof place>;
