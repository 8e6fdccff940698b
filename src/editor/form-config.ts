/** What the form at /publish/ shows, made from the schemas: no field is described anywhere else. */
import type { CmsConfig, Collection, Field } from '@sveltia/cms';
import type { Publishing } from '../config/settings.ts';
import { inSite } from '../config/urls.ts';
import {
  collectionNames,
  collections,
  listNames,
  lists,
  moved,
  site,
  vocabularies,
  vocabularyNames,
  type CollectionName,
} from '../schemas/index.ts';
import { didSection, paidAndStaffed, partHints } from '../schemas/sections.ts';
import { slugPattern } from '../schemas/slug.ts';
import { addressOf } from '../validation/addresses.ts';
import { partFields } from './body-parts.ts';
import { called } from './collection-names.ts';
import { fieldOf, fieldsOf, inWords, itemsField, proseField, shapeOf } from './form-fields.ts';
import { formats } from './formats.ts';

const howToWrite = 'Leave an empty line between paragraphs, and begin each point of a list with a hyphen and a space.';

const whoPaid = `If you know who paid, end with a smaller heading “${paidAndStaffed}” and say so under it.`;

/** The text of an entry that has a page; of an example, a field for each of its headings. */
const prose = (name: CollectionName): Field[] => {
  if (addressOf(name, '') === undefined) return [];
  return name === 'case-studies'
    ? partFields.map(({ name: part, heading }) =>
        proseField(
          part,
          heading,
          [partHints[heading], heading === didSection ? whoPaid : '', howToWrite].filter(Boolean).join(' '),
          true,
        ),
      )
    : [proseField('body', 'Text', `The text of the page. ${howToWrite}`, false)];
};

/** The fields of an entry in the order of its schema, the text after what says in short what it is. */
function entryFields(name: CollectionName, unfinished: boolean): Field[] {
  const fields = fieldsOf(shapeOf(collections[name]), unfinished);
  const before = 1 + fields.findLastIndex((field) => ['title', 'summary', 'inShort'].includes(field.name));
  return [...fields.slice(0, before), ...prose(name), ...fields.slice(before)];
}

/** A file that is a list and nothing else. */
const listFile = (name: string, label: string, file: string, schema: Parameters<typeof shapeOf>[0]) => ({
  name,
  label,
  file,
  fields: [{ ...fieldOf(itemsField, { ...shapeOf(schema), title: label }, false), root: true } as Field],
});

/**
 * The settings of the form.
 * @param folder the folder of content as the repository knows it, such as `content`.
 * @param publishing where drafts go; none for use on a working copy alone.
 */
export function formConfig(folder: string, publishing: Publishing | undefined): CmsConfig {
  // A pull request may be unfinished until it is sent for review; in a working copy nothing else would let one be saved.
  const unfinished = publishing === undefined;
  const common = (name: keyof typeof called) => ({
    name,
    label: called[name][0],
    label_singular: called[name][1],
    folder: `${folder}/${name}`,
    // An address that was published stays good, so a page is taken off by its switch and not by deleting its file.
    delete: false,
  });
  const entries = collectionNames.map((name): Collection => ({
    ...common(name),
    description: 'To take one off the site, open it and turn on “Keep this off the site for now”.',
    extension: 'mdx',
    format: name === 'case-studies' ? formats.example : formats.entry,
    slug: {
      template: '{{title}}',
      editable: ['create'],
      pattern: [slugPattern.source, 'The name of the page must be lower-case letters, figures and hyphens.'],
      hint: 'The name of the page in its address. It never changes, so keep it short.',
    },
    sortable_fields: ['title'],
    fields: entryFields(name, unfinished),
  }));
  const others = listNames.map((name): Collection => ({
    ...common(name),
    create: false,
    extension: 'yaml',
    format: formats.list,
    summary: '{{slug}}',
    fields: fieldsOf(shapeOf(lists[name])),
  }));
  const choices: Collection = {
    name: 'vocabularies',
    label: 'Lists to choose from',
    files: vocabularyNames.map((name) =>
      listFile(name, inWords(name), `${folder}/vocabularies/${name}.yaml`, vocabularies[name]),
    ),
  };
  const whole: Collection = {
    name: 'site',
    label: 'The whole site',
    files: [
      listFile('moved', 'Pages that moved or were withdrawn', `${folder}/moved.yaml`, moved),
      { name: 'site', label: 'Name, notice and links', file: `${folder}/site.yaml`, fields: fieldsOf(shapeOf(site)) },
    ],
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
    collections: [...entries, ...others, choices, whole],
  };
}
