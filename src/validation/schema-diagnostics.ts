/** What a schema found wrong in the keys of a file, told so that their author can mend it. */
import { distance } from 'fastest-levenshtein';
import type { z } from 'astro/zod';
import {
  collections,
  lists,
  moved,
  site,
  vocabularies,
  type CollectionName,
  type ListName,
  type VocabularyName,
} from '../schemas/index.ts';
import type { Locate, Path } from './content.ts';
import { nearestFirst, shown, type Diagnostic } from './diagnostics.ts';
import { dateMeant, slugMeant } from './yaml-slips.ts';

/** The faults that `error` tells of `data`, which is what stands in the file at `path`. */
export const schemaFaults = (error: z.ZodError, data: unknown, locate: Locate, path: string): Diagnostic[] =>
  error.issues
    .filter((issue, _, all) => !misspeltIn(issue, data, all))
    .flatMap((issue) => issueFaults(issue, data, locate, path, error.issues));

type Issue = z.core.$ZodIssue;

const isMissing = (issue: Issue, data: unknown): boolean =>
  issue.path.length > 0 && issue.code !== 'custom' && valueAt(data, issue.path) === undefined;
const bare = (key: string): string => key.toLowerCase().replace(/[^a-z]/g, '');

/** The key that is missing where `key` stands, if that looks like it. */
const keyMeant = (key: string, around: Path, data: unknown, issues: readonly Issue[]): string | undefined =>
  nearestFirst(
    bare(key),
    issues
      .filter((issue) => isMissing(issue, data) && fieldName(issue.path.slice(0, -1)) === fieldName(around))
      .map((issue) => String(issue.path.at(-1))),
  ).find((missing) => distance(bare(key), bare(missing)) <= Math.max(1, missing.length / 3));

/** Whether the key that `issue` misses is there under another spelling: then that is the one fault. */
const misspeltIn = (issue: Issue, data: unknown, issues: readonly Issue[]): boolean =>
  isMissing(issue, data) &&
  issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      fieldName(other.path) === fieldName(issue.path.slice(0, -1)) &&
      other.keys.some((key) => keyMeant(key, other.path, data, issues) === issue.path.at(-1)),
  );

/** One fault for each thing that a schema found wrong. */
function issueFaults(
  issue: Issue,
  data: unknown,
  locate: Locate,
  path: string,
  issues: readonly Issue[],
): Diagnostic[] {
  const name = fieldName(issue.path);
  const value = valueAt(data, issue.path);
  const fault = (message: string, fix: string, allowed?: readonly string[], rule = 'value'): Diagnostic => ({
    path,
    ...locate(issue.path),
    rule,
    message,
    allowed,
    fix,
  });
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(issue.path, path);
    return issue.keys.map((key) => ({
      ...fault(
        `the key ${shown(key)} is not known${issue.path.length ? ` in ${name}` : ''}`,
        'Correct its spelling, or take the key out.',
        nearestFirst(keyMeant(key, issue.path, data, issues) ?? key, known),
        'unknown-key',
      ),
      ...locate([...issue.path, key], 'key'),
    }));
  }
  if (value === undefined && issue.path.length && issue.code !== 'custom')
    return [
      fault(
        `the key ${name} is missing`,
        `Add ${String(issue.path.at(-1))}: ${describe(issue.path, path)}`,
        undefined,
        'missing-key',
      ),
    ];
  const found = value === undefined || typeof value === 'object' ? '' : ` ${shown(value)}`;
  if (issue.code === 'invalid_value')
    return [
      fault(
        `${name}${found} is not one of the values allowed`,
        'Write one of these.',
        nearestFirst(String(value), issue.values.map(String)),
      ),
    ];
  const key = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
  if (value === null) return [fault(`${name} has no value`, `Write it after the colon. ${describe(issue.path, path)}`)];
  if (issue.code === 'invalid_type' && issue.expected === 'string' && ['number', 'boolean'].includes(typeof value)) {
    const fits = fieldSchema(issue.path, path)?.safeParse(String(value)).success;
    const fix = fits ? `Put it in quotation marks: '${String(value)}'.` : describe(issue.path, path);
    return [fault(`${name}${found} must be text`, fix)];
  }
  if (issue.code === 'invalid_type' && issue.expected === 'array' && typeof value === 'string') {
    const items = value.split(/,\s*/).map((item) => `"- ${item.replace(/^[-*•]\s*/, '')}"`);
    return [fault(`${name}${found} must be a list`, `Under ${key}, write a line for each item: ${items.join(', ')}.`)];
  }
  if (issue.code === 'invalid_type' && Array.isArray(value) && value.length === 1 && typeof value[0] === 'string')
    return [fault(`${name} must be one value, not a list`, `Write it after the colon: ${key}: ${value[0]}`)];
  if (issue.code === 'invalid_type')
    return [
      fault(`${name}${found} must be ${typeNames[issue.expected] ?? issue.expected}`, describe(issue.path, path)),
    ];
  if (value === undefined) return [fault(`${name} ${issue.message}`, `Add ${key}: ${describe(issue.path, path)}`)];
  if (issue.code === 'too_big' && typeof value === 'string')
    return [
      fault(`${name}${found} ${issue.message}`, `Shorten it by ${value.length - Number(issue.maximum)} or more.`),
    ];
  if (issue.message.endsWith(' twice')) return [fault(`${name}${found} ${issue.message}`, 'Keep one of the two.')];
  return [fault(`${name}${found} ${issue.message}`, meant(value, issue.path, path) + describe(issue.path, path))];
}

/** The value that fits the field and was most likely meant, as a sentence; nothing where none is known. */
function meant(value: unknown, path: Path, file: string): string {
  if (typeof value !== 'string') return '';
  const schema = fieldSchema(path, file);
  const day = dateMeant(value);
  const fits = [day, day?.slice(0, 7), slugMeant(value)].find(
    (choice) => choice !== undefined && choice !== value && schema?.safeParse(choice).success,
  );
  // Any text would fit a field of text, so only what no other text fits is told.
  return fits === undefined || schema?.safeParse('A text.').success ? '' : `Write ${fits}. `;
}

const typeNames: Partial<Record<string, string>> = {
  array: 'a list, each item on a line that begins with -',
  object: 'a group of keys, indented under it',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** Every key that a schema has, at any depth. */
export function allKeys(schema: z.ZodType | undefined): Set<string> {
  const inner = unwrapped(schema) as { shape?: Record<string, z.ZodType>; element?: z.ZodType } | undefined;
  if (inner?.element) return allKeys(inner.element);
  return new Set(Object.entries(inner?.shape ?? {}).flatMap(([key, field]) => [key, ...allKeys(field)]));
}

/** A path as authors read it: keyFactors, item 2, factor. */
export const fieldName = (path: Path): string =>
  path.map((part) => (typeof part === 'number' ? `item ${part + 1}` : String(part))).join(', ') || 'the file';

const valueAt = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);

/** The schema of the file at `path`, by its folder. */
export function schemaOf(path: string): z.ZodType {
  const parts = path.split(/[\\/]/);
  const folder = parts.at(-2) ?? '';
  if (folder === 'vocabularies') return vocabularies[parts.at(-1)?.replace(/\.yaml$/, '') as VocabularyName];
  if (parts.at(-1) === 'site.yaml') return site;
  if (parts.at(-1) === 'moved.yaml') return moved;
  if (Object.hasOwn(lists, folder)) return lists[folder as ListName];
  return collections[folder as CollectionName];
}

/** The schema of one field, through what wraps it. */
function fieldSchema(path: Path, file: string): z.ZodType | undefined {
  let schema: z.ZodType | undefined = schemaOf(file);
  for (const part of path) {
    const inner = unwrapped(schema) as { shape?: Record<string, z.ZodType>; element?: z.ZodType } | undefined;
    schema = typeof part === 'number' ? inner?.element : inner?.shape?.[String(part)];
  }
  return schema;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner = schema as (z.ZodType & { unwrap?: () => z.ZodType }) | undefined;
  while (inner?.unwrap && !('element' in inner)) inner = inner.unwrap() as typeof inner;
  return inner;
}

const knownKeys = (path: Path, file: string): string[] =>
  Object.keys((unwrapped(fieldSchema(path, file)) as { shape?: object } | undefined)?.shape ?? {});

/** What a field is for, from its schema; of the nearest field around it that is described. */
function describe(path: Path, file: string): string {
  for (let length = path.length; length > 0; length -= 1) {
    const described = fieldSchema(path.slice(0, length), file)?.description;
    if (described) return described;
  }
  return 'See the template of the folder.';
}
