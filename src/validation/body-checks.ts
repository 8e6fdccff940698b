/** What a body's tree tells by itself: whether an example has its sections, where links lead, what headings are called. */
import { distance } from 'fastest-levenshtein';
import type { Element, Nodes as HastNodes } from 'hast';
import type { Nodes, Root } from 'mdast';
import { isUnderlined } from '../markdown/notations.ts';
import { quotedLine } from '../markdown/slips.ts';
import { renderBody } from '../markdown/processor.ts';
import { caseStudySections, didSection, paidAndStaffed } from '../schemas/sections.ts';
import type { CollectionName } from '../schemas/index.ts';
import { addressOf } from './addresses.ts';
import { nearestFirst, shown, type Diagnostic, type Position } from './diagnostics.ts';

/** What is wrong with the sections of an example's body. `path` is as people will look for the file. */
export function sectionFaults(path: string, tree: Root, body: string): Diagnostic[] {
  // Addresses and notes are shown elsewhere than where they stand.
  const nodes: Nodes[] = tree.children.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition');
  const expected: readonly string[] = caseStudySections;
  const list = expected.map(asHeading);
  const faults: Diagnostic[] = [];
  const report = (at: Position | undefined, message: string, fix: string): void =>
    void faults.push({
      path,
      line: at?.line ?? 1,
      column: at?.column ?? 1,
      rule: 'sections',
      message,
      fix,
    });
  const placeOf = (node: Nodes | undefined): Position | undefined => node?.position?.start;
  const lines = body.split('\n');
  // A text with a line of hyphens under it is told as a slip.
  const isSection = (node: Nodes): boolean => node.type === 'heading' && node.depth === 2 && !isUnderlined(node, lines);
  const headings = nodes.filter(isSection);
  const found = headings.filter((node) => expected.includes(textOf(node)) && isPlain(node));
  const missing = expected.filter((text) => !found.some((node) => textOf(node) === text));

  // A heading that is nearly one of the four, or is one but for its signs, is one slip and not two.
  const meant = new Map<Nodes, string>();
  for (const text of missing) {
    const node = nodes.find((other) => !found.includes(other) && folded(textOf(other)) === folded(text));
    if (node) meant.set(node, text);
  }
  for (const node of headings.filter((other) => !found.includes(other))) {
    const open = missing.filter((text) => ![...meant.values()].includes(text));
    const nearest = meant.get(node) ?? nearestFirst(textOf(node), open)[0];
    if (nearest !== undefined) meant.set(node, nearest);
    else
      faults.push({
        path,
        line: placeOf(node)?.line ?? 1,
        column: placeOf(node)?.column ?? 1,
        rule: 'sections',
        message: `the heading ${shown(textOf(node))} is not one that an example has`,
        allowed: list,
        fix: `Write ### for a heading within a section: ${quotedLine((lines[(placeOf(node)?.line ?? 1) - 1] ?? '').replace(/^\s*#+/, '###'))}`,
      });
  }
  if (found.length + meant.size === 0) {
    const [first, ...others] = list;
    report(
      placeOf(nodes[0]) ?? { line: lines.length, column: 1 },
      'the text has none of the headings that an example has',
      `Write ${first} above this text. Then write ${others.slice(0, -1).join(', ')} and ${others.at(-1)}, in this order, each above the text that goes under it; where nothing is known, say so.`,
    );
    return [...faults, ...paidFaults(path, nodes)];
  }
  const isLead = (node: Nodes): boolean => !isSection(node) && !meant.has(node);
  if (nodes[0] && isLead(nodes[0])) {
    const first = asHeading(expected[0] ?? '');
    const next = nodes.find((node) => !isLead(node));
    report(
      placeOf(nodes[0]),
      'text stands before the first heading, where readers do not see it',
      next && found.includes(next) && textOf(next) !== expected[0] && missing.includes(expected[0] ?? '')
        ? `Write ${first} above it.`
        : `Move it below ${next ? asHeading(textOf(next)) : first}.`,
    );
  }
  for (const [node, text] of meant)
    report(
      placeOf(node),
      textOf(node) === text
        ? `the heading ${shown(text)} holds more than plain words`
        : `${shown(textOf(node))} is not one of the headings that an example has`,
      `Write ${asHeading(text)}${folded(textOf(node)) === folded(text) ? '' : ', or ### for a heading within a section'}.`,
    );
  for (const text of missing.filter((one) => ![...meant.values()].includes(one))) {
    // Told with the text that is to stand under it.
    if (text === expected[0] && nodes[0] && isLead(nodes[0])) continue;
    const next = found.find((node) => expected.indexOf(textOf(node)) > expected.indexOf(text));
    const last = body.trimEnd().split('\n').length;
    report(
      placeOf(next) ?? { line: last, column: 1 },
      `the heading ${shown(asHeading(text))} is missing`,
      `Write ${asHeading(text)}, with text under it, ${next ? `before ${asHeading(textOf(next))}` : 'at the end'}.`,
    );
  }
  found.forEach((node, index) => {
    const text = textOf(node);
    const before = found[index - 1];
    if (before && expected.indexOf(textOf(before)) >= expected.indexOf(text))
      report(
        placeOf(node),
        `the heading ${shown(text)} stands out of order`,
        textOf(before) === text
          ? 'Keep one of the two, with the text of both.'
          : `Move ${asHeading(text)}, with its text, before ${asHeading(textOf(before))}.`,
      );
    const after = nodes[nodes.indexOf(node) + 1];
    if (!after || found.includes(after) || meant.has(after))
      report(
        placeOf(node),
        `the section ${shown(asHeading(text))} has no text`,
        `Write some under ${asHeading(text)}; where nothing is known, say so.`,
      );
  });
  return [...faults, ...paidFaults(path, nodes)];
}

/** Whether a heading is words alone: a link or a note in it would stand in the list of contents too. */
const isPlain = (node: Nodes): boolean => node.type === 'heading' && node.children.every(({ type }) => type === 'text');

/** What is wrong with the body of an entry that has no page of its own. */
export function unseenBody(path: string, name: CollectionName, tree: Root): Diagnostic[] {
  const [first] = tree.children;
  if (!first || addressOf(name, '') !== undefined) return [];
  return [
    {
      path,
      ...(first.position?.start ?? { line: 1, column: 1 }),
      rule: 'unseen',
      message: `readers do not see the text below the keys: an entry of ${name}/ has no page of its own`,
      fix: 'Take the text out, and write it where readers look for it, such as in a file of pages/.',
    },
  ];
}

const asHeading = (text: string): string => `## ${text}`;
/** A heading without what people add to one or leave out. */
const folded = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** A heading that is nearly the one on who paid, or stands elsewhere: a comparison would say that nothing is known. */
function paidFaults(path: string, nodes: readonly Nodes[]): Diagnostic[] {
  const faults: Diagnostic[] = [];
  let section = '';
  for (const node of nodes) {
    if (node.type !== 'heading') continue;
    const text = textOf(node);
    if (node.depth === 2) section = text;
    else if (distance(text.toLowerCase(), paidAndStaffed.toLowerCase()) <= 5)
      if (text !== paidAndStaffed || section !== didSection)
        faults.push({
          path,
          ...(node.position?.start ?? { line: 1, column: 1 }),
          rule: 'sections',
          message: `the heading ${shown(text)} under ${shown(section)} is not found by comparisons`,
          fix: `Write it as "### ${paidAndStaffed}", at the end of "## ${didSection}".`,
        });
  }
  return faults;
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';

/** A link that may lead to a page of the site. */
export interface InnerLink extends Position {
  url: string;
}

function* nodesIn(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesIn(child);
}

export const linksIn = (tree: Root): InnerLink[] =>
  [...nodesIn(tree)].flatMap((node) => {
    if (!(node.type === 'link' || node.type === 'definition') || !/^(?:[/#]|https?:)/i.test(node.url)) return [];
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    return [{ url: node.url, line, column }];
  });

/** The ids that the headings have on their page. */
export const headingIdsIn = (tree: Root): string[] =>
  [...elementsIn(renderBody(structuredClone(tree)))].flatMap(({ tagName, properties }) =>
    /^h[23]$/.test(tagName) ? [String(properties['id'])] : [],
  );

function* elementsIn(node: HastNodes): Generator<Element> {
  if (node.type === 'element') yield node;
  if ('children' in node) for (const child of node.children) yield* elementsIn(child);
}
