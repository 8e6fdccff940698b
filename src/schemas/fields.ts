/**
 * The small parts that the schemas are made of. Every field is plain text, a slug, a date or a list of those.
 *
 * A description is for those who write files, and the check shows it. The form at /publish/ shows the same, and in its
 * place what .meta() says: `title` is a label where the key's own name does not serve, or for an item of a list what one
 * is called; `hint` what goes into the field; `start` what it begins with.
 */
import { createReference } from 'astro/content/runtime';
import { z } from 'astro/zod';
import { doubledWord } from './doubled.ts';
import { hiddenPattern, isPlainWebAddress } from './hidden.ts';
import { slugPattern } from './slug.ts';

/** One line of plain text: no line break, no space at its ends, at most `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .min(1, 'must not be empty')
    .max(max, `must have at most ${max} characters`)
    .regex(/^\S(?:[^\r\n]*\S)?$/, oneLine)
    // The signs may be written as escapes, which the file itself does not show.
    .refine((text) => !hiddenPattern.test(text), { message: 'must hold no hidden characters' })
    .refine((text) => !doubledWord.test(text), {
      error: ({ input }) => `says "${doubledWord.exec(String(input))?.[1]}" twice`,
    })
    .refine((text) => !/^“[^”]*$/.test(text), { message: 'begins with a quotation mark that is not closed' })
    // Astro takes a text that begins so for the path of a file to import.
    .refine((text) => !text.startsWith('__ASTRO_IMAGE_'), { message: 'must not begin with __ASTRO_IMAGE_' })
    .meta({ says: oneLine });
const oneLine = 'must be one line with no space at its ends';

export const slug = () => z.string().regex(slugPattern, slugSays).meta({ says: slugSays });
const slugSays = 'must be a slug: lower-case letters, figures and hyphens, a letter first';

/** Another entry, as a schema gives it: Astro's own form, which getEntry takes. */
export interface Reference<Collection extends string = string> {
  collection: Collection;
  id: string;
}

/** The slugs that references name. */
export const idsOf = (references: readonly Reference[]): string[] => references.map(({ id }) => id);

/** Astro's own reference(), which astro:content offers to what Vite loads alone. */
const astroReference = createReference() as unknown as <Collection extends string>(
  to: Collection,
) => z.ZodType<Reference<Collection>, string>;

/**
 * What a form needs to know of a field that names an entry of another collection, or several: `refersTo` is the
 * collection, and `hint` what the field is for.
 */
const about = (to: string, hint: string) => ({ refersTo: to, hint, description: `${hint} A slug from ${to}.` });

const bareReference = <Collection extends string>(to: Collection) => slug().pipe(astroReference(to));

/**
 * The slug of an entry of another collection. `hint` says what it is for; where entries of `named` have the same slugs,
 * a form lists those by their titles.
 */
export const reference = <Collection extends string>(to: Collection, hint: string, named: string = to) =>
  bareReference(to).meta(about(named, hint));

/** A list of at least one such slug, with none twice. */
export const references = <Collection extends string>(to: Collection, hint: string) =>
  listOf(bareReference(to)).meta(about(to, hint));

/** The same, which may be left out. */
export const optionalReferences = <Collection extends string>(to: Collection, hint: string) =>
  optionalListOf(bareReference(to)).default([]).meta(about(to, hint));

/** A list with at least one item and none twice. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.array(item).min(1, 'must have at least one item').superRefine(refuseRepeats);

/** A list that may be empty, with no item twice. */
export const optionalListOf = <T extends z.ZodType>(item: T) => z.array(item).superRefine(refuseRepeats);

function refuseRepeats(items: unknown[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const key = JSON.stringify(item);
    if (seen.has(key)) context.addIssue({ code: 'custom', path: [index], message: 'stands in the list twice' });
    seen.add(key);
  });
}

/** A day as YYYY-MM-DD that the calendar has. */
export const day = () =>
  z
    .string()
    .refine(
      (value) => {
        const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
        return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
      },
      { message: 'must be a day that exists, written YYYY-MM-DD' },
    )
    .meta({ format: 'date' });

/** A month as YYYY-MM. */
export const month = () =>
  z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, monthSays)
    .meta({ says: monthSays });
const monthSays = 'must be a month, written YYYY-MM';

/** An address on the web. */
export const webAddress = () =>
  z.string().refine(isPlainWebAddress, { message: webSays }).meta({ pattern: webPattern.source, says: webSays });
/** What a form can tell of an address as it is typed; isPlainWebAddress judges the rest. */
const webPattern = /^https?:\/\/[^\s]+$/;
const webSays =
  'must be a whole web address that begins with https:// or http://, with no name or password before the host';

/** Where in which source something stands. */
export const citation = () =>
  z
    .strictObject({
      source: reference('sources', 'The document or data set it is from.'),
      where: line(120)
        .describe('The place in the source: a section, an appendix, a page.')
        .meta({ title: 'Where in the source', hint: 'A section, an appendix or a page.' }),
    })
    .meta({ title: 'Passage' });

/** The passages that an entry rests on; `what` says what is from there. */
export const sources = (what: string) => listOf(citation()).describe(what).meta({ title: 'Where it comes from' });

/** The month of an account. */
export const accountMonth = () =>
  month()
    .describe('The month that the account describes, YYYY-MM.')
    .meta({ title: 'Month that this describes', hint: 'Not the month in which you write. Year first: 2026-03.' });

/** What a reader would ask and the source does not answer. */
export const notTold = () =>
  line(300)
    .optional()
    .describe('What the source does not tell and a reader would ask, in one sentence or two.')
    .meta({ title: 'What the source does not tell', hint: 'What a reader would ask, in one sentence or two.' });

export const published = () =>
  day()
    .describe('The day this page was first published, YYYY-MM-DD.')
    .meta({ title: 'First published on', hint: 'The day on which readers first see it.', start: 'today' });

export const draft = () =>
  z.boolean().default(false).describe('true keeps the entry out of the site. Leave it out to publish.').meta({
    title: 'Keep this off the site for now',
    hint: 'While this is on, readers do not see the page, and it may be unfinished. Turn it off to publish.',
  });

/** What a check can ask of a text, by the name under which a file accepts it. */
export const questionRules = [
  'possible-name',
  'contact-details',
  'age-with-place',
  'personal-detail',
  'small-count',
  'quotation',
  'reading-age',
  'long-sentence',
  'jargon',
  'people-first',
  'possible-duplicate',
  'claim-without-basis',
] as const;
export type QuestionRule = (typeof questionRules)[number];

export const accepted = () =>
  z
    .array(
      z
        .strictObject({
          question: z
            .enum(questionRules)
            .describe('The name of the question, as the check gives it.')
            .meta({ hint: 'Which one it is stands in brackets where the check asks it.' }),
          reason: line(200)
            .describe('Why the text may stay as it is. It names nobody.')
            .meta({ title: 'Why the text may stay as it is', hint: 'Everybody can read this. Name nobody.' }),
        })
        .meta({ title: 'Answer' }),
    )
    .superRefine((items, context) => {
      const seen = new Set<string>();
      items.forEach(({ question }, index) => {
        if (seen.has(question))
          context.addIssue({ code: 'custom', path: [index, 'question'], message: 'stands in the list twice' });
        seen.add(question);
      });
    })
    .default([])
    .describe('Questions of the check that a publisher has looked at and accepts. Leave it out where there are none.')
    .meta({
      title: 'Questions of the check that are answered',
      hint: 'Where the check asks something and the text is right as it stands, say so here.',
    });
