/** References to pages by their addresses, as authors write them: examples/SLUG. */
import { z } from 'astro/zod';
import { line, type Reference } from './fields.ts';
import { slugPattern } from './slug.ts';

/** The collections whose pages can be named, by the first part of their addresses. */
export const pageParts = {
  examples: 'case-studies',
  factors: 'factors',
  themes: 'themes',
  'priority-areas': 'priority-areas',
  places: 'places',
} as const;
export type PagePart = keyof typeof pageParts;
/** An entry that has a page of its own. */
export type PageReference = Reference<(typeof pageParts)[PagePart] | 'pages'>;

const slug = slugPattern.source.slice(1, -1);

/** The entry that an address names; one without a known first part is a page at the root of the site. */
function entryAt(address: string): PageReference {
  const [part = '', id] = address.split('/');
  return id !== undefined && Object.hasOwn(pageParts, part)
    ? { collection: pageParts[part as PagePart], id }
    : { collection: 'pages', id: address };
}

/** The first part of the address of an entry that is no page at the root. */
export const partOf = ({ collection }: Reference): PagePart | undefined =>
  (Object.keys(pageParts) as PagePart[]).find((part) => pageParts[part] === collection);

/** The address of an entry as authors write it. */
export const writtenAddress = (entry: Reference): string => [partOf(entry), entry.id].filter(Boolean).join('/');

/** Any page within the site. */
export const anyPage = () =>
  z
    .string()
    .regex(
      new RegExp(`^${slug}(?:/${slug})?$`),
      'must be a page within the site, such as examples/SLUG or a page’s slug',
    )
    .transform(entryAt)
    .meta({
      title: 'Page',
      description: `A page within the site: ${Object.keys(pageParts).join('/…, ')}/… or the slug of a file in pages/.`,
      hint: `The end of its address, such as ${Object.keys(pageParts).slice(0, 2).join('/…, ')}/… or about.`,
    });

const says = 'must be examples/SLUG or factors/SLUG';

/** An example or a factor, which can show something at work. */
export const showing = () =>
  z
    .string()
    .regex(new RegExp(`^(?:examples|factors)/${slug}$`), says)
    .transform((address) => entryAt(address) as Reference<'case-studies' | 'factors'>)
    .meta({
      title: 'Example or factor',
      says,
      description: 'The example or the factor: examples/SLUG or factors/SLUG.',
      hint: 'The end of its address: examples/… or factors/…',
    });

/** A link to what shows something, with what it rests on: nothing is linked on a guess. */
export const shownBy = () =>
  z
    .strictObject({
      to: showing(),
      because: line(300).describe('What the link rests on, in one sentence.').meta({ title: 'What the link rests on' }),
    })
    .meta({ title: 'Link' });
