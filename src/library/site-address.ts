import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { contentDirectory, siteUrl } from './settings.ts';

/**
 * The address of the site for Astro's settings, which are needed before content is read: SITE_URL, or the address
 * in site.yaml. A site.yaml that cannot be read is left to the check of content, which tells all that is wrong.
 */
export async function siteAddress(): Promise<string> {
  const text = await readFile(join(contentDirectory(), 'site.yaml'), 'utf8').catch(() => '');
  let address: unknown;
  try {
    address = (parse(text, { maxAliasCount: 0 }) as { address?: unknown } | null)?.address;
  } catch {
    address = undefined;
  }
  const origin = typeof address === 'string' && URL.canParse(address) ? new URL(address).origin : 'http://localhost';
  return siteUrl(origin);
}
