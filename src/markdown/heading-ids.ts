/** The ids of headings in bodies, which links lead to. */
import Slugger, { slug } from 'github-slugger';

/** Those of the parts that the page of an example adds to the headings of its body. */
export const examplePartIds = [
  'in-short',
  'contents',
  'what-changed',
  'in-numbers',
  'what-was-key',
  'not-told',
  'taken-up',
  'problems',
  'related',
  'on-maps',
  'source',
  'where-from',
  'protected',
  'quote-sentence',
  'quote-reference',
] as const;
/** What a heading in a body is not called by: the ids of all that stands around bodies. */
export const pageIds = ['main', 'site-search', 'footnote-label', 'planned', ...examplePartIds] as const;

/** Gives each heading of a page, in their order, an id that nothing else on the page has. */
export function headingIds(): (words: string) => string {
  const slugger = new Slugger();
  for (const id of pageIds) slugger.slug(id);
  // Of a heading of signs alone nothing would be left.
  return (words) => slugger.slug(slug(words) || 'section');
}
