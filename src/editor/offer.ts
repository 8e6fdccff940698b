/** What /offer/ asks: the fields of an example as its schema describes them, but for those that the team fills in. */
import type { CollectionKey } from 'astro:content';
import { publishedOf } from '../library/collections.ts';
import { caseStudy } from '../schemas/case-study.ts';
import { caseStudySections, didSection, paidAndStaffed, partHints } from '../schemas/sections.ts';
import { inWords, shapeOf, type Shape } from './form-fields.ts';

/** What the team decides, or only the file needs. */
const forTheTeam = ['related', 'published', 'updated', 'reviewBy', 'confirmed', 'draft', 'accepted'];

/** A schema with what only some of its fields say. */
interface Described extends Shape {
  properties?: Record<string, Described>;
  items?: Described;
}

export interface Choice {
  value: string;
  title: string;
}

/** A question, by how it is answered. `id` is that of its element; `key` is its name in the file. */
export interface Question {
  id: string;
  key: string;
  label: string;
  /** What one of several is called. */
  one?: string;
  hint: string | undefined;
  required: boolean;
  kind: 'words' | 'lines' | 'day' | 'choice' | 'choices' | 'group' | 'items';
  /** The most characters of an answer, or of each line of it. */
  most?: number | undefined;
  /** The most lines, ticks or items. */
  mostItems?: number | undefined;
  pattern?: string | undefined;
  /** What an answer that does not match the pattern is told. */
  says?: string | undefined;
  choices?: Choice[];
  /** Whether an answer may be another than the choices. */
  open?: boolean;
  questions?: Question[];
}

async function choicesOf(collection: string): Promise<Choice[]> {
  const entries = (await publishedOf(collection as CollectionKey)) as { id: string; data: { title: string } }[];
  const choices = entries.map(({ id, data }) => ({ value: id, title: data.title }));
  const hasOrder = entries.some(({ data }) => 'order' in data);
  return hasOrder ? choices : choices.sort((a, b) => a.title.localeCompare(b.title, 'en-GB'));
}

async function questionOf(key: string, shape: Described, required: boolean, before: string): Promise<Question> {
  const id = before + key;
  const hint = shape.hint ?? shape.description;
  const common = {
    id,
    key,
    label: shape.title ?? inWords(key),
    hint,
    required,
    mostItems: shape.maxItems,
  };
  if (shape.refersTo)
    return {
      ...common,
      kind: shape.type === 'array' ? 'choices' : 'choice',
      choices: await choicesOf(shape.refersTo),
      open: true,
    };
  if (shape.enum)
    return { ...common, kind: 'choice', choices: shape.enum.map((value) => ({ value, title: inWords(value) })) };
  if (shape.type === 'object') return { ...common, kind: 'group', questions: await questionsOf(shape, `${id}-`) };
  if (shape.items?.type === 'object')
    return {
      ...common,
      kind: 'items',
      one: shape.items.title ?? common.label,
      questions: await questionsOf(shape.items, `${id}-1-`),
    };
  if (shape.items) return { ...common, kind: 'lines', most: shape.items.maxLength };
  if (shape.type !== 'string') throw new Error(`There is no question for ${key}, of type ${shape.type}.`);
  if (shape.format === 'date') return { ...common, kind: 'day' };
  const { maxLength: most, pattern, says } = shape;
  return { ...common, kind: 'words', most, pattern, says };
}

const questionsOf = ({ properties = {}, required = [] }: Described, before = ''): Promise<Question[]> =>
  Promise.all(
    Object.entries(properties)
      .filter(([key]) => before !== '' || !forTheTeam.includes(key))
      .map(([key, shape]) => questionOf(key, shape, required.includes(key), before)),
  );

/** The parts of the text, each with its heading, that heading's level, and what it is for. */
const parts = caseStudySections
  .flatMap((heading) => [
    { heading: heading as keyof typeof partHints, level: 2, required: true },
    ...(heading === didSection ? [{ heading: paidAndStaffed, level: 3, required: false } as const] : []),
  ])
  .map((part, index) => ({ ...part, id: `part-${index + 1}`, hint: partHints[part.heading] }));

export type Part = (typeof parts)[number];

export const offerQuestions = async () => ({ parts, questions: await questionsOf(shapeOf(caseStudy)) });
