import { z } from 'astro/zod';
import { isLanguage } from '../config/language.ts';
import { colourFault, colourPattern, colourSays, neutralColour } from '../config/colour.ts';
import { line, listOf, optionalListOf, reference, slug, webAddress } from './fields.ts';

/** The parts of the site that navigation can name, beside the slugs of pages/. */
export const siteParts = [
  'examples',
  'themes',
  'priority-areas',
  'places',
  'problems',
  'glossary',
  'a-to-z',
  'compare',
  'evidence',
  'where',
  'taken-up',
  'measures',
  'coverage',
  'offer',
] as const;

const bareLink = z
  .strictObject({
    label: line(40).describe('The words of the link.').meta({ title: 'Words' }),
    to: slug()
      .describe(`One of ${siteParts.join(', ')}, or the slug of a file in pages/.`)
      .meta({ title: 'Leads to', hint: `One of ${siteParts.join(', ')}, or the end of the address of a page.` }),
  })
  .meta({ title: 'Link' });

/** A place of the site, and what it holds: one at the top of every page, the other under it at the foot. */
const link = bareLink
  .extend({
    holds: optionalListOf(bareLink)
      .default([])
      .describe('What stands under it at the foot of every page.')
      .meta({ title: 'What it holds', hint: 'These stand under it at the foot of every page.' }),
  })
  .meta({ title: 'Link' });

export const site = z.strictObject({
  name: line(60).describe('The name of the site.'),
  tagline: line(160).describe('What the site is, in one sentence. It is the heading of the home page.'),
  summary: line(220).describe('What readers find here. It is the description of the home page.'),
  language: z
    .string()
    .refine(isLanguage, { message: 'must be the tag of a language, such as en-GB' })
    .describe('The language of the content, such as en-GB.'),
  colour: z
    .string()
    .superRefine((value, context) => {
      const message = colourFault(value);
      if (message) context.addIssue({ code: 'custom', message });
    })
    .meta({ pattern: colourPattern.source, says: colourSays })
    .default(neutralColour)
    .describe(
      "The colour of the site's name, lines and buttons: one that is dark enough to read, in quotation marks, such as '#0b4a52'.",
    )
    .meta({ hint: 'Of the site’s name, lines and buttons: one that is dark enough to read, such as #0b4a52.' }),
  address: webAddress().describe('Where the site is published.'),
  publisher: line(160).describe('Who publishes the site.'),
  contact: z.strictObject({
    email: z.email('must be an email address').describe('Where errors and requests for removal go.'),
    purpose: line(200).describe('What people can write about.'),
  }),
  licence: z.strictObject({
    name: line(60).describe('The licence of the content.'),
    url: webAddress().describe('The text of the licence.').meta({ title: 'Address of its text' }),
    credit: line(300).describe('Whom to credit.'),
  }),
  notice: z
    .strictObject({
      title: line(80).describe('The heading of the notice.'),
      text: line(400).describe('What to bear in mind of every example, after how old its account is.'),
    })
    .describe('The standing notice on examples.'),
  findings: reference(
    'pages',
    'The page that says what was found on the whole. The home page and every priority area lead to it.',
  )
    .optional()
    .meta({ title: 'Page of findings' }),
  featured: reference('case-studies', 'The example told on the home page.').meta({ title: 'Example on the home page' }),
  knownNames: z
    .array(line(60).meta({ title: 'Name' }))
    .default([])
    .describe('Names of organisations and schemes that the check would take for those of persons.'),
  navigation: listOf(link).describe('The links at the top of every page.').meta({ title: 'Links at the top' }),
  footer: optionalListOf(bareLink)
    .default([])
    .describe('Further links at the foot of every page.')
    .meta({ title: 'Further links at the foot' }),
});
export type Site = z.infer<typeof site>;
