/** Marks that a merge leaves where two people changed the same lines. */
import type { Position } from './diagnostics.ts';

interface Fault extends Pick<Position, 'line'> {
  message: string;
  fix: string;
}

const mark = /^(?:<{7}|>{7}|\|{7})(?= |$)/;

/** One fault for each place where two versions stand, or where a mark was left. */
export function versionFaults(text: string): Fault[] {
  if (!/^(?:<|>|\|){7}/m.test(text)) return [];
  const faults: Fault[] = [];
  let isOpen = false;
  for (const [index, line] of text.split('\n').entries()) {
    if (!mark.test(line)) continue;
    if (line.startsWith('<')) {
      faults.push({
        line: index + 1,
        message: 'two versions stand here, one above and one below the line of equals signs',
        fix: 'Keep one, and take out the three marked lines: <<<<<<<, ======= and >>>>>>>.',
      });
      isOpen = true;
    } else if (!isOpen)
      faults.push({ line: index + 1, message: 'a mark of two versions was left here', fix: 'Take the line out.' });
    if (line.startsWith('>')) isOpen = false;
  }
  return faults;
}
