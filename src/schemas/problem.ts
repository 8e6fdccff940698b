import { z } from 'astro/zod';
import { accepted, draft, line } from './fields.ts';
import { anyPage, writtenAddress } from './page-reference.ts';

/** What a problem page starts from: who the reader is, or what the reader faces. */
export const problemKinds = ['role', 'problem'] as const;

const step = z
  .strictObject({
    to: anyPage(),
    why: line(200).describe('Why it helps this reader, in one plain sentence.').meta({ title: 'Why it helps' }),
  })
  .meta({ title: 'Step' });

export const problem = z.strictObject({
  title: line(60).describe('Who the reader is, or what the reader faces, as the reader would say it.'),
  summary: line(220).describe('What the page leads to, in one or two sentences.'),
  kind: z
    .enum(problemKinds)
    .describe('role where it starts from who the reader is, problem where from what they face.')
    .meta({ title: 'Starts from', hint: 'Role: who the reader is. Problem: what the reader faces.' }),
  order: z.int().min(1).describe('Its place among the pages of its kind, 1 first.').meta({ title: 'Place in lists' }),
  steps: z
    .array(step)
    .min(3, 'must have at least 3 items')
    .max(6, 'must have at most 6 items')
    .superRefine((steps, context) => {
      const seen = new Set<string>();
      steps.forEach(({ to }, index) => {
        const address = writtenAddress(to);
        if (seen.has(address))
          context.addIssue({ code: 'custom', path: [index, 'to'], message: 'stands in the list twice' });
        seen.add(address);
      });
    })
    .describe('The pages to read, the first one first: 3 to 6 of them.'),
  draft: draft(),
  accepted: accepted(),
});
export type Problem = z.infer<typeof problem>;
