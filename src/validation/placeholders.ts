/** Hints of a template: they stand where somebody has still to write, and none is ever published. */
import type { Diagnostic } from './diagnostics.ts';
import { shownPath } from '../config/settings.ts';

/** A hint, with brackets inside it; or its beginning alone, where somebody has taken out its end. */
const pattern = /\(\s*replace this\b(?:[^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))?/gi;

/** One for each hint that still stands in the text of a file, with what it asks for. */
export const hintsIn = (file: string, text: string): Diagnostic[] =>
  (text.search(pattern) === -1 ? [] : text.split('\n')).flatMap((line, index) =>
    [...line.matchAll(pattern)].map((match) => {
      const asked = match[0].replace(/^\(\s*replace this[\s:–—-]*/i, '').replace(/\)$/, '');
      return {
        path: shownPath(file),
        line: index + 1,
        column: match.index + 1,
        rule: 'placeholder',
        message: 'the hint of the template still stands here',
        fix: `Put your own words in the place of the whole bracket, or take out what is not needed.${asked && ` It asks for: ${asked}.`}`,
      };
    }),
  );

/** The text with hints that YAML can read, of the same length: a colon would make a key of them. */
export const withPlainHints = (text: string): string =>
  text.replace(pattern, (hint) => hint.replace(/: /g, '  ').replace(/ #/g, '  '));

/** Whether a file says that it is a draft, whatever else is wrong with it. */
export const saysDraft = (text: string): boolean =>
  /^draft: *true *$/m.test((text.startsWith('---') ? text.split(/^---/m, 2)[1] : text) ?? '');
