/** `npm run check -- --content`: prints every fault of the content, a line each. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lostAddresses } from '../library/addresses.ts';
import { countOf, formatFault, type Fault } from '../library/faults.ts';
import { readContent, type Content } from '../library/read.ts';
import { contentDirectory, shownPath, today } from '../library/settings.ts';

/** Every fault of the content, with those of addresses in the list `published` that it has lost. */
export async function contentFaults(published?: string): Promise<{ content: Content; faults: Fault[] }> {
  const { content, faults } = await readContent(contentDirectory(), today());
  if (published !== undefined)
    faults.push(...lostAddresses(content, await readFile(published, 'utf8'), shownPath(resolve(published))));
  return { content, faults };
}

/** How many faults the content has; each has been printed. */
export async function checkContent(published?: string): Promise<number> {
  const { content, faults } = await contentFaults(published);
  for (const fault of faults) console.error(formatFault(fault));
  if (faults.length) console.error(`${countOf(faults.length)} in the content.`);
  else {
    const { entries } = content;
    console.log(
      `Content: no faults in ${entries['case-studies'].length} examples, ${entries.factors.length} factors and ${Object.values(entries).flat().length} entries in all.`,
    );
  }
  return faults.length;
}
