/** Reads YAML against a schema, with the line and column of each value. */
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { shownPath } from '../config/settings.ts';
import type { Locate, Path } from '../validation/content.ts';
import type { Diagnostic, Position } from '../validation/diagnostics.ts';
import type { Names } from '../validation/names.ts';
import { allKeys, readable, schemaFaults } from '../validation/schema-diagnostics.ts';
import { hashSlip, keySlip } from '../validation/yaml-slips.ts';
import type { ReportFile } from './content-files.ts';

/** How many slips in the keys of one file are mended in thought, so that the rest can be judged. */
const mostSlips = 10;

export interface YamlReading {
  data: unknown;
  locate: Locate;
  /** Whether it has a fault: then its data holds only what is right by itself. */
  isFaulty: boolean;
}

/** What `text` holds, whose first line is `firstLine` of the file; nothing where it cannot be read. Faults are told. */
export function readYaml(
  file: string,
  text: string,
  firstLine: number,
  schema: z.ZodType,
  report: ReportFile,
  faults: Diagnostic[],
  names: Names,
): YamlReading | undefined {
  const lines = text.split('\n');
  const lineCounter = new LineCounter();
  const parse = (): ReturnType<typeof parseDocument> => {
    lineCounter.lineStarts.length = 0;
    return parseDocument(lines.join('\n'), { lineCounter, prettyErrors: false, stringKeys: true });
  };
  const at = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  let document = parse();
  let slips = 0;
  while (slips < mostSlips) {
    const slip = hashSlip(lines) ?? (document.errors.length ? keySlip(lines, allKeys(schema)) : undefined);
    if (!slip) break;
    const { index, message, fixed } = slip;
    const column = (lines[index]?.search(/\S/) ?? 0) + 1;
    const fix = `Write the line so${spaces(fixed)}: ${fixed.trim()}`;
    report(file, message, fix, { line: index + firstLine, column }, 'yaml');
    // With each slip mended the rest is still judged, so that all faults come at once.
    lines[index] = fixed;
    document = parse();
    slips += 1;
  }
  for (const problem of [...document.errors, ...document.warnings])
    report(
      file,
      `the keys cannot be read: ${firstSentence(problem.message)}`,
      yamlMend(problem.code),
      at(problem.pos[0]),
      'yaml',
    );
  if (document.errors.length || document.warnings.length) return undefined;
  let special: number | undefined;
  visit(document, {
    Alias: (_, node) => void (special ??= node.range?.[0]),
    Node: (_, node) => void ('anchor' in node && node.anchor ? (special ??= node.range?.[0]) : undefined),
  });
  if (special !== undefined)
    return void report(
      file,
      'an anchor or alias (& or *) is not allowed',
      'Write the value out, in quotation marks where it begins with & or *.',
      at(special),
      'yaml',
    );
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const locate: Locate = (path, part) => at(offsetOf(document, path, part === 'key'));
  const result = schema.safeParse(data ?? {});
  if (result.success) return { data: result.data, locate, isFaulty: slips > 0 };
  const written = (path: Path): string | undefined => {
    const node = document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
  faults.push(...schemaFaults(result.error, { path: shownPath(file), data, locate, written }, names));
  const half = readable(data, file);
  return { data: typeof half === 'object' && half !== null ? half : {}, locate, isFaulty: true };
}

/** What can be read of the keys of a file with a fault. */
export function whatIsReadable(text: string): unknown {
  const keys = text.startsWith('---\n') ? (text.slice(4).split(/^---/m)[0] ?? '') : text;
  try {
    return parseDocument(keys, { prettyErrors: false }).toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

const spaces = (line: string): string => {
  const count = line.search(/\S/);
  return count > 0 ? `, with ${count} spaces before it` : '';
};

const firstSentence = (message: string): string => message.split('\n')[0]?.replace(/[.:]?\s*$/, '') ?? message;

const yamlMends: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two keys.',
  TAB_AS_INDENT: 'Indent with spaces.',
  BLOCK_AS_IMPLICIT_KEY: 'Put the value in quotation marks where it holds a colon and a space.',
  MISSING_CHAR: 'Close the quotation mark or bracket.',
  BAD_INDENT: 'Indent as the lines around it, by two spaces a level.',
};
const yamlMend = (code: string): string =>
  yamlMends[code] ?? 'Write it as the lines around it; put a value with : or # in quotation marks.';

/** Where the value at `path`, or its key, begins; for a key that is missing, where the nearest thing around it begins. */
function offsetOf(document: Document, path: Path, ofKey: boolean): number {
  for (let length = path.length; length > 0; length -= 1) {
    const here = path.slice(0, length);
    const parent = length === 1 ? document.contents : document.getIn(here.slice(0, -1), true);
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === here.at(-1));
      const key = pair?.key;
      const value = pair?.value as { range?: [number, number, number] } | null | undefined;
      const range =
        length === path.length && !ofKey && isScalar(value) ? value.range : isScalar(key) ? key.range : undefined;
      if (range) return range[0];
    } else {
      const node = document.getIn(here, true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return node.range[0];
    }
  }
  return 0;
}
