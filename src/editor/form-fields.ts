/** A field of the form at /publish/ from the schema of a key. */
import type { Field } from '@sveltia/cms';
import { z } from 'astro/zod';
import { vocabularyNames, type CollectionName } from '../schemas/index.ts';
import { called, isFolder } from './collection-names.ts';
import { inAYear } from './formats.ts';

/** The one field of a file that is a list and nothing else. */
export const itemsField = 'items';

/** A schema as JSON Schema tells it, with what src/schemas/fields.ts adds. */
export interface Shape {
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  enum?: string[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  format?: string;
  title?: string;
  description?: string;
  refersTo?: string;
  hint?: string;
  says?: string;
  start?: string;
}

export const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

/** camelCase or kebab-case in words: priorityAreas and priority-areas are "Priority areas". */
export function inWords(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A text longer than this is written in a box of several lines. */
const longText = 120;
const starts: Record<string, string> = { today: '{{now}}', 'in a year': inAYear };

/** Where an entry may be saved unfinished, only what a draft cannot do without is demanded, and the check asks for the rest. */
export function fieldsOf(shape: Shape, unfinished = false): Field[] {
  const { properties = {}, required = [] } = shape;
  return Object.entries(properties).map(([name, field]) => {
    const isNeeded = required.includes(name) && (!unfinished || name === 'title' || field.type === 'object');
    return fieldOf(name, field, isNeeded, unfinished);
  });
}

/** A field of the form from the schema of a key. */
export function fieldOf(name: string, shape: Shape, required: boolean, unfinished = false): Field {
  const label = shape.title ?? inWords(name);
  const hint = [shape.hint ?? shape.description, whereElse(shape.refersTo)].filter(Boolean).join(' ');
  const start = shape.start && (starts[shape.start] ?? shape.start);
  const common = { name, label, required, ...(hint ? { hint } : {}), ...(start ? { default: start } : {}) };
  if (shape.refersTo) return { ...common, ...pickList(shape.refersTo), ...several(shape) };
  if (shape.enum)
    return { ...common, widget: 'select', options: shape.enum.map((value) => ({ label: inWords(value), value })) };
  // In a folder of files an entry that is begun would be on the site at once.
  if (shape.type === 'boolean') return { ...common, widget: 'boolean', required: false, default: unfinished };
  if (shape.type === 'integer') {
    const { minimum: min, maximum: max } = shape;
    const most = max !== undefined && max < Number.MAX_SAFE_INTEGER ? { max } : {};
    return { ...common, widget: 'number', value_type: 'int', ...(min === undefined ? {} : { min }), ...most };
  }
  if (shape.type === 'object') return { ...common, widget: 'object', fields: fieldsOf(shape, unfinished) };
  if (shape.type === 'array' && shape.items) {
    const one = shape.items.title;
    const list = { ...common, widget: 'list' as const, ...limits(shape), ...(one ? { label_singular: one } : {}) };
    if (shape.items.type !== 'object') return { ...list, field: fieldOf('item', shape.items, true) };
    const fields = fieldsOf(shape.items);
    return { ...list, fields, collapsed: 'auto', summary: `{{fields.${fields[0]?.name}}}` };
  }
  if (shape.type !== 'string') throw new Error(`The form has no field for ${name}, of type ${shape.type}.`);
  if (shape.format === 'date') return { ...common, widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  const { maxLength, pattern } = shape;
  return {
    ...common,
    widget: maxLength && maxLength > longText ? 'text' : 'string',
    ...(maxLength ? { maxlength: maxLength } : {}),
    ...(pattern ? { pattern: [pattern, `${label} ${shape.says ?? 'is not written as it must be'}.`] } : {}),
  };
}

/** Text, as the text that it is: an editor that knows only Markdown would write it anew. */
export const proseField = (name: string, label: string, hint: string, smaller: boolean): Field => ({
  name,
  label,
  widget: 'richtext',
  modes: ['raw'],
  buttons: [
    'bold',
    'italic',
    'link',
    ...(smaller ? [] : (['heading-two'] as const)),
    'heading-three',
    'bulleted-list',
    'numbered-list',
  ],
  editor_components: [],
  required: false,
  hint,
});

/** How to come by an entry that is not in the list yet. */
const whereElse = (to: string | undefined): string =>
  to !== undefined && isFolder(to)
    ? `If it is not in the list, add it first, under “${called[to as CollectionName][0]}”.`
    : '';

/** The choices of a reference: the titles of a folder's entries, or of a vocabulary's. */
const pickList = (to: string) =>
  vocabularyNames.some((name) => name === to)
    ? {
        widget: 'relation' as const,
        collection: 'vocabularies',
        file: to,
        value_field: `${itemsField}.*.slug`,
        display_fields: [`${itemsField}.*.title`],
      }
    : { widget: 'relation' as const, collection: to, value_field: '{{slug}}', display_fields: ['title'] };

const several = (shape: Shape) => (shape.type === 'array' ? { multiple: true, ...limits(shape) } : {});

const limits = ({ minItems, maxItems }: Shape) => ({
  ...(minItems === undefined ? {} : { min: minItems }),
  ...(maxItems === undefined ? {} : { max: maxItems }),
});
