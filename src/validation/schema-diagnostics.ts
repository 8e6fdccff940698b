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
import { howToAdd, notIn, slugNamed, type Names } from './names.ts';
import { addressMeant, dateMeant, slugMeant } from './yaml-slips.ts';

/** What stands in a file, and where. */
export interface Keys {
  path: string;
  data: unknown;
  locate: Locate;
  /** A value as it is written, before YAML takes it for a number or the like. */
  written: (path: Path) => string | undefined;
}

/** The faults that `error` tells of the keys of a file. */
export const schemaFaults = (error: z.ZodError, keys: Keys, names: Names): Diagnostic[] =>
  error.issues
    .filter((issue, _, all) => !misspeltIn(issue, keys.data, all))
    .flatMap((issue) => issueFaults(issue, keys, names, error.issues));

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
  ).find((missing) => distance(bare(key), bare(missing)) <= Math.max(1, missing.length / 2.5));

/** The key that `key` most likely is, of those that a file can have. */
const nearKey = (key: string, known: readonly string[]): string | undefined =>
  nearestFirst(bare(key), known).find((one) => distance(bare(key), bare(one)) <= one.length / 2.5);

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
  { path, data, locate, written }: Keys,
  names: Names,
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
    return issue.keys.map((key) => {
      const near = keyMeant(key, issue.path, data, issues) ?? nearKey(key, known);
      const isThere = near !== undefined && valueAt(data, [...issue.path, near]) !== undefined;
      return {
        ...fault(
          `the key ${shown(key)} is not known${issue.path.length ? ` in ${name}` : ''}`,
          near === undefined
            ? 'Correct its spelling, or take the key out.'
            : isThere
              ? `Take it out: ${near} is there already.`
              : `Write ${near}: in its place.`,
          near === undefined ? nearestFirst(key, known) : undefined,
          'unknown-key',
        ),
        ...locate([...issue.path, key], 'key'),
      };
    });
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
  if (issue.code === 'invalid_value') {
    const choices = nearestFirst(String(value), issue.values.map(String));
    const near = slugNamed(String(value), new Map(choices.map((choice) => [choice, choice])));
    const fix = near === undefined ? 'Write one of these.' : `Write ${near}.`;
    return [fault(`${name}${found} is not one of the values allowed`, fix, choices)];
  }
  const key = String(issue.path.findLast((part) => typeof part === 'string') ?? '');
  if (value === null) return [fault(`${name} has no value`, `Write it after the colon. ${describe(issue.path, path)}`)];
  if (issue.code === 'invalid_type' && issue.expected === 'string' && ['number', 'boolean'].includes(typeof value)) {
    const text = written(issue.path) ?? String(value);
    const fits = fieldSchema(issue.path, path)?.safeParse(text).success;
    const fix = fits ? `Put it in quotation marks: '${text}'.` : describe(issue.path, path);
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
  if (Array.isArray(value) && issue.code === 'too_small')
    return [
      fault(
        `${name} ${issue.message}`,
        `Under ${key}, add ${Number(issue.minimum) - value.length} more, each on a line that begins with a hyphen and a space. ${describe(issue.path, path)}`,
      ),
    ];
  if (Array.isArray(value) && issue.code === 'too_big')
    return [fault(`${name} ${issue.message}`, `Take ${value.length - Number(issue.maximum)} out.`)];
  const collection = issue.code === 'custom' ? undefined : refersTo(issue.path, path);
  if (typeof value === 'string' && collection !== undefined) {
    const choices = names(collection);
    const slug = slugNamed(value, choices);
    return [
      fault(
        `${name}${found} ${notIn(collection)}`,
        slug === undefined ? `Use one of these; or, if it is new, ${howToAdd(value, collection)}.` : `Write ${slug}.`,
        slug === undefined ? nearestFirst(value, choices.keys()) : undefined,
      ),
    ];
  }
  if (issue.message.endsWith('not closed'))
    return [
      fault(`${name}${found} ${issue.message}`, 'Close it after the last word of the quotation, or take it out.'),
    ];
  if (issue.message.endsWith(' twice')) return [fault(`${name}${found} ${issue.message}`, 'Keep one of the two.')];
  return [fault(`${name}${found} ${issue.message}`, meant(value, issue.path, path) + describe(issue.path, path))];
}

/** The value that fits the field and was most likely meant, as a sentence; nothing where none is known. */
function meant(value: unknown, path: Path, file: string): string {
  if (typeof value !== 'string') return '';
  const schema = fieldSchema(path, file);
  const day = dateMeant(value);
  const address = addressMeant(value);
  // An address that the site once had is kept as it was.
  const isOld = file.endsWith('moved.yaml') && path.at(-1) === 'from';
  const isAddress = schema?.safeParse('examples/a').success;
  const fits = [
    day,
    day?.slice(0, 7),
    /^[\w-]+(?:\.[\w-]+)+(?:\/|$)/.test(value) ? `https://${value}` : undefined,
    address,
    ...(isOld ? [] : isAddress ? [address.split('/').map(slugMeant).join('/')] : [slugMeant(value)]),
  ].find((choice) => choice !== undefined && choice !== value && schema?.safeParse(choice).success);
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
  const [name = '', folder = ''] = path.split(/[\\/]/).reverse();
  // A file whose ending or capitals are wrong is judged as what it was meant to be.
  const stem = name.replace(/\..*$/, '').toLowerCase();
  if (folder === 'vocabularies') return vocabularies[stem as VocabularyName];
  if (Object.hasOwn(lists, folder)) return lists[folder as ListName];
  if (Object.hasOwn(collections, folder)) return collections[folder as CollectionName];
  return stem === 'site' ? site : moved;
}

/** The schema of one field, through what wraps it. */
function fieldSchema(path: Path, file: string): z.ZodType | undefined {
  let schema: z.ZodType | undefined = schemaOf(file);
  for (const part of path) {
    const inner = unwrapped(schema) as { shape?: Record<string, z.ZodType>; element?: z.ZodType } | undefined;
    const { element, shape = {} } = inner ?? {};
    schema = typeof part === 'number' ? element : Object.hasOwn(shape, part) ? shape[String(part)] : undefined;
  }
  return schema;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  let inner = schema as (z.ZodType & { unwrap?: () => z.ZodType }) | undefined;
  while (inner?.unwrap && !('element' in inner)) inner = inner.unwrap() as typeof inner;
  return inner;
}

/** The collection that a field refers to, or the list that the field is an item of. */
function refersTo(path: Path, file: string): string | undefined {
  for (const here of typeof path.at(-1) === 'number' ? [path, path.slice(0, -1)] : [path]) {
    let schema = fieldSchema(here, file) as (z.ZodType & { unwrap?: () => z.ZodType }) | undefined;
    for (; schema; schema = schema.unwrap && !('element' in schema) ? (schema.unwrap() as typeof schema) : undefined) {
      const collection = schema.meta()?.['refersTo'];
      if (typeof collection === 'string') return collection;
    }
  }
  return undefined;
}

/** What can be read of keys that have a fault: each text that is right by itself, in its place. */
export function readable(value: unknown, file: string, path: Path = []): unknown {
  if (typeof value === 'string') return fieldSchema(path, file)?.safeParse(value).data;
  if (Array.isArray(value)) return value.map((item, index) => readable(item, file, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, readable(item, file, [...path, key])]));
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
