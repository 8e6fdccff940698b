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
    .regex(/^\S(?:[^\r\n]*\S)?$/, 'must be one line with no space at its ends')
    // The signs may be written as escapes, which the file itself does not show.
    .refine((text) => !hiddenPattern.test(text), { message: 'must hold no hidden characters' })
    // Astro takes a text that begins so for the path of a file to import.
    .refine((text) => !text.startsWith('__ASTRO_IMAGE_'), { message: 'must not begin with __ASTRO_IMAGE_' });

export const slug = () =>
  z.string().regex(slugPattern, 'must be a slug: lower-case letters, figures and hyphens, a letter first');

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
  z.string().refine(
    (value) => {
      const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
      return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
    },
    { message: 'must be a day that exists, written YYYY-MM-DD' },
  );

/** A month as YYYY-MM. */
export const month = () => z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be a month, written YYYY-MM');

/** An address on the web. */
export const webAddress = () =>
  z.string().refine(isPlainWebAddress, {
    message:
      'must be a whole web address that begins with https:// or http://, with no name or password before the host',
  });

/** Where in which source something stands. */
export const citation = () =>
  z.strictObject({
    source: slug().describe('The slug of a file in sources/.'),
    where: line(120).describe('The place in the source: a section, an appendix, a page.'),
  });

export const draft = () =>
  z.boolean().default(false).describe('true keeps the entry out of the site. Leave it out to publish.');
