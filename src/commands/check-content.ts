/** Judges the content for a check: its faults, and the questions that it raises. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { lostAddresses } from '../validation/addresses.ts';
import { sortDiagnostics } from '../validation/diagnostics.ts';
import { readContent, type Reading } from '../loaders/read-content.ts';
import type { Content } from '../validation/content.ts';
import { contentDirectory, shownPath, today } from '../config/settings.ts';
import { judgedFiles } from './check-files.ts';
import type { Findings } from './check-report.ts';

export const noFaults = ({ entries }: Content): string =>
  `Content: no faults in ${entries['case-studies'].length} examples, ${entries.factors.length} factors and ${Object.values(entries).flat().length} entries in all.`;

/**
 * Everything found in the content, or in and because of `files` where any is named.
 * `published` names a list of addresses, of which none may be lost.
 * @throws SettingsError where one of `files` is no file of content.
 */
export async function findings(
  files: readonly string[],
  published?: string,
): Promise<Findings & Pick<Reading, 'content' | 'blanked'>> {
  const directory = contentDirectory();
  const judged = files.length ? judgedFiles(files, directory) : undefined;
  const reading = readContent(directory, today(), { judged });
  const { content, notes, clean, blanked } = reading;
  // Loaded only here: what the questions rest on is not needed for a build.
  const { askQuestions } = await import('../validation/questions/index.ts');
  const isJudged = (file: string): boolean => judged?.has(file) ?? true;
  const found = askQuestions(content, reading, isJudged);
  const lost =
    published === undefined
      ? []
      : lostAddresses(content, await readFile(published, 'utf8'), shownPath(resolve(published)));
  return { content, ...found, faults: sortDiagnostics([...found.faults, ...lost.map(clean)]), notes, blanked };
}
