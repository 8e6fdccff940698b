/** The text of a new entry: every key of its schema, with a hint where nothing is known yet. */
import type { z } from 'astro/zod';
import { placeholder } from '../validation/placeholders.ts';
import { caseStudySections, didSection, paidAndStaffed, sectionHints } from '../schemas/case-study.ts';
import { collections } from '../schemas/index.ts';
import { entryText } from './entry-text.ts';

/** Keys that an entry gets later in its life, or takes from somewhere else. */
const later = ['draft', 'updated', 'confirmed', 'until', 'notExplainedIn'];

type Field = z.ZodType & {
  shape?: Record<string, Field>;
  element?: Field;
  unwrap?: () => Field;
};

/** A field without what makes it optional. */
const inside = (field: Field): Field => (field.unwrap && !field.element ? inside(field.unwrap()) : field);

/** An entry with the keys of `schema` in their order: what is `given`, and a hint for all else. */
export function skeleton(schema: z.ZodType, given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const entry: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(inside(schema as Field).shape ?? {})) {
    if (key in given) entry[key] = given[key];
    else if (!later.includes(key) && !(inside(field).element && field.safeParse(undefined).success))
      entry[key] = hintFor(field, field.description ?? key);
  }
  return entry;
}

function hintFor(field: Field, about: string): unknown {
  const { shape, element } = inside(field);
  if (element) return [hintFor(element, about)];
  if (shape) return skeleton(inside(field));
  const needed = !field.safeParse(undefined).success;
  return placeholder(needed ? about : `${about} Take the line out where there is none`);
}

export interface ExampleAnswers {
  title: string;
  place: string;
  priorityAreas: string[];
  themes: string[];
  groups: string[];
  outcomes: string[];
  stage: string;
  asOf: string;
  /** Slugs, those that are still to be written too. */
  factors: string[];
  sources: string[];
}

/** The file of a new example. `today` is YYYY-MM-DD; a year later it is to be looked at again. */
export function exampleDraft({ factors, sources, ...answers }: ExampleAnswers, today: string): string {
  const shape = inside(collections['case-studies'] as Field).shape ?? {};
  const itemOf = (key: string, given: Record<string, unknown>) =>
    skeleton(inside(shape[key] as Field).element as Field, given);
  const data = skeleton(collections['case-studies'], {
    ...answers,
    keyFactors: factors.map((factor) => itemOf('keyFactors', { factor })),
    changes: [itemOf('changes', { source: sources[0] })],
    sources: sources.map((source) => itemOf('sources', { source })),
    published: today,
    reviewBy: `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('02-29', '02-28')}`,
  });
  const body = caseStudySections.map((section) => {
    const text = `## ${section}\n\n${placeholder(sectionHints[section])}\n`;
    return section === didSection ? `${text}\n### ${paidAndStaffed}\n\n${placeholder(paidHint)}\n` : text;
  });
  return entryText(data, body.join('\n'));
}

const paidHint = 'One to three sentences. Where the source says nothing of it, take the heading out';

/** The file of a new factor or source. */
export const entryDraft = (folder: 'factors' | 'sources', title: string): string =>
  entryText(
    skeleton(collections[folder], { title }),
    folder === 'factors' ? placeholder('What it looks like in practice, from the examples that name it') : '',
  );
