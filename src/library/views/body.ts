/** The bodies of entries, ready as HTML: the one place where the views take them. */
import { paidAndStaffed } from '../../schemas/case-study.ts';
import { sectionsOf, withPartNamed } from '../derive.ts';
import type { PageText } from '../page-text.ts';

interface WithBody {
  html: () => string;
}

export const bodyOf = (text: PageText, entry: WithBody): string => text.html(entry.html());

/** A body in two: what stands before its first heading, and the rest. The words of each are marked when it is asked for. */
export function bodyInTwo(text: PageText, entry: WithBody) {
  const html = entry.html();
  const heading = html.search(/<h2[ >]/);
  return {
    introduction: () => text.html(html.slice(0, heading === -1 ? undefined : heading)),
    rest: () => (heading === -1 ? '' : text.html(html.slice(heading))),
  };
}

export interface Section {
  id: string;
  title: string;
  html: string;
}

/** The sections of an example's body, the words of each marked when it is asked for. */
export function bodySections(text: PageText, entry: WithBody) {
  const sections = sectionsOf(entry.html());
  const marked = (section: Section): Section => ({ ...section, html: text.html(section.html) });
  const at = (index: number): Section[] => sections.slice(index, index + 1).map(marked);
  return {
    start: () => at(0)[0],
    /** What was done, with the part on money and staff as an element that can be found. */
    did: () => at(1).map(({ html, ...rest }) => ({ ...rest, html: withPartNamed(html, paidAndStaffed, 'paid') }))[0],
    after: () => sections.slice(2).map(marked),
  };
}
