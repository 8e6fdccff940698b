/** How checks across files tell what they find. */
import { shownPath } from '../config/settings.ts';
import type { Entry, Path } from './content.ts';
import type { Diagnostic } from './diagnostics.ts';

/** The slugs of all files that are there, faulty ones too, by collection. */
export type Present = ReadonlyMap<string, ReadonlySet<string>>;
export type IsJudged = (file: string) => boolean;

interface Found {
  rule: string;
  message: string;
  fix: string;
  allowed?: readonly string[];
  inDraft?: boolean;
  /** Another file that may be at fault: where that one is judged, the fault is told too. */
  about?: string | undefined;
}
export type Report = (entry: Entry<unknown>, path: Path, found: Found) => void;

/** Adds to `faults` what is found in, or because of, a file that is judged. */
export const reportTo =
  (faults: Diagnostic[], isJudged: IsJudged): Report =>
  (entry, path, { about, ...found }) => {
    if (isJudged(entry.file) || (about !== undefined && isJudged(about)))
      faults.push({ path: shownPath(entry.file), ...entry.locate(path), ...found });
  };
