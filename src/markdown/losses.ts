/** What of a body would be on no page although it is Markdown, or would break the page that it is on. */
import type { Definition, Nodes, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { shown } from '../validation/diagnostics.ts';
import { authorComponents } from './components.ts';
import type { BodyDiagnostic } from './policy.ts';
import { quotedLine } from './slips.ts';

type Report = (node: Nodes, message: string, fix: string) => void;

export function losses(root: Root, lines: readonly string[]): BodyDiagnostic[] {
  const found: BodyDiagnostic[] = [];
  const report: Report = (node, message, fix) => {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    found.push({ line, column, message, fix });
  };
  visit(root, (node) => {
    judge(node, lines, report);
    if ('children' in node) judgePlaces(node, lines, report);
  });
  judgeDefinitions(root, lines, report);
  return found;
}

const lineOf = (node: Nodes, lines: readonly string[]): string => lines[(node.position?.start.line ?? 0) - 1] ?? '';
const columnOf = (node: Nodes): number => node.position?.start.column ?? 1;

/** The line that a node begins on, from the node on mended by `change`, as the end of a mend. */
function mended(node: Nodes, lines: readonly string[], change: (from: string) => string): string {
  const line = lineOf(node, lines);
  const to = line.slice(0, columnOf(node) - 1) + change(line.slice(columnOf(node) - 1));
  return to === line ? '' : `: ${quotedLine(to, columnOf(node))}`;
}

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
const isBlank = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';

function judge(node: Nodes, lines: readonly string[], report: Report): void {
  if (node.type === 'code') {
    if (node.lang)
      report(
        node,
        `readers do not see what stands beside the signs that begin code: ${shown([node.lang, node.meta].filter(Boolean).join(' '))}`,
        `Take it out, or where it is text, write it above; here is left${mended(node, lines, (from) => from.replace(/^([`~]+).*/, '$1'))}`,
      );
  }
  if ((node.type === 'link' || (node.type === 'definition' && !isComment(node))) && node.title)
    report(
      node,
      `few readers see the words in quotation marks after an address: ${shown(node.title)}`,
      node.type === 'link'
        ? `Write them in the text, or take them out${mended(node, lines, (from) => from.replace(titled, '$1) ($3)'))}`
        : `Write them where the text has the link, and leave here${mended(node, lines, (from) => from.replace(/^(\[[^\]]*\]:\s*\S+).*/, '$1'))}`,
    );
  if (node.type === 'table') {
    const [head, ...rows] = node.children;
    const width = node.align?.length ?? 0;
    for (const row of rows) {
      const over = row.children.slice(width);
      if (!head || !over.some((cell) => textOf(cell).trim() !== '')) continue;
      const [first, ruler] = [lineOf(head, lines), lines[head.position?.start.line ?? 0] ?? ''];
      const wider = (line: string, cell: string): string =>
        line.trimEnd() + (/(?<!\\)\|\s*$/.test(line) ? '' : ' |') + `${cell} |`.repeat(over.length);
      report(
        row,
        `this row has more cells than the table’s first row: readers do not see ${shown(textOf(over[0] as Nodes))}`,
        `Write \\| where a | belongs to the words, or give the first two rows of the table as many cells: ${quotedLine(wider(first, ''))} and ${quotedLine(wider(ruler, ' ---'))}`,
      );
    }
  }
  if (node.type === 'list' && node.ordered) {
    const numbers = node.children.map((item) =>
      Number(/^\d+/.exec(lineOf(item, lines).slice(columnOf(item) - 1))?.[0]),
    );
    node.children.forEach((item, index) => {
      const counted = (node.start ?? 1) + index;
      // A list may say 1. throughout, and be counted by the page.
      if (numbers[index] === counted || Number.isNaN(numbers[index]) || numbers.every((one) => one === numbers[0]))
        return;
      report(
        item,
        `the page counts this item of the list as ${counted}`,
        `Write that number, or where the other is meant a backslash after it, ${numbers[index]}\\.${mended(item, lines, (from) => from.replace(/^\d+/, String(counted)))}`,
      );
    });
  }
}

/** What people write as an address that leads nowhere, so that no page shows it: the policy tells of it. */
export const isComment = ({ url }: Definition): boolean => url === '' || url === '#';

/** A link with a title: its beginning up to the title, and the title. */
const titled = /(\]\((?:<[^>]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*))\s+(["'(])(.*?)["')]\s*\)/;

/** What may not stand within certain others, since no page can hold it there. */
function judgePlaces(parent: Parents, lines: readonly string[], report: Report): void {
  for (const child of parent.children) {
    if (parent.type === 'link' || parent.type === 'linkReference')
      visit(child, 'footnoteReference', (note) =>
        report(
          note,
          'a note stands in the words of a link',
          `Write it after the link${mended(parent, lines, (from) => {
            const name = `[^${note.label ?? note.identifier}]`;
            return from.replace(name, '').replace(/\]\([^)]*\)|\](?:\[[^\]]*\])?/, (end) => end + name);
          })}`,
        ),
      );
    // What is no component is told by the policy.
    if (child.type !== 'mdxJsxTextElement' || !Object.hasOwn(authorComponents, child.name ?? '')) continue;
    const isAlone = parent.children.every((one) => one.type === 'mdxJsxTextElement' || isBlank(one));
    if (isAlone && (parent.type === 'paragraph' || parent.type === 'mdxJsxTextElement')) continue;
    const name = child.name ?? '';
    report(
      child,
      `<${name}> stands within a line`,
      `Set <${name}> and </${name}> each on a line alone, with empty lines around both, or write the line without them${mended(
        child,
        lines,
        (from) =>
          from
            .replace(/^<[^>]*>/, (tag) => [...tag.matchAll(/"([^"]*)"/g)].map(([, words]) => `${words}: `).join(''))
            .replace(`</${name}>`, ''),
      )}`,
    );
  }
}

/** Addresses that no link uses, and second ones of one name. */
function judgeDefinitions(root: Root, lines: readonly string[], report: Report): void {
  const used = new Set<string>();
  visit(root, 'linkReference', ({ identifier }) => void used.add(identifier));
  const seen = new Set<string>();
  visit(root, 'definition', (node: Definition) => {
    const isSecond = seen.has(node.identifier);
    seen.add(node.identifier);
    if (isComment(node) || (used.has(node.identifier) && !isSecond)) return;
    const name = `[${node.label ?? node.identifier}]`;
    report(
      node,
      isSecond
        ? `a second address is called ${name}, and links lead to the first`
        : `no link leads to the address ${name}`,
      `Take the line out, or write a link in its place${mended(node, lines, (from) => from.replace(/^(\[[^\]]*\]):\s*(\S+).*/, '$1($2)'))}`,
    );
  });
}
