/** Figures that a change takes away and that may stand elsewhere still: one who corrects a figure has to find them all. */
import type { Line, Subject } from './lines.ts';

/** Days, months and addresses, in which a number is no figure. */
const noFigures =
  /(?:^|, )(?:published|updated|review by|as of|on|until|period|where|url|code|order|year|colour|address|source|sources, source)$/i;
/** A number, with what makes it a share. An age, a span of ages, a date and a sum are not what is looked for. */
const figure =
  /(?<![\p{L}\d.,/£$€#-])(?<!\b(?:aged|age|to|and|year|section|part|page|appendix) )(\d[\d,]*(?:\.\d+)?)(?:(\s?%|\sper cent\b)|\s(?:out\s)?of\s(?:the\s)?(\d+))?(?![\p{L}\d/]|[.,]\d|[-–]\d|[-\s]?years?\b|\sto\s\d|\sand over\b)/giu;

/** The figures of a text: "64%", "16", or "3 of 5" where one alone would be too common to look for. */
export function figuresIn(text: string): string[] {
  return [...text.matchAll(figure)].flatMap(([, number = '', percent, of]) => {
    if (percent) return [`${number}%`];
    if (/^\d$/.test(number)) return of ? [`${number} of ${of}`] : [];
    return /^(?:19|20)\d\d$/.test(number) ? [] : [number];
  });
}

const holds = ({ label, text }: Line, one: string): boolean => !noFigures.test(label) && figuresIn(text).includes(one);

/** How often each figure stands under each label. */
function counts(lines: readonly Line[]): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>();
  for (const { label, text } of lines)
    if (!noFigures.test(label))
      for (const one of figuresIn(text)) {
        const own = found.get(label) ?? new Map<string, number>();
        found.set(label, own.set(one, (own.get(one) ?? 0) + 1));
      }
  return found;
}

/** The figures for which others were put in, label by label. What was only taken out or added is no correction. */
export function replacedFigures(before: readonly Line[], after: readonly Line[]): string[] {
  const [had, has] = [counts(before), counts(after)];
  const replaced = new Set<string>();
  for (const label of had.keys()) {
    const [old = new Map<string, number>(), now = new Map<string, number>()] = [had.get(label), has.get(label)];
    const fewer = [...old].filter(([one, times]) => (now.get(one) ?? 0) < times);
    if ([...now].some(([one, times]) => (old.get(one) ?? 0) < times)) for (const [one] of fewer) replaced.add(one);
  }
  return [...replaced];
}

export interface Standing {
  subject: Subject;
  line: Line;
}

/** Where a figure stands as it stood before: `before` finds the lines that a subject had. */
export const stillStanding = (
  one: string,
  subjects: readonly Subject[],
  before: (subject: Subject) => readonly Line[],
): Standing[] =>
  subjects.flatMap((subject) => {
    const stood = new Set(before(subject).map(({ text }) => text));
    const lines = subject.lines().filter((line) => holds(line, one) && stood.has(line.text));
    const places = new Map(lines.map((line) => [`${line.label} ${line.line}`, { subject, line }]));
    return [...places.values()];
  });
