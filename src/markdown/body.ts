/** Reads the body of a content file and lists every fault in it. */
import type { Root } from 'mdast';
import { VFileMessage } from 'vfile-message';
import type { Position } from '../validation/diagnostics.ts';
import { footnoteFaults } from './footnotes.ts';
import { losses } from './losses.ts';
import { policyFaults, tooDeep, type BodyDiagnostic } from './policy.ts';
import { parseBody } from './processor.ts';
import { proseSlips } from './prose-slips.ts';
import { syntaxSlip } from './slips.ts';

export interface BodyReading {
  /** The tree of the body; undefined where it has a fault. */
  tree: Root | undefined;
  /** The tree as far as it could be read, with slips mended in thought: to judge the rest by, never to be rendered. */
  judged: Root | undefined;
  faults: BodyDiagnostic[];
}

const mostSyntaxFaults = 50;
/** With each fault the whole body is read again, so a long one is given up sooner: after as many letters in all. */
const mostLetters = 400_000;

/** Reads a body. Lines count from the start of `text`. */
export function readBody(text: string, isExample = false): BodyReading {
  const unreadable = crowded(text) ?? nested(text);
  if (unreadable) return { tree: undefined, judged: undefined, faults: [unreadable] };
  const faults: BodyDiagnostic[] = [];
  const lines = text.split('\n');
  const edits: Edit[] = [];
  const most = Math.min(mostSyntaxFaults, Math.ceil(mostLetters / text.length));
  while (faults.length < most) {
    let tree: Root;
    try {
      tree = parseBody(lines.join('\n'));
    } catch (error) {
      // All else that the parser throws is that it has no room left.
      if (!(error instanceof VFileMessage))
        return { tree: undefined, judged: undefined, faults: [...faults, tooDeep({ line: 1, column: 1 })] };
      const { position, said } = readError(error, lines);
      const { message, fix, fixed } = syntaxSlip(lines, position, said);
      faults.push({ ...original(position, edits), message, fix });
      // With each slip mended the rest of the body is still judged, so that all faults come at once.
      if (!replaceLine(lines, position, fixed, edits)) break;
      continue;
    }
    const breaches = policyFaults(tree, lines, isExample);
    const isDeep = breaches.some(({ rule }) => rule === 'depth');
    const found = isDeep
      ? breaches
      : [...breaches, ...proseSlips(tree, lines, isExample), ...footnoteFaults(tree, lines), ...losses(tree, lines)];
    faults.push(...found.map((fault) => ({ ...fault, ...original(fault, edits) })));
    return { tree: faults.length ? undefined : tree, judged: isDeep ? undefined : tree, faults };
  }
  return { tree: undefined, judged: undefined, faults };
}

/** No text has as many signs of Markdown in one part. The parser weighs each against each: thousands take minutes. */
const mostSigns = 1_000;

/** The place where a part has more signs than it may: braces pair across the whole body, others within a paragraph. */
function crowded(text: string): BodyDiagnostic | undefined {
  const parts = [{ from: 0, signs: [...text.matchAll(/[{}]/g)] }];
  let from = 0;
  for (const part of text.split(/(?<=\n[ \t]*\n)/)) {
    parts.push({ from, signs: [...part.matchAll(/[*_~>[\]<`]/g)] });
    from += part.length;
  }
  const crowd = parts.find(({ signs }) => signs.length > mostSigns);
  if (!crowd) return undefined;
  const before = text.slice(0, crowd.from + (crowd.signs[0]?.index ?? 0)).split('\n');
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    rule: 'policy',
    message: `more than ${mostSigns} signs of Markdown stand in one part of the text`,
    fix: 'Take out the signs that are not needed, or leave an empty line between paragraphs.',
  };
}

/** A line that begins more lists and quotations in one another than any text has, each of which the parser goes into. */
function nested(text: string): BodyDiagnostic | undefined {
  const index = text.search(/^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>])){40}/m);
  return index === -1 ? undefined : tooDeep({ line: text.slice(0, index).split('\n').length, column: 1 });
}

/** A change of a line's length, from a column on. */
interface Edit extends Position {
  by: number;
}

/** Where a position in the mended text is in the text as it was written. */
const original = ({ line, column }: Position, edits: readonly Edit[]): Position => ({
  line,
  column: edits.reduceRight((at, edit) => (edit.line === line && edit.column < at ? at - edit.by : at), column),
});

/** Puts the mended line in its place, or else a space in the place of the sign. Gives whether that changes anything. */
function replaceLine(lines: string[], { line, column }: Position, fixed: string | undefined, edits: Edit[]): boolean {
  const found = lines[line - 1];
  if (found === undefined) return false;
  const sign = found[column - 1];
  if (fixed === undefined && (sign === undefined || sign === ' ')) return false;
  const to = fixed ?? `${found.slice(0, column - 1)} ${found.slice(column)}`;
  if (to === found) return false;
  edits.push({ line, column, by: to.length - found.length });
  lines[line - 1] = to;
  return true;
}

/** Where what could not be read begins: the parser tells where it gave up. */
function readError(error: VFileMessage, lines: readonly string[]): { position: Position; said: string } {
  const { reason: said, line = lines.length, column = 1 } = error;
  const opened = /^Expected .*for `<[^`]*>` \((\d+):(\d+)/.exec(said);
  if (opened) return { position: { line: Number(opened[1]), column: Number(opened[2]) }, said };
  const inCode = said.includes('import/exports') ? /^(?=import\b|export\b)/ : undefined;
  const opening = said.includes('expression')
    ? /(?:<[A-Za-z][^<>{]*)?\{[^{]*$/
    : said.includes('end of file in attribute value')
      ? /<[A-Za-z][^"]*"[^"]*$/
      : /<[^<]*$/;
  for (let at = line; at > 0; at -= 1) {
    const text = lines[at - 1] ?? '';
    const found = (inCode ?? opening).exec(at === line ? text.slice(0, column) : text);
    if (found) return { position: { line: at, column: found.index + 1 }, said };
  }
  return { position: { line, column }, said };
}
