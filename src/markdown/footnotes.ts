/** Footnotes: those that lead nowhere, those that no page would show, and the numbers that make their ids. */
import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearestFirst, shown } from '../validation/diagnostics.ts';
import type { BodyDiagnostic } from './policy.ts';
import { quotedLine } from './slips.ts';

/** Gives footnotes numbers for names, of which no two make one id: a second link to note 1 would be that to note 1-2. */
export function numberNotes(root: Root): void {
  const numbers = new Map<string, string>();
  visit(root, (node) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return;
    const number = numbers.get(node.identifier) ?? String(numbers.size + 1);
    numbers.set(node.identifier, number);
    node.identifier = number;
    node.label = number;
  });
}

export function footnoteFaults(root: Root, lines: readonly string[]): BodyDiagnostic[] {
  const definitions: FootnoteDefinition[] = [];
  visit(root, 'footnoteDefinition', (node) => void definitions.push(node));
  // A note without text is most likely the other end of one that nothing refers to.
  const missing = missingNotes(root, definitions);
  return missing.length ? missing : unshownNotes(root, definitions, lines);
}

/** A footnote that leads nowhere stays in the text with its brackets. */
function missingNotes(root: Root, definitions: readonly FootnoteDefinition[]): BodyDiagnostic[] {
  const found: BodyDiagnostic[] = [];
  const names = definitions.map(({ identifier }) => identifier);
  visit(root, 'text', ({ value, position }) => {
    const note = /\[\^([^\]\s]+)\]/.exec(value);
    if (!note || !position) return;
    const { line, column } = position.start;
    found.push({
      line,
      column,
      message: `the note ${shown(note[0])} has no text`,
      fix: names.length
        ? `Write one that is there, ${nearestFirst(note[1] ?? '', names)
            .map((name) => `[^${name}]`)
            .join(' or ')}, or at the end of the section a line ${note[0]}: with its text.`
        : `Write its text at the end of the section, on a line that begins ${note[0]}: or take it out.`,
    });
  });
  return found;
}

/** A page shows a footnote where the text refers to it, or a footnote that is shown; and of two of one name, the first. */
function unshownNotes(
  root: Root,
  definitions: readonly FootnoteDefinition[],
  lines: readonly string[],
): BodyDiagnostic[] {
  const first = new Map<string, FootnoteDefinition>();
  for (const one of definitions) if (!first.has(one.identifier)) first.set(one.identifier, one);
  const reached = new Set<FootnoteDefinition>();
  const reach = (node: Nodes): void => {
    const note = node.type === 'footnoteReference' ? first.get(node.identifier) : undefined;
    if (note && !reached.has(note)) {
      reached.add(note);
      note.children.forEach(reach);
    }
    if ('children' in node && node.type !== 'footnoteDefinition') node.children.forEach(reach);
  };
  reach(root);
  return definitions
    .filter((one) => !reached.has(one))
    .map((one) => {
      const { line, column } = one.position?.start ?? { line: 1, column: 1 };
      const name = `[^${one.label ?? one.identifier}]`;
      const written = lines[line - 1] ?? '';
      const plain = written.slice(0, column - 1) + written.slice(column - 1).replace(/^\[\^[^\]]*\]:[ \t]*/, '');
      const isSecond = first.get(one.identifier) !== one;
      return {
        line,
        column,
        message: isSecond
          ? `a second note is called ${name}, and readers see the first alone`
          : `the text does not refer to the note ${name}, so readers do not see it`,
        fix: `${
          isSecond
            ? 'Give it another number, and write that where it belongs in the text too'
            : `Write ${name} where it belongs in the text`
        }, or let it be plain text${plain.trim() === '' ? `: take ${name}: out` : `: ${quotedLine(plain, column)}`}`,
      };
    });
}
