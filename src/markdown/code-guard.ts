/**
 * Finds what the processor would read as JavaScript before the processor sees it. Its parser of JavaScript can be made
 * to take for ever, or to end the process, by a line of code; so no code gets as far as the parser.
 */
import type { MdastNode } from 'satteri';
import { shown } from '../validation/diagnostics.ts';
import type { BodyDiagnostic } from './policy.ts';
import { quotedLine } from './slips.ts';

export interface Guarded {
  faults: BodyDiagnostic[];
  /** The text with what is code blanked, so that the rest can be judged; lines and columns stay. */
  text: string;
}

type Node = MdastNode & { children?: Node[] };

/** Nobody mends more than this in one go. */
const most = 50;

/** A line that the processor takes for code by its first word. */
const moduleLine = /^(?:import|export)(?=[\s{*]|$)/gm;

/** Whether a text can hold code at all. */
export const mayHoldCode = (text: string): boolean => text.includes('{') || text.search(moduleLine) !== -1;

/** The text with every sign that begins code replaced by a harmless one, for finding out what is a sample of code. */
export const quietText = (text: string): string =>
  text.replaceAll('{', '(').replace(moduleLine, (word) => `x${word.slice(1)}`);

/** Every beginning of code in `text`; `tree` is the tree of its quiet text. */
export function guardCode(text: string, tree: MdastNode | undefined): Guarded {
  const { samples, paragraphs } = rangesOf(tree);
  const inside = (ranges: Range[], offset: number): boolean =>
    ranges.some(({ start, end }) => start < offset && offset < end);
  const faults: BodyDiagnostic[] = [];
  // By UTF-16 units, as all offsets here are.
  const blank = text.split('');
  const wipe = (start: number, end: number): void => {
    for (let index = start; index < end; index += 1) if (blank[index] !== '\n') blank[index] = ' ';
  };
  for (const { index } of text.matchAll(moduleLine)) {
    // A word that wraps to the start of a line of prose begins nothing.
    if (inside(samples, index) || inside(paragraphs, index)) continue;
    faults.push({
      ...placeOf(text, index),
      rule: 'policy',
      message: 'an import or export is not allowed',
      fix: `Take the line out; or, where it is prose, begin it with a capital letter or another word.${mended(text, index, (line) => line.charAt(0).toUpperCase() + line.slice(1))}`,
    });
    const end = text.indexOf('\n', index);
    wipe(index, end === -1 ? text.length : end);
  }
  let after = 0;
  for (let index = text.indexOf('{'); index !== -1; index = text.indexOf('{', index + 1)) {
    if (index < after || inside(samples, index) || isEscaped(text, index)) continue;
    if (faults.length === most) return { faults, text: blank.join('').replaceAll('{', ' ') };
    after = closeOf(text, index);
    faults.push(braceFault(text, index, after));
    const attribute = /[\w:.-]*\s*=\s*$/.exec(text.slice(Math.max(0, index - 100), index))?.[0].length ?? 0;
    wipe(index - attribute, after);
  }
  return { faults, text: blank.join('') };
}

interface Range {
  start: number;
  end: number;
}

function rangesOf(tree: MdastNode | undefined): { samples: Range[]; paragraphs: Range[] } {
  const samples: Range[] = [];
  const paragraphs: Range[] = [];
  const stack: Node[] = tree ? [tree as Node] : [];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start !== undefined && end !== undefined) {
      if (node.type === 'code' || node.type === 'inlineCode') samples.push({ start, end });
      if (node.type === 'paragraph') paragraphs.push({ start, end });
    }
    for (const child of node.children ?? []) stack.push(child);
  }
  return { samples, paragraphs };
}

const isEscaped = (text: string, index: number): boolean => {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
};

/** After the brace that closes the one at `start`, or after that one where none does in the same paragraph. */
function closeOf(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length && !text.startsWith('\n\n', index); index += 1) {
    if (text[index] === '{') depth += 1;
    if (text[index] === '}' && (depth -= 1) === 0) return index + 1;
  }
  return start + 1;
}

function braceFault(text: string, start: number, end: number): BodyDiagnostic {
  const tag = /<([A-Za-z][\w.:-]*)[^<>]*$/.exec(text.slice(Math.max(0, start - 500), start));
  if (tag) {
    const where = placeOf(text, start - tag[0].length);
    if (/^\{\s*\.\.\./.test(text.slice(start, end)))
      return {
        ...where,
        rule: 'policy',
        message: `a spread ({...}) in <${tag[1]}> is not allowed`,
        fix: 'Write each attribute as name="text".',
      };
    return {
      ...where,
      rule: 'policy',
      message: `an attribute of <${tag[1]}> in braces is no plain text`,
      fix: 'Write it in straight quotation marks, without braces: name="text".',
    };
  }
  const escaped = (line: string, at: number): string => `${line.slice(0, at)}\\${line.slice(at)}`;
  if (end === start + 1)
    return {
      ...placeOf(text, start),
      rule: 'policy',
      message: 'a brace ({) begins something that is not prose',
      fix: `Take the brace out, or write a backslash before it: \\{.${mended(text, start, escaped)}`,
    };
  const found = text.slice(start, end);
  const without = (line: string, at: number): string =>
    `${line.slice(0, at).trimEnd()} ${line.slice(at).replace(/^\{\s*\}\s*/, '')}`.trim();
  return {
    ...placeOf(text, start),
    rule: 'policy',
    message: `an expression in braces is not allowed: ${shown(found)}`,
    fix: `Take it out, or write a backslash before the brace: \\{.${mended(text, start, /^\{\s*\}$/.test(found) ? without : escaped)}`,
  };
}

/** The line at `offset`, mended by `change`, as the end of a mend. */
function mended(text: string, offset: number, change: (line: string, at: number) => string): string {
  const { column } = placeOf(text, offset);
  const from = offset - column + 1;
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end === -1 ? undefined : end);
  // A line longer than any paragraph is not shown.
  return line.length <= 4_000 ? ` Write: ${quotedLine(change(line, column - 1), column)}` : '';
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
