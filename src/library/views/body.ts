/** The bodies of entries, ready as HTML: the one place where the views take them. */
import type { PageText } from '../../markdown/page-text.ts';
import { allOfSections, wholeBody, withPartNamed, type Body, type Section } from '../../markdown/sections.ts';
import { paidAndStaffed } from '../../schemas/sections.ts';

interface WithBody {
  body: Body;
}

export const bodyOf = (text: PageText, { body }: WithBody): string => text.html(wholeBody(body));

/** A body in two: what stands before its first heading, and the rest. The words of each are marked when it is asked for. */
export const bodyInTwo = (text: PageText, { body }: WithBody) => ({
  introduction: () => text.html(body.lead),
  rest: () => text.html(allOfSections(body.sections)),
});

/** The sections of an example's body, the words of each marked when it is asked for. */
export function bodySections(text: PageText, { body: { sections } }: WithBody) {
  const marked = ({ id, title, nodes }: Section) => ({ id, title, html: text.html(nodes) });
  const [start, did, ...after] = sections;
  return {
    start: () => start && marked(start),
    /** What was done, with the part on money and staff as an element that can be found. */
    did: () => did && marked({ ...did, nodes: withPartNamed(did.nodes, paidAndStaffed, 'paid') }),
    after: () => after.map(marked),
  };
}
