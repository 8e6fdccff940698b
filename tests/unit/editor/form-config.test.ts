import { describe, expect, it } from 'vitest';
import type { Field } from '@sveltia/cms';
import { formConfig } from '../../../src/editor/form-config.ts';
import { collectionNames, collections, site, vocabularies, vocabularyNames } from '../../../src/schemas/index.ts';

const publishing = { repository: 'council/drafts', branch: 'main', signIn: 'https://sign-in.example.org' };
const config = formConfig('content', publishing);
interface Shown {
  name: string;
  fields?: Field[];
  files?: { name: string; fields: Field[] }[];
}
const shown = (config.collections ?? []) as Shown[];
const fieldsOf = (name: string): Record<string, Record<string, unknown>> =>
  Object.fromEntries((shown.find((one) => one.name === name)?.fields ?? []).map((field) => [field.name, { ...field }]));

describe('formConfig', () => {
  it('has a field for every key of every schema, in the order of the schema', () => {
    for (const name of collectionNames)
      expect(Object.keys(fieldsOf(name)), name).toEqual([...Object.keys(collections[name].shape), 'body']);
    const files = shown.flatMap((one) => one.files ?? []);
    expect(files.map(({ name }) => name)).toEqual([...vocabularyNames, 'site']);
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

  it('takes hints, limits, choices and what is needed from the schema', () => {
    const { title, stage, published, updated, asOf, inShort, draft } = fieldsOf('case-studies');
    expect(title).toMatchObject({
      widget: 'string',
      required: true,
      maxlength: 90,
      hint: collections['case-studies'].shape.title.description,
    });
    expect((title?.['pattern'] as string[])[1]).toBe('Title must be one line with no space at its ends.');
    expect(stage).toMatchObject({ widget: 'select', options: ['planned', 'piloting', 'running', 'established'] });
    expect(published).toMatchObject({ widget: 'datetime', type: 'date', format: 'YYYY-MM-DD', required: true });
    expect(updated).toMatchObject({ widget: 'datetime', required: false });
    expect(new RegExp((asOf?.['pattern'] as string[])[0]!).test('2017-13')).toBe(false);
    expect(inShort).toMatchObject({ widget: 'list', min: 1, max: 5 });
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
      hint: 'Where it was done.',
    });
    expect(themes).toMatchObject({ widget: 'relation', collection: 'themes', multiple: true, min: 1 });
    expect(groups).toMatchObject({ widget: 'relation', collection: 'vocabularies', file: 'groups', multiple: true });
    const named = new Set(shown.map(({ name }) => name));
    JSON.stringify(config, (key, value: unknown) => {
      if (key === 'collection') expect(named).toContain(value);
      return value;
    });
  });

  it('shows the body as the text that it is, never by the tool’s own code editor', () => {
    for (const name of collectionNames)
      expect(fieldsOf(name)['body']).toMatchObject({ widget: 'richtext', modes: ['raw'], required: false });
    expect(JSON.stringify(config)).not.toContain('"widget":"code"');
    expect(fieldsOf('case-studies')['body']?.['default']).toContain('## What they started from\n');
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
});
