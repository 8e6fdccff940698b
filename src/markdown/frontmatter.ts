import { shown } from '../validation/diagnostics.ts';
import type { BodyDiagnostic } from './policy.ts';

export interface SplitFile {
  /** The lines between the two ---. */
  keys: string[];
  /** What stands below them. */
  prose: string;
  /** The same with as many empty lines before it as the keys take, so that lines count as in the file. */
  body: string;
}

/**
 * The keys and the body of a content file whose lines end in \n, or why it has none. The first line that begins with
 * --- closes the keys, as Astro reads a file; it must be that alone.
 */
export function splitFile(text: string): SplitFile | BodyDiagnostic {
  const lines = text.split('\n');
  const fault = (message: string, fix: string, line = 1): BodyDiagnostic => ({ line, column: 1, message, fix });
  if (lines[0] !== '---')
    return fault('does not begin with ---', 'Begin the file with a line that is --- alone, then its keys.');
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\+\+\+)/.test(line));
  if (end === -1) {
    const belowKeys = Math.max(
      lines.findIndex((line) => /^(?:#|\s*$)/.test(line)),
      0,
    );
    return fault('has no --- after its keys', 'Close the keys with a line that is --- alone.', belowKeys + 1);
  }
  if (lines[end] !== '---')
    return fault(`the keys are closed by ${shown(lines[end])}`, 'Close them with a line that is --- alone.', end + 1);
  const prose = lines.slice(end + 1).join('\n');
  return { keys: lines.slice(1, end), prose, body: '\n'.repeat(end + 1) + prose };
}
