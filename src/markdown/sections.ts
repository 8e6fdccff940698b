/** The parts of a rendered body, cut on its tree. */
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';

export interface Section {
  /** That of the heading. */
  id: string;
  /** HTML of the heading's words. */
  title: string;
  heading: Element;
  nodes: ElementContent[];
}

/** A body: what stands before its first second-level heading, and what stands under each. */
export interface Body {
  lead: ElementContent[];
  sections: Section[];
}

export function bodyOf({ children }: Root): Body {
  const body: Body = { lead: [], sections: [] };
  for (const node of children as ElementContent[])
    if (node.type === 'element' && node.tagName === 'h2' && node.properties['id'] !== 'footnote-label')
      body.sections.push({
        id: String(node.properties['id']),
        title: toHtml(node.children),
        heading: node,
        nodes: [],
      });
    else (body.sections.at(-1)?.nodes ?? body.lead).push(node);
  return body;
}

/** All of several sections, with their headings. */
export const allOfSections = (sections: readonly Section[]): ElementContent[] =>
  sections.flatMap(({ heading, nodes }) => [heading, ...nodes]);

/** All of a body. */
export const wholeBody = ({ lead, sections }: Body): ElementContent[] => [...lead, ...allOfSections(sections)];

/** A section's nodes in which the part under one third-level heading, with that heading, is an element that names it. */
export function withPartNamed(nodes: readonly ElementContent[], title: string, name: string): ElementContent[] {
  const isHeading = (node: ElementContent): boolean => node.type === 'element' && node.tagName === 'h3';
  const start = nodes.findIndex((node) => isHeading(node) && toHtml((node as Element).children) === title);
  if (start === -1) return [...nodes];
  const next = nodes.findIndex((node, index) => index > start && isHeading(node));
  const end = next === -1 ? nodes.length : next;
  const part: Element = {
    type: 'element',
    tagName: 'div',
    properties: { dataPart: name },
    children: withoutEnds(nodes.slice(start, end)),
  };
  return [...nodes.slice(0, start), part, ...nodes.slice(end)];
}

/** Without white space at the end. */
const withoutEnds = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.slice(0, nodes.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '') + 1);
