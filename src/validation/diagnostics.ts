/** Mistakes in content, told so that anybody can mend them. */
import { distance } from 'fastest-levenshtein';

export interface Position {
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
}

export interface Diagnostic extends Position {
  path: string;
  /** The kind of fault, by a name that does not change. */
  rule: string;
  /** What is wrong, with the value found. */
  message: string;
  /** What would be right, the nearest first. */
  allowed?: readonly string[] | undefined;
  /** How to mend it. */
  fix: string;
  /** Whether it is about a draft, which may be unfinished. */
  inDraft?: boolean | undefined;
}

/** Raised with every fault of a folder of content at once. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly faults: readonly Diagnostic[];
  constructor(faults: readonly Diagnostic[]) {
    super(`${countOf(faults.length)} in the content:\n${faults.map(formatDiagnostic).join('\n')}`);
    this.faults = faults;
  }
}

export const countOf = (faults: number): string => (faults === 1 ? '1 fault' : `${faults} faults`);

/** One line: path:line:column, what is wrong, what is allowed, how to mend it. */
export function formatDiagnostic({ path, line, column, message, allowed, fix: fix }: Diagnostic): string {
  const choices = allowed?.length ? ` Allowed: ${choicesIn(allowed)}.` : '';
  const stop = message.endsWith('.') ? '' : '.';
  return `${path}:${line}:${column} ${message}${stop}${choices} To mend: ${fix}`.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** The most choices that one message lists. */
const mostChoices = 10;

const choicesIn = (allowed: readonly string[]): string =>
  allowed.length > mostChoices
    ? `${allowed.slice(0, mostChoices).join(', ')} and ${allowed.length - mostChoices} more`
    : allowed.join(', ');

/** By path, line and column, and each only once. */
export function sortDiagnostics(faults: readonly Diagnostic[]): Diagnostic[] {
  const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const unique = new Map(faults.map((fault) => [formatDiagnostic(fault), fault]));
  return [...unique.values()].sort(
    (a, b) => byText(a.path, b.path) || a.line - b.line || a.column - b.column || byText(a.message, b.message),
  );
}

/** The choices, those most like `value` first. */
export const nearestFirst = (value: string, choices: Iterable<string>): string[] =>
  [...choices]
    .map((choice) => ({ choice, far: distance(value.toLowerCase(), choice.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.choice < b.choice ? -1 : 1))
    .map(({ choice }) => choice);

/** A value as it is shown in a message: in quotation marks, without control characters, not too long. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const clean = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
  return `"${clean.length > 80 ? `${clean.slice(0, 77)}...` : clean}"`;
}
