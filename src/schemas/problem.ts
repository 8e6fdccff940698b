import { z } from 'astro/zod';
import { accepted, draft, line } from './fields.ts';
import { slugPattern } from './slug.ts';

/** What a problem page starts from: who the reader is, or what the reader faces. */
export const problemKinds = ['role', 'problem'] as const;

/** The folders of content that a step can lead into, by the first part of the address. */
export const stepFolders = {
  examples: 'case-studies',
  factors: 'factors',
  themes: 'themes',
  'priority-areas': 'priority-areas',
  places: 'places',
} as const;
export type StepPart = keyof typeof stepFolders;

/** The part of the site and the slug in a step's `to`; no part where it names a page of its own. */
export function stepTarget(to: string): { part?: StepPart; id: string } {
  const [part = '', id] = to.split('/');
  return id === undefined || !Object.hasOwn(stepFolders, part) ? { id: to } : { part: part as StepPart, id };
}

const slug = slugPattern.source.slice(1, -1);
const step = z.strictObject({
  to: z
    .string()
    .regex(
      new RegExp(`^${slug}(?:/${slug})?$`),
      'must be a page within the site, such as examples/SLUG or a page’s slug',
    )
    .describe(`A page within the site: ${Object.keys(stepFolders).join('/…, ')}/… or the slug of a file in pages/.`),
  why: line(200).describe('Why it helps this reader, in one plain sentence.'),
});

export const problem = z.strictObject({
  title: line(60).describe('Who the reader is, or what the reader faces, as the reader would say it.'),
  summary: line(220).describe('What the page leads to, in one or two sentences.'),
  kind: z
    .enum(problemKinds)
    .describe('role where it starts from who the reader is, problem where from what they face.'),
  order: z.int().min(1).describe('Its place among the pages of its kind, 1 first.'),
  steps: z
    .array(step)
    .min(3, 'must have at least 3 items')
    .max(6, 'must have at most 6 items')
    .superRefine((steps, context) => {
      const seen = new Set<string>();
      steps.forEach(({ to }, index) => {
        if (seen.has(to))
          context.addIssue({ code: 'custom', path: [index, 'to'], message: 'stands in the list twice' });
        seen.add(to);
      });
    })
    .describe('The pages to read, the first one first: 3 to 6 of them.'),
  draft: draft(),
  accepted: accepted(),
});
export type Problem = z.infer<typeof problem>;
