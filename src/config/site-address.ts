import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDirectory, siteUrl } from './settings.ts';
import { inSite } from './urls.ts';

/**
 * The address of the site for Astro's settings, which are needed before content is read: SITE_URL, or the address
 * in site.yaml. A site.yaml that cannot be read is left to the check of content, which tells all that is wrong.
 */
export async function siteAddress(): Promise<string> {
  const address = ((await readLoosely('site.yaml')) as { address?: unknown } | null | undefined)?.address;
  const origin = typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : 'http://localhost';
  return siteUrl(origin);
}

interface Moved {
  from: string;
  to: string | undefined;
}

/** What moved.yaml says of old addresses, for what Astro writes beside the pages. A file that cannot be read says nothing. */
export async function movedAddresses(): Promise<Moved[]> {
  const items = await readLoosely('moved.yaml');
  return Array.isArray(items)
    ? items.map((item: Record<string, unknown> | null) => ({
        from: inSite(`/${String(item?.['from'])}/`),
        to: typeof item?.['to'] === 'string' ? inSite(`/${item['to']}/`) : undefined,
      }))
    : [];
}

/** What a file at the root of content holds; nothing, where it cannot be read. */
export async function readLoosely(name: string): Promise<unknown> {
  const text = await readFile(join(contentDirectory(), name), 'utf8').catch(() => '');
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}
