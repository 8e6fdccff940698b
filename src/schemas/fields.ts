/** The small parts that the schemas are made of. Every field is plain text, a slug, a date or a list of those. */
import { z } from 'astro/zod';
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
    // Astro takes a text that begins so for the path of a file to import.
    .refine((text) => !text.startsWith('__ASTRO_IMAGE_'), { message: 'must not begin with __ASTRO_IMAGE_' })
    .meta({ says: oneLine });
const oneLine = 'must be one line with no space at its ends';

export const slug = () => z.string().regex(slugPattern, slugSays).meta({ says: slugSays });
const slugSays = 'must be a slug: lower-case letters, figures and hyphens, a letter first';

/**
 * What is known of a field that holds the slug of something else, or a list of them: `to` is a folder of content, or a
 * file of vocabularies/ without its ending, and `hint` what the field is for. A form makes a pick list of it.
 */
export const refersTo = (to: string, hint: string) => ({
  refersTo: to,
  hint,
  description: `${hint} ${to.startsWith('vocabularies/') ? `A slug from ${to}.yaml.` : `The slug of a file in ${to}/.`}`,
});

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
  z.strictObject({
    source: slug().meta(refersTo('sources', 'The document or data set it is from.')),
    where: line(120).describe('The place in the source: a section, an appendix, a page.'),
  });

export const draft = () =>
  z.boolean().default(false).describe('true keeps the entry out of the site. Leave it out to publish.');

/** What a check can ask of a text, by the name under which a file accepts it. */
export const questionRules = [
  'possible-name',
  'age-with-place',
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
      z.strictObject({
        question: z.enum(questionRules).describe('The name of the question, as the check gives it.'),
        reason: line(200).describe('Why the text may stay as it is. It names nobody.'),
      }),
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
    .describe('Questions of the check that a publisher has looked at and accepts. Leave it out where there are none.');
