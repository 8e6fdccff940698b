/** The script of /publish/: the form is fetched and shown once its reader has seen who can see what is saved. */
import type { CmsConfig } from '@sveltia/cms';
import { parse, stringify } from 'yaml';

/** The fields of the form, from the text of a content file. None of a template, which begins with a note on its use. */
function fieldsOf(text: string): Record<string, unknown> | undefined {
  const [, frontmatter, body = ''] = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text.replace(/\r\n?/g, '\n')) ?? [];
  if (frontmatter === undefined || frontmatter.startsWith('#')) return undefined;
  return { ...(parse(frontmatter, { maxAliasCount: 0 }) as object), body: body.trim() };
}

/** The text of a content file, from the fields of the form. A switch that is off is left out. */
function textOf({ body, ...fields }: Record<string, unknown>): string {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== false));
  const prose = typeof body === 'string' ? body.trim() : '';
  return `---\n${stringify(said, { lineWidth: 0, singleQuote: true })}---\n${prose && `\n${prose}\n`}`;
}

const config = JSON.parse(document.querySelector('#form-config')?.textContent ?? '{}') as CmsConfig;
document.querySelector('#open-form')?.addEventListener('click', async () => {
  const { default: CMS } = await import('@sveltia/cms');
  CMS.registerCustomFormat('entry-frontmatter', 'mdx', { fromFile: fieldsOf, toFile: textOf });
  document.querySelector('#before-form')?.remove();
  await CMS.init({ config });
});
