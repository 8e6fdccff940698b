import { z } from 'astro/zod';
import {
  accepted,
  citation,
  day,
  draft,
  line,
  listOf,
  month,
  optionalListOf,
  reference,
  references,
} from './fields.ts';

/** How far the practice had come at the month that its account describes. */
export const stages = ['planned', 'piloting', 'running', 'established'] as const;
/** How a change is known, the strongest first. */
export const bases = ['measured', 'reported', 'expected'] as const;
/** How consent stands for what an example says of people. */
export const consents = ['not-needed', 'recorded', 'withdrawn'] as const;

/** The second-level headings that the body of every case study has, in this order. */
export const caseStudySections = [
  'What they started from',
  'What they did',
  'What was hard',
  'What came next',
] as const;
/** The section that tells what was done. */
export const didSection = caseStudySections[1];
/** A third-level heading that the section on what was done may have. Comparisons show what stands under it. */
export const paidAndStaffed = 'Who paid and who staffed it';

const change = z
  .strictObject({
    claim: line(300).describe('What changed, in one sentence.'),
    basis: z
      .enum(bases)
      .describe(
        'How it is known: measured (counted or surveyed), reported (somebody said so) or expected (hoped for).',
      ),
    by: line(120)
      .optional()
      .describe('Who reported it. Needed where the basis is reported.')
      .meta({ neededWhere: { basis: 'reported' } }),
    figure: line(60)
      .optional()
      .describe('The figure, where there is one, such as 82%. In a file, a number alone stands in quotation marks.'),
    sample: line(120).optional().describe('How many people or things the figure or report rests on.'),
    period: line(60).optional().describe('When it was counted or said.'),
    ...citation().shape,
  })
  .superRefine((value, context) => {
    if (value.basis === 'reported' && value.by === undefined)
      context.addIssue({ code: 'custom', path: ['by'], message: 'is missing: a reported change says who reported it' });
  });

export const caseStudy = z.strictObject({
  title: line(90).describe('What was done, in a few words that make sense alone. No other example has the same.'),
  summary: line(220).describe('One or two sentences for lists and search results.'),
  inShort: listOf(line(160))
    .max(5, 'must have at most 5 items')
    .describe('Up to five plain sentences that a young person can read.'),
  place: reference('places', 'Where it was done.'),
  priorityAreas: references('priority-areas', 'The areas it is under, the main one first.'),
  themes: references('themes', 'What it has in common with others.'),
  groups: references('groups', 'Who was involved.'),
  outcomes: references('outcomes', 'What it works towards.'),
  stage: z.enum(stages).describe('How far it had come at the month of asOf.'),
  asOf: month().describe('The month that the account describes, YYYY-MM.'),
  keyFactors: z
    .array(
      z.strictObject({
        factor: reference('factors', 'What was key. Two items may name the same one.'),
        meant: line(300).describe('What the factor meant here, in one or two sentences.'),
      }),
    )
    .min(1, 'must have at least one item')
    .describe('What was key to supporting the change.'),
  changes: z.array(change).min(1, 'must have at least one item').describe('What changed and how that is known.'),
  sources: listOf(citation()).describe('Where the example comes from.'),
  related: optionalListOf(
    z.strictObject({
      example: reference('case-studies', 'The other example.'),
      reason: line(200).describe('Why a reader of either would want the other. It is shown on both.'),
    }),
  )
    .default([])
    .describe('Other examples. The link shows on both sides, so write it once.'),
  disclosure: z
    .strictObject({
      names: line(200).describe('How names were dealt with.'),
      quotations: line(200).describe('How quotations were dealt with.'),
      pictures: line(200).describe('How pictures were dealt with.'),
      consent: z.strictObject({
        status: z.enum(consents).describe('not-needed where nobody can be recognised, recorded, or withdrawn.'),
        how: line(240).describe('How consent was recorded, or why none was needed. Never who gave it.'),
        until: day().optional().describe('The day on which consent ends, where it does, YYYY-MM-DD.'),
      }),
    })
    .describe('How people are protected.'),
  published: day().describe('The day this page was first published, YYYY-MM-DD.'),
  updated: day().optional().describe('The day of the last change to what it says, YYYY-MM-DD.'),
  reviewBy: day().describe('The day by which somebody should look at it again, YYYY-MM-DD.'),
  confirmed: z
    .strictObject({
      on: day().describe('The day on which the place confirmed it, YYYY-MM-DD.'),
      status: line(120).describe('How it stood then, in a few words.'),
    })
    .optional()
    .describe('When the place itself last confirmed the account. Leave it out where it has not.'),
  draft: draft(),
  accepted: accepted(),
});
export type CaseStudy = z.infer<typeof caseStudy>;
