/** The drawings of a programme's own: its icon, and the signs of its areas. */
import { shownPath } from '../config/settings.ts';
import { largestDrawing, signs, type Drawing } from '../schemas/drawing.ts';
import type { Content } from './content.ts';
import { nearestFirst, shown, type Diagnostic } from './diagnostics.ts';
import type { Present, Report } from './report.ts';
import { readSvg } from './svg.ts';

/** What a file draws, and what is wrong with it. `painted` tells whether it may have colours of its own. */
export function readDrawing(
  file: string,
  text: string,
  painted: boolean,
): { drawing: Drawing | undefined; faults: Diagnostic[] } {
  const { drawing, faults } = readSvg(text, painted);
  if (text.length > largestDrawing)
    faults.unshift({
      line: 1,
      column: 1,
      message: `has ${text.length} characters`,
      fix: `Draw it with fewer points, in at most ${largestDrawing} characters.`,
    });
  return {
    drawing: faults.length ? undefined : drawing,
    faults: faults.map((fault) => ({ path: shownPath(file), rule: 'drawing', ...fault })),
  };
}

/** The sign of every area is there, and none of the programme's own takes the name of another. */
export function checkSigns(content: Content, present: Present, report: Report): void {
  const names: readonly string[] = signs;
  const choices = new Set([...names, ...(present.get('signs') ?? [])]);
  for (const entry of content.entries['priority-areas'])
    if (!choices.has(entry.data.sign))
      report(entry, ['sign'], {
        rule: 'reference',
        message: `sign ${shown(entry.data.sign)} is no sign that there is`,
        allowed: nearestFirst(entry.data.sign, choices),
        fix: 'Use one of these, or add a drawing of your own to signs/.',
      });
  for (const entry of content.signs)
    if (names.includes(entry.id))
      report(entry, [], {
        rule: 'drawing',
        message: `every programme has a sign of the name ${shown(entry.id)}`,
        fix: 'Give the file another name.',
      });
}
