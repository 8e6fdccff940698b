/** The body of an example as the form shows it: a field for what stands under each heading. */
import { caseStudySections } from '../schemas/sections.ts';

/** The fields, in the order of their headings. */
export const partFields = caseStudySections.map((heading) => ({
  name: heading.toLowerCase().replaceAll(' ', '-'),
  heading,
}));

const withoutBlankEnds = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();

/** What stands under each heading. What stands under none of them stays with the one before it, or with the first. */
export function partsOf(body: string): string[] {
  const lines = body.split('\n');
  const parts: string[][] = caseStudySections.map(() => []);
  let current = 0;
  for (const line of lines) {
    const next = caseStudySections.findIndex((heading) => line.trimEnd() === `## ${heading}`);
    // A heading that stands out of its order is left as text, so that nothing is moved.
    if (next > current || (next === 0 && !parts[0]?.some(Boolean))) current = next;
    else parts[current]?.push(line);
  }
  return parts.map((part) => withoutBlankEnds(part.join('\n')));
}

/** The body with these parts: to the letter `before`, the body as it was read, where no part has changed. */
export function bodyOf(parts: readonly string[], before = ''): string {
  const given = parts.map(withoutBlankEnds);
  const read = partsOf(before);
  if (before && given.every((part, index) => part === read[index])) return before;
  return given.map((part, index) => [`## ${caseStudySections[index]}`, part].filter(Boolean).join('\n\n')).join('\n\n');
}
