/**
 * `npm run review`: prints what needs looking at again: examples past their review date and consents that end soon.
 * `--links` also asks each outside address that the content names whether it is still there.
 */
import { parseArgs } from 'node:util';
import { visit } from 'unist-util-visit';
import type { Definition, Link, Root } from 'mdast';
import { readContent } from '../loaders/read-content.ts';
import type { Content } from '../validation/content.ts';
import { contentDirectory, shownPath, today } from '../config/settings.ts';
import { counted, dayInWords } from '../library/words.ts';
import { linkStates } from './link-check.ts';
import { code, codes, document, heading, list, paragraph, text } from './markdown.ts';

/** How many days before it ends a consent is listed. */
const consentNotice = 60;

const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Every outside address that the content names, each with the files that name it. */
function outsideLinks({ entries, site }: Content): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  const add = (url: unknown, file: string): void => {
    if (typeof url !== 'string' || !/^https?:/i.test(url)) return;
    found.set(url, (found.get(url) ?? new Set()).add(shownPath(file)));
  };
  for (const entry of Object.values(entries).flat()) {
    if ('url' in entry.data) add(entry.data.url, entry.file);
    const { tree } = entry;
    if (tree)
      visit(tree as unknown as Root, ['link', 'definition'], (node) =>
        add((node as Link | Definition).url, entry.file),
      );
  }
  if (site) add(site.data.licence.url, site.file);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([url, files]) => [url, [...files]]));
}

async function reviewText(withLinks: boolean): Promise<string> {
  const day = today();
  const { content } = readContent(contentDirectory(), day);
  const examples = content.entries['case-studies'].filter(({ data }) => !data.draft);
  const due = examples
    .filter(({ data }) => data.reviewBy < day)
    .sort((a, b) => (a.data.reviewBy < b.data.reviewBy ? -1 : 1));
  // One that has ended has taken its example off the site, as if it were a draft.
  const ending = content.entries['case-studies'].flatMap(({ file, data }) => {
    const { until } = data.disclosure.consent;
    return until !== undefined && until <= daysLater(day, consentNotice) ? [{ file, until }] : [];
  });
  const links = outsideLinks(content);
  const states = withLinks ? await linkStates([...links.keys()]) : new Map<string, string>();
  const bad = [...states].filter(([, state]) => state !== 'there');
  const parts = [];
  if (due.length)
    parts.push(
      heading(`${counted(due.length, 'example')} past the review date`),
      paragraph(text('Look each one through, correct it, and set a later reviewBy.')),
      list(
        due.map(({ file, data }) => [code(shownPath(file)), text(`, to be reviewed by ${dayInWords(data.reviewBy)}`)]),
      ),
    );
  if (ending.length)
    parts.push(
      heading(`${counted(ending.length, 'consent')} ending soon`),
      paragraph(text('Renew each one, or the example goes off the site by itself after that day.')),
      list(
        ending.map(({ file, until }) => [
          code(shownPath(file)),
          text(until < day ? `, ended on ${dayInWords(until)}: it is off the site` : `, ends on ${dayInWords(until)}`),
        ]),
      ),
    );
  if (bad.length)
    parts.push(
      heading(`${counted(bad.length, 'outside link')} to look at`),
      paragraph(text('Find where each has gone, or take it out.')),
      list(bad.map(([url, state]) => [code(url), text(` ${state}; named in `), ...codes(links.get(url) ?? [])])),
    );
  return parts.length ? document(...parts) : 'There is nothing to look at this week.\n';
}

try {
  const { values } = parseArgs({ options: { links: { type: 'boolean', default: false } } });
  process.stdout.write(await reviewText(values.links));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
