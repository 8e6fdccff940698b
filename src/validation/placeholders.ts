/** What stands where somebody has still to write: a hint that the check refuses until it is replaced. */
import type { Diagnostic } from './diagnostics.ts';
import { shownPath } from '../config/settings.ts';

/** A hint, with brackets inside it; or its beginning alone, where somebody has taken out its end. */
const pattern = /\(\s*replace this\b(?:[^()]*(?:\([^()]*\)[^()]*)*\))?/gi;

/** A fault for each hint that still stands in the text of a file. */
export const placeholderFaults = (file: string, text: string): Diagnostic[] =>
  (text.search(pattern) === -1 ? [] : text.split('\n')).flatMap((line, index) =>
    [...line.matchAll(pattern)].map((match) => ({
      path: shownPath(file),
      line: index + 1,
      column: match.index + 1,
      rule: 'placeholder',
      message: `a hint stands where you have still to write: ${match[0]}`,
      fix: 'Write what it asks for in its place, with no bracket left; take out a line that is not needed.',
    })),
  );
