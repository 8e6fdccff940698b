import { z } from 'astro/zod';
import { accepted, citation, draft, line, listOf } from './fields.ts';

/** The signs that src/components/Sign.astro can draw. */
export const signs = ['plan', 'voices', 'join', 'purse', 'work', 'signpost', 'home', 'health', 'book', 'star'] as const;

export const priorityArea = z.strictObject({
  title: line(70).describe('The full name of the area.'),
  shortTitle: line(30).describe('The name for tags and tick-boxes.'),
  summary: line(220).describe('What the area is about, in one or two plain sentences.'),
  aim: line(500).describe('What the programme aimed for.'),
  order: z.int().min(1).describe('Its place in lists, 1 first.'),
  colour: z.int().min(1).max(6).describe('One of the six tag colours, 1 to 6.'),
  sign: z.enum(signs).describe('The drawn sign that goes with the name.'),
  sources: listOf(citation()).describe('Where the account is from.'),
  draft: draft(),
  accepted: accepted(),
});
