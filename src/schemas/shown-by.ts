import { z } from 'astro/zod';
import { line } from './fields.ts';
import { slugPattern } from './slug.ts';

/** The folders of content that can show something at work, by the first part of the address. */
export const showingFolders = { examples: 'case-studies', factors: 'factors' } as const;
export type ShowingPart = keyof typeof showingFolders;

const parts = Object.keys(showingFolders).join('|');
const pattern = new RegExp(`^(?:${parts})/${slugPattern.source.slice(1, -1)}$`);

/** An example or a factor, as authors write it: examples/SLUG or factors/SLUG. */
export const showing = () =>
  z
    .string()
    .regex(pattern, says)
    .meta({ says, description: 'The example or the factor: examples/SLUG or factors/SLUG.' });
const says = 'must be examples/SLUG or factors/SLUG';

/** The part and the slug in what `showing` names. */
export function shownPart(to: string): { part: ShowingPart; id: string } {
  const [part, id] = to.split('/') as [ShowingPart, string];
  return { part, id };
}

/** A link to what shows something, with what it rests on: nothing is linked on a guess. */
export const shownBy = () =>
  z.strictObject({
    to: showing(),
    because: line(300).describe('What the link rests on, in one sentence.'),
  });
