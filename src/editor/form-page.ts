/** The script of /publish/: the form is fetched and shown once its reader has seen who can see what is saved. */
import type { CmsConfig } from '@sveltia/cms';
import { parse } from 'yaml';
import { entryText } from '../commands/entry-text.ts';

/** The text of a content file as the fields of the form. Nothing of a template, whose notes would be lost. */
function fieldsOf(text: string): Record<string, unknown> | undefined {
  const [, head, body = ''] = /^---\n([\s\S]*?)\n---(?:\n([\s\S]*))?$/.exec(text) ?? [];
  if (head === undefined || /^\s*#/m.test(head)) return undefined;
  return { ...(parse(head, { maxAliasCount: 0 }) as object), body: body.trim() };
}

/** A content file from the fields of the form. A switch that is off says nothing. */
function textOf({ body, ...data }: Record<string, unknown>): string {
  const said = Object.entries(data).filter(([, value]) => value !== false);
  return entryText(Object.fromEntries(said), typeof body === 'string' ? body : '');
}

const config = JSON.parse(document.querySelector('#form-config')?.textContent ?? '{}') as CmsConfig;
document.querySelector('#open-form')?.addEventListener('click', async () => {
  const { default: CMS } = await import('@sveltia/cms');
  CMS.registerCustomFormat('entry-frontmatter', 'mdx', { fromFile: fieldsOf, toFile: textOf });
  document.querySelector('#before-form')?.remove();
  await CMS.init({ config });
});
