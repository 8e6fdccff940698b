import { describe, expect, it } from 'vitest';
import type { Field } from '@sveltia/cms';
import { formConfig } from '../../../src/editor/form-config.ts';
import {
  collectionNames,
  collections,
  listNames,
  lists,
  site,
  vocabularies,
  vocabularyNames,
} from '../../../src/schemas/index.ts';
import { caseStudySections } from '../../../src/schemas/sections.ts';

const publishing = { repository: 'council/drafts', branch: 'main', signIn: 'https://sign-in.example.org' };
const config = formConfig('content', publishing);
interface Shown {
  name: string;
  fields?: Field[];
  files?: { name: string; fields: Field[] }[];
}
type Named = Record<string, Record<string, unknown>>;
const shownIn = ({ collections: all }: typeof config) => (all ?? []) as Shown[];
const shown = shownIn(config);
const named = (fields: Field[] = []): Named => Object.fromEntries(fields.map((field) => [field.name, { ...field }]));
const fieldsOf = (name: string, within = shown): Named => named(within.find((one) => one.name === name)?.fields);
/** Every hint and label that anybody sees. */
const words: string[] = [];
JSON.stringify(config, (key, value: unknown) => {
  if (['hint', 'label', 'label_singular', 'description'].includes(key)) words.push(String(value));
  return value;
});

describe('formConfig', () => {
  it('has a field for every key of every schema in its order, with the text after what says in short what it is', () => {
    const parts = ['what-they-started-from', 'what-they-did', 'what-was-hard', 'what-came-next'];
    for (const name of collectionNames) {
      const keys = Object.keys(fieldsOf(name));
      const text = { 'case-studies': parts, sources: [] as string[] }[name as string] ?? ['body'];
      expect(
        keys.filter((key) => !text.includes(key)),
        name,
      ).toEqual(Object.keys(collections[name].shape));
      if (!text.length) continue;
      expect(keys.slice(keys.indexOf(text[0]!), keys.indexOf(text[0]!) + text.length), name).toEqual(text);
      expect(keys[keys.indexOf(text[0]!) - 1], name).toMatch(/^(?:title|summary|inShort)$/);
    }
    for (const name of listNames) expect(Object.keys(fieldsOf(name)), name).toEqual(Object.keys(lists[name].shape));
    const files = shown.flatMap((one) => one.files ?? []);
    expect(files.map(({ name }) => name)).toEqual([...vocabularyNames, 'moved', 'site']);
    expect(files.at(-1)?.fields.map(({ name }) => name)).toEqual(Object.keys(site.shape));
    for (const name of vocabularyNames) {
      const [list] = files.find((file) => file.name === name)!.fields as unknown as {
        root: boolean;
        fields: Field[];
      }[];
      expect(list?.root).toBe(true);
      expect(list?.fields.map((field) => field.name)).toEqual(Object.keys(vocabularies[name].element.shape));
    }
  });

  it('begins an example with what one came to write', () => {
    expect(
      Object.values(fieldsOf('case-studies'))
        .map(({ label }) => label)
        .slice(0, 12),
    ).toEqual([
      'Title',
      'Place',
      'Summary',
      'In short',
      ...caseStudySections,
      'What was done, in numbers',
      'What changed, and how that is known',
      'Where it comes from',
      'What was key',
    ]);
  });

  it('speaks of no file, key or format', () => {
    expect(words.length).toBeGreaterThan(200);
    for (const text of words)
      expect(text).not.toMatch(/asOf|YYYY|quotation marks|\btrue\b|\bslug\b|SLUG|\[|`|frontmatter/);
  });

  it('takes hints, limits, choices and what is needed from the schema', () => {
    const { title, stage, published, updated, asOf, inShort, draft } = fieldsOf('case-studies');
    expect(title).toMatchObject({
      widget: 'string',
      required: true,
      maxlength: 90,
      hint: collections['case-studies'].shape.title.description,
    });
    expect(draft).toMatchObject({ label: 'Keep this off the site for now', default: false });
    expect((title?.['pattern'] as string[])[1]).toBe('Title must be one line with no space at its ends.');
    expect(stage).toMatchObject({
      widget: 'select',
      options: expect.arrayContaining([{ label: 'Planned', value: 'planned' }]),
    });
    expect(published).toMatchObject({
      widget: 'datetime',
      type: 'date',
      format: 'YYYY-MM-DD',
      required: true,
      default: '{{now}}',
    });
    expect(updated).toMatchObject({ widget: 'datetime', required: false });
    expect(new RegExp((asOf?.['pattern'] as string[])[0]!).test('2017-13')).toBe(false);
    expect(inShort).toMatchObject({ widget: 'list', min: 1, max: 5, label_singular: 'Sentence' });
    expect(draft).toMatchObject({ widget: 'boolean', required: false });
    expect(fieldsOf('priority-areas')['colour']).toMatchObject({ widget: 'number', min: 1, max: 6 });
    expect(fieldsOf('sources')['url']?.['pattern']).toBeDefined();
  });

  it('offers what a field refers to as a pick list', () => {
    const { place, themes, groups } = fieldsOf('case-studies');
    expect(place).toMatchObject({
      widget: 'relation',
      collection: 'places',
      value_field: '{{slug}}',
      hint: 'Where it was done. If it is not in the list, add it first, under “Places”.',
    });
    expect(themes).toMatchObject({ widget: 'relation', collection: 'themes', multiple: true, min: 1 });
    expect(groups).toMatchObject({ widget: 'relation', collection: 'vocabularies', file: 'groups', multiple: true });
    const named = new Set(shown.map(({ name }) => name));
    JSON.stringify(config, (key, value: unknown) => {
      if (key === 'collection') expect(named).toContain(value);
      return value;
    });
  });

  it('shows text as the text that it is, never by the tool’s own code editor', () => {
    for (const { widget, modes } of [fieldsOf('pages')['body']!, fieldsOf('case-studies')['what-was-hard']!])
      expect({ widget, modes }).toEqual({ widget: 'richtext', modes: ['raw'] });
    expect(JSON.stringify(config)).not.toContain('"widget":"code"');
  });

  it('keeps drafts as pull requests where a repository is set, and works on files alone where none is', () => {
    expect(config).toMatchObject({
      publish_mode: 'editorial_workflow',
      backend: { name: 'github', repo: 'council/drafts', branch: 'main', base_url: 'https://sign-in.example.org' },
    });
    const local = formConfig('content', undefined);
    expect(local.publish_mode).toBeUndefined();
    expect(local.backend).toMatchObject({ auth_methods: ['token'] });
  });

  it('demands nothing but a title of what is begun in a working copy, and begins it off the site', () => {
    const { title, summary, place, disclosure, draft, changes } = fieldsOf(
      'case-studies',
      shownIn(formConfig('content', undefined)),
    );
    expect([title, summary, place, changes].map((field) => field?.['required'])).toEqual([true, false, false, false]);
    expect(named(disclosure?.['fields'] as Field[])['names']).toMatchObject({ required: false });
    expect(named(changes?.['fields'] as Field[])['source']).toMatchObject({ required: true });
    expect(draft).toMatchObject({ default: true });
  });
});
