/** What the form at /publish/ shows, made from the schemas: no field is described anywhere else. */
import type { CmsConfig, Collection, Field } from '@sveltia/cms';
import { z } from 'astro/zod';
import type { Publishing } from '../config/settings.ts';
import { inSite } from '../config/urls.ts';
import { caseStudySections } from '../schemas/case-study.ts';
import { collectionNames, collections, site, vocabularies, vocabularyNames } from '../schemas/index.ts';
import { slugPattern } from '../schemas/slug.ts';

/** The name of the format of content files, which src/editor/form-page.ts reads and writes. */
export const entryFormat = 'entry-frontmatter';
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
  default?: unknown;
  description?: string;
  refersTo?: string;
  hint?: string;
  says?: string;
}

export const shapeOf = (schema: z.ZodType): Shape =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;

/** camelCase or kebab-case in words: priorityAreas and priority-areas are "Priority areas". */
export function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A text longer than this is written in a box of several lines. */
const longText = 120;

/** A field of the form from the schema of a key. */
export function fieldOf(name: string, shape: Shape, required: boolean): Field {
  const hint = shape.hint ?? shape.description;
  const common = { name, label: labelOf(name), required, ...(hint ? { hint } : {}) };
  if (shape.refersTo) return { ...common, ...pickList(shape.refersTo), ...several(shape) };
  if (shape.enum) return { ...common, widget: 'select', options: shape.enum };
  if (shape.type === 'boolean') return { ...common, widget: 'boolean', required: false, default: false };
  if (shape.type === 'integer') {
    const { minimum: min, maximum: max } = shape;
    const most = max !== undefined && max < Number.MAX_SAFE_INTEGER ? { max } : {};
    return { ...common, widget: 'number', value_type: 'int', ...(min === undefined ? {} : { min }), ...most };
  }
  if (shape.type === 'object') return { ...common, widget: 'object', fields: fieldsOf(shape) };
  if (shape.type === 'array' && shape.items) {
    const list = { ...common, widget: 'list' as const, ...limits(shape) };
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
    ...(pattern ? { pattern: [pattern, `${labelOf(name)} ${shape.says ?? 'is not written as it must be'}.`] } : {}),
  };
}

const fieldsOf = ({ properties = {}, required = [] }: Shape): Field[] =>
  Object.entries(properties).map(([name, shape]) => fieldOf(name, shape, required.includes(name)));

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

/** The body as the text that it is: an editor that knows only Markdown would write it anew. */
const bodyField = (start?: string): Field => ({
  name: 'body',
  label: 'Body',
  widget: 'richtext',
  modes: ['raw'],
  buttons: ['bold', 'italic', 'link', 'heading-two', 'heading-three', 'bulleted-list', 'numbered-list'],
  editor_components: [],
  required: false,
  ...(start === undefined ? {} : { default: start }),
  hint: 'Markdown: `## words` is a heading, `- words` a point of a list, `[words](/examples/slug/)` a link.',
});

/** What the body of a new example begins with. */
const headings = caseStudySections.map((heading) => `## ${heading}`).join('\n\n');

/**
 * The settings of the form.
 * @param folder the folder of content as the repository knows it, such as `content`.
 * @param publishing where drafts go; none for use on a working copy alone.
 */
export function formConfig(folder: string, publishing: Publishing | undefined): CmsConfig {
  const entries = collectionNames.map((name): Collection => ({
    name,
    label: labelOf(name),
    folder: `${folder}/${name}`,
    extension: 'mdx',
    format: entryFormat,
    slug: {
      template: '{{title}}',
      editable: ['create'],
      pattern: [slugPattern.source, 'The name of the page must be lower-case letters, figures and hyphens.'],
      hint: 'The name of the page in its address. It never changes, so keep it short.',
    },
    sortable_fields: ['title'],
    fields: [...fieldsOf(shapeOf(collections[name])), bodyField(name === 'case-studies' ? headings : undefined)],
  }));
  const lists: Collection = {
    name: 'vocabularies',
    label: 'Vocabularies',
    files: vocabularyNames.map((name) => ({
      name,
      label: labelOf(name),
      file: `${folder}/vocabularies/${name}.yaml`,
      fields: [{ ...fieldOf(itemsField, shapeOf(vocabularies[name]), true), root: true } as Field],
    })),
  };
  const siteFile: Collection = {
    name: 'site',
    label: 'Site',
    files: [{ name: 'site', label: 'Site', file: `${folder}/site.yaml`, fields: fieldsOf(shapeOf(site)) }],
  };
  return {
    load_config_file: false,
    backend: publishing
      ? { name: 'github', repo: publishing.repository, branch: publishing.branch, base_url: publishing.signIn }
      : { name: 'github', repo: 'this/project', branch: 'main', auth_methods: ['token'] },
    ...(publishing ? { publish_mode: 'editorial_workflow' as const } : {}),
    logo: { src: inSite('/icon.svg') },
    app_title: 'Publishing',
    media_folder: folder,
    editor: { preview: false },
    slug: { encoding: 'ascii', clean_accents: true, maxlength: 60 },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none' } },
    show_preview_links: false,
    collections: [...entries, lists, siteFile],
  };
}
