/**
 * The one form in which every tool writes content, so that a change to one field changes no other line. It is the
 * form in which the publishing form writes YAML: block lists, no comments, quotation marks only where they are needed.
 */
import { stringify } from 'yaml';

/** A list or a group of keys as the text of a YAML file. */
export const yamlText = (data: unknown): string => `${stringify(data, { lineWidth: 0, singleQuote: true }).trim()}\n`;

/** The text of a content file: its keys in the order given, then its body, without spaces or empty lines around it. */
export function entryText(data: object, body: string): string {
  const prose = body.trim();
  return `---\n${yamlText(data)}---\n${prose ? `\n${prose}\n` : ''}`;
}

/**
 * `data` with its keys in the order of `parsed`, the same as its schema gives it back. Leaves out what says nothing:
 * an empty list, and false, which are what a schema takes for a key that is missing.
 */
export function inOrder(data: unknown, parsed: unknown): unknown {
  if (Array.isArray(data) && Array.isArray(parsed)) return data.map((item, index) => inOrder(item, parsed[index]));
  if (!isGroup(data) || !isGroup(parsed)) return data;
  return Object.fromEntries(
    Object.keys(parsed)
      .filter((key) => key in data && !saysNothing(data[key]))
      .map((key) => [key, inOrder(data[key], parsed[key])]),
  );
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const saysNothing = (value: unknown): boolean => value === false || (Array.isArray(value) && value.length === 0);
