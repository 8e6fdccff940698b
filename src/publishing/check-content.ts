/** `npm run check -- --content`: prints every fault of the content, a line each. */
import { countOf, formatFault } from '../library/faults.ts';
import { readContent } from '../library/read.ts';
import { contentDirectory, today } from '../library/settings.ts';

/** How many faults the content has; each has been printed. */
export async function checkContent(): Promise<number> {
  const { content, faults } = await readContent(contentDirectory(), today());
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
