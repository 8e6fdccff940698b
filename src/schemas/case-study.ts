import { z } from 'astro/zod';
import {
  accepted,
  accountMonth,
  citation,
  day,
  draft,
  line,
  listOf,
  notTold,
  optionalListOf,
  optionalReferences,
  published,
  reference,
  references,
  sources,
} from './fields.ts';

/** How far the practice had come at the month that its account describes. */
export const stages = ['planned', 'piloting', 'running', 'established'] as const;
export const stage = () =>
  z
    .enum(stages)
    .describe('How far it had come at the month of asOf.')
    .meta({ title: 'How far it had come', hint: 'In the month that this describes.' });
/** How a claim is known, the strongest first. */
export const bases = ['measured', 'reported', 'expected'] as const;
/** How consent stands for what an example says of people. */
export const consents = ['not-needed', 'recorded', 'withdrawn'] as const;

/** A claim, with how it is known. `what` is what it tells, in a few words. */
const claim = (what: string) =>
  z.strictObject({
    claim: line(300).describe(`${what}, in one sentence.`).meta({ title: what }),
    basis: z
      .enum(bases)
      .describe('How it is known: measured (counted or surveyed), reported (somebody said so) or expected (hoped for).')
      .meta({
        title: 'How it is known',
        hint: 'Measured: it was counted or surveyed. Reported: somebody said so. Expected: it is hoped for.',
      }),
    by: line(120).optional().describe('Who involved reported it. Leave it out where the source says so itself.').meta({
      title: 'Who said so',
      hint: 'Somebody involved: a role or a group, never a name. Leave it empty where the source says so itself.',
    }),
    figure: line(60)
      .optional()
      .describe('The figure, where there is one, such as 82%. In a file, a number alone stands in quotation marks.')
      .meta({ hint: 'Where there is one, such as 82% or 12 of 15.' }),
    sample: line(120)
      .optional()
      .describe('How many people or things the figure or report rests on.')
      .meta({ title: 'What it rests on', hint: 'How many people or things, such as: 15 families who answered.' }),
    period: line(60).optional().describe('When it was counted or said.').meta({ title: 'When' }),
    ...citation().shape,
  });

/** In the order in which they are written: the form has it, and a file that it saves. */
export const caseStudy = z.strictObject({
  title: line(90).describe('What was done, in a few words that make sense alone. No other example has the same.'),
  place: reference('places', 'Where it was done.'),
  summary: line(220).describe('One or two sentences for lists and search results.'),
  inShort: listOf(line(160).meta({ title: 'Sentence' }))
    .max(5, 'must have at most 5 items')
    .describe('Up to five plain sentences that a young person can read.'),
  done: z
    .array(claim('What was done').meta({ title: 'Thing done' }))
    .default([])
    .describe('What was done, in numbers: people trained, reached or taking part, plans checked, a list that was made.')
    .meta({
      title: 'What was done, in numbers',
      hint: 'People trained, reached or taking part; plans checked. It is no evidence that anything changed.',
    }),
  changes: z
    .array(claim('What changed').meta({ title: 'Change' }))
    .default([])
    .describe('What changed for young people, families, staff, services or ways of working, and how that is known.')
    .meta({
      title: 'What changed, and how that is known',
      hint: 'For young people, families, staff, services or ways of working. One for each thing that changed.',
    }),
  sources: sources('Where the example comes from.'),
  keyFactors: z
    .array(
      z
        .strictObject({
          factor: reference('factors', 'What was key. Two items may name the same one.').meta({
            hint: 'Nearly always one of these fits. Two places that name the same factor are what readers come for.',
          }),
          meant: line(300)
            .describe('What the factor meant here, in one or two sentences.')
            .meta({ title: 'What it meant here', hint: 'In one or two sentences.' }),
        })
        .meta({ title: 'Key factor' }),
    )
    .min(1, 'must have at least one item')
    .describe('What was key to supporting the change.')
    .meta({ title: 'What was key' }),
  priorityAreas: references('priority-areas', 'The priority areas it is under, the main one first.'),
  themes: references('themes', 'What it has in common with others.'),
  groups: references('groups', 'Who was involved.').meta({ title: 'Who was involved', hint: 'All that took part.' }),
  outcomes: optionalReferences('outcomes', 'What the source says that it works towards.').meta({
    title: 'What it works towards',
    hint: 'In the lives of young people, where the source says so.',
  }),
  stage: stage(),
  asOf: accountMonth(),
  notTold: notTold(),
  related: optionalListOf(
    z
      .strictObject({
        example: reference('case-studies', 'The other example.'),
        reason: line(200)
          .describe('Why a reader of either would want the other. It is shown on both.')
          .meta({ title: 'Why a reader would want it', hint: 'It is shown on both pages.' }),
      })
      .meta({ title: 'Related example' }),
  )
    .default([])
    .describe('Other examples. The link shows on both sides, so write it once.')
    .meta({ title: 'Related examples', hint: 'The link shows on both pages, so add it to one of them only.' }),
  disclosure: z
    .strictObject({
      names: line(200)
        .describe('How names were dealt with.')
        .meta({ hint: 'How they were dealt with, such as: No person is named and nobody can be recognised.' }),
      quotations: line(200)
        .describe('How quotations were dealt with.')
        .meta({ hint: 'How they were dealt with, such as: Nobody is quoted.' }),
      pictures: line(200)
        .describe('How pictures were dealt with.')
        .meta({ hint: 'How they were dealt with, such as: There are no pictures of people.' }),
      consent: z.strictObject({
        status: z.enum(consents).describe('not-needed where nobody can be recognised, recorded, or withdrawn.').meta({
          title: 'How it stands',
          hint: 'Not needed is right only where nobody can be recognised.',
          start: 'not-needed',
        }),
        how: line(240)
          .describe('How consent was recorded, or why none was needed. Never who gave it.')
          .meta({ title: 'How it was recorded, or why none is needed', hint: 'Never write who gave it.' }),
        until: day()
          .optional()
          .describe('The day on which consent ends, where it does, YYYY-MM-DD.')
          .meta({ title: 'Day on which it ends', hint: 'Where it ends on a day.' }),
      }),
    })
    .describe('How people are protected.')
    .meta({ title: 'How people are protected', hint: 'Readers see this at the foot of the page.' }),
  published: published(),
  updated: day()
    .optional()
    .describe('The day of the last change to what it says, YYYY-MM-DD.')
    .meta({ title: 'Last changed on', hint: 'Leave it empty until what the page says is changed.' }),
  reviewBy: day()
    .describe('The day by which somebody should look at it again, YYYY-MM-DD.')
    .meta({ title: 'To be looked at again by', hint: 'Most often a year from now.', start: 'in a year' }),
  confirmed: z
    .strictObject({
      on: day()
        .describe('The day on which the place confirmed it, YYYY-MM-DD.')
        .meta({ title: 'Day', hint: 'When it said so.' }),
      status: line(120)
        .describe('How it stood then, in a few words.')
        .meta({ title: 'How it stood then', hint: 'In a few words, such as: The group still meets each month.' }),
    })
    .optional()
    .describe('When the place itself last confirmed the account. Leave it out where it has not.')
    .meta({
      title: 'Confirmation by the place',
      hint: 'Tick this only where the place itself has read the page and says that it is right.',
    }),
  accepted: accepted(),
  draft: draft(),
});
export type CaseStudy = z.infer<typeof caseStudy>;
