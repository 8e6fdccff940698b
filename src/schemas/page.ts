import { z } from 'astro/zod';
import { accepted, draft, line } from './fields.ts';

export const page = z.strictObject({
  title: line(80).describe('The heading of the page.'),
  summary: line(220).describe('What the page tells, in one or two sentences.'),
  draft: draft(),
  accepted: accepted(),
});
export type Page = z.infer<typeof page>;
