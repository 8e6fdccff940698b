/** The script of /publish/: the form is fetched and shown once its reader has seen who can see what is saved. */
import type { CmsConfig } from '@sveltia/cms';
import { parse, stringify } from 'yaml';
import { bodyOf, partFields, partsOf } from './body-parts.ts';
import { formats, inAYear } from './formats.ts';

type Fields = Record<string, unknown>;

const read = (yaml: string): Fields => parse(yaml, { maxAliasCount: 0 }) as Fields;
/** YAML of fields. A switch that is off is left out. */
const written = (fields: Fields): string =>
  stringify(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== false)), {
    lineWidth: 0,
    singleQuote: true,
  });
const textIn = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const withUnixEnds = (text: string): string => text.replace(/\r\n?/g, '\n');
/** Said of each file, or a new file's start would be taken for what an old one leaves unsaid. */
const notADraft = { draft: false };

/** The fields of the form, from the text of a content file. None of a template, which begins with a note on its use. */
function fieldsOf(text: string): Fields | undefined {
  const [, frontmatter, body = ''] = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(withUnixEnds(text)) ?? [];
  if (frontmatter === undefined || frontmatter.startsWith('#')) return undefined;
  return { ...notADraft, ...read(frontmatter), body: body.trim() };
}

/** The text of a content file, from the fields of the form. */
function textOf({ body, ...fields }: Fields): string {
  const prose = textIn(body);
  return `---\n${written(fields)}---\n${prose && `\n${prose}\n`}`;
}

/** The same of an example, whose body is a field for each of its headings. The body as it was read is kept beside them. */
function exampleFields(text: string): Fields | undefined {
  const fields = fieldsOf(text);
  const parts = fields && partsOf(textIn(fields['body']));
  return fields && { ...fields, ...Object.fromEntries(partFields.map(({ name }, index) => [name, parts?.[index]])) };
}

function exampleText({ body, ...fields }: Fields): string {
  const parts = partFields.map(({ name }) => textIn(fields[name]));
  const others = Object.entries(fields).filter(([key]) => !partFields.some(({ name }) => name === key));
  return textOf({ ...Object.fromEntries(others), body: bodyOf(parts, textIn(body)) });
}

const settings = document.querySelector('#form-config')?.textContent ?? '{}';
const nextYear = new Date();
nextYear.setFullYear(nextYear.getFullYear() + 1);
const config = JSON.parse(settings.replaceAll(inAYear, nextYear.toISOString().slice(0, 10))) as CmsConfig;
document.querySelector('#open-form')?.addEventListener('click', async () => {
  const { default: CMS } = await import('@sveltia/cms');
  CMS.registerCustomFormat(formats.entry, 'mdx', { fromFile: fieldsOf, toFile: textOf });
  CMS.registerCustomFormat(formats.example, 'mdx', { fromFile: exampleFields, toFile: exampleText });
  CMS.registerCustomFormat(formats.list, 'yaml', {
    fromFile: (text) => ({ ...notADraft, ...read(withUnixEnds(text)) }),
    toFile: written,
  });
  document.querySelector('#before-form')?.remove();
  await CMS.init({ config });
});
