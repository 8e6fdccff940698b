/**
 * Reads a folder of content: every file, against its schema, the policy for bodies and all cross-references.
 * Nothing in it runs. Whatever is wrong is told at once.
 */
import { hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load as loadYaml } from 'js-yaml';
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'astro/zod';
import { distance } from 'fastest-levenshtein';
import { readBody, type BodyReading } from '../markdown/body.ts';
import { splitFile } from '../markdown/frontmatter.ts';
import { quotedLine } from '../markdown/slips.ts';
import {
  collectionNames,
  collections,
  moved as movedSchema,
  site as siteSchema,
  listNames,
  lists,
  optionalNames,
  vocabularies,
  vocabularyNames,
  type CollectionName,
  type ListName,
  type VocabularyName,
} from '../schemas/index.ts';
import { hiddenPattern, hiddenSign } from '../schemas/hidden.ts';
import { slugPattern } from '../schemas/slug.ts';
import { nearestFirst, shown, sortDiagnostics, type Diagnostic, type Position } from '../validation/diagnostics.ts';
import { abbreviationsOf } from '../validation/abbreviations.ts';
import { linksIn, sectionFaults, type InnerLink } from '../validation/body-checks.ts';
import { dateMeant, keySlip, slugMeant } from '../validation/yaml-slips.ts';
import { placeholderFaults } from '../validation/placeholders.ts';
import { referenceFaults } from '../validation/references.ts';
import { shownPath } from '../config/settings.ts';

export type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]>;
export type ListDataOf<Name extends ListName> = z.infer<(typeof lists)[Name]>;
type VocabularyOf<Name extends VocabularyName> = z.infer<(typeof vocabularies)[Name]>;
type Path = readonly PropertyKey[];

/** Finds the line and column of a value, or of its key, in the file that it came from. */
export type Locate = (path: Path, part?: 'key') => Position;

export interface Entry<Data> {
  /** The slug: the file's name without its ending. */
  id: string;
  /** The absolute path of the file. */
  file: string;
  /** Of what the file holds. */
  digest: string;
  data: Data;
  locate: Locate;
}

export interface BodyEntry<Data> extends Entry<Data> {
  /** The links in the body that stay within the site. */
  links: readonly InnerLink[];
  /** The abbreviations that stand in the keys, and what may be ones in the body. */
  abbreviations: readonly string[];
  /** The body, with as many empty lines before it as the frontmatter takes, so that lines count as in the file. */
  readonly body: string;
  /** The body's tree. Like the body it is made each time it is asked for. */
  readonly tree: BodyReading['tree'];
}

/** What was found in a file of an entry without a fault, as plain data: as true of any file that holds the same bytes. */
export type EntryFindings = Pick<BodyEntry<unknown>, 'digest' | 'data' | 'links' | 'abbreviations'>;

/** What earlier readings found, by the absolute path of the file. Where it is used no longer, it is taken out. */
export type Earlier = Map<string, EntryFindings>;

export type Entries = { [Name in CollectionName]: BodyEntry<DataOf<Name>>[] };
export type Lists = { [Name in ListName]: Entry<ListDataOf<Name>>[] };
export type Vocabularies = { [Name in VocabularyName]: Entry<VocabularyOf<Name>> };

/** A folder of content that has been read. A file with a fault is left out of its list, never half read. */
export interface Content {
  directory: string;
  entries: Entries;
  lists: Lists;
  vocabularies: Partial<Vocabularies>;
  site: Entry<z.infer<typeof siteSchema>> | undefined;
  /** What became of addresses that the site once had. The file may be left out. */
  moved: Entry<z.infer<typeof movedSchema>> | undefined;
}

export interface Reading {
  content: Content;
  faults: Diagnostic[];
}

export interface ReadingOptions {
  judged?: ReadonlySet<string> | undefined;
  earlier?: Earlier;
  touched?: ReadonlySet<string>;
}

const digestOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64url');

/** The size over which a file is taken for something else than a text, in bytes. */
const largestFile = 50_000;

/** The files that stand at the root of content. */
const rootFiles = ['site.yaml', 'moved.yaml'];

/** How many slips in the keys of one file are mended in thought, so that the rest can be judged. */
const mostSlips = 10;

/**
 * Everything in `directory` and everything that is wrong with it. `today` is YYYY-MM-DD. Where `judged` names files by
 * their absolute paths, only what is wrong in or because of them is told, and only their bodies are opened: of the
 * others the keys are read, since references lead there. What `earlier` knows of a file that holds the same bytes is
 * taken from there, and what is found of the others is put there. Where `touched` names files by their absolute paths,
 * any other that `earlier` knows is taken to hold the same bytes, and not opened.
 */
export async function readContent(
  directory: string,
  today: string,
  { judged, earlier, touched }: ReadingOptions = {},
): Promise<Reading> {
  const faults: Diagnostic[] = [];
  const isJudged = (file: string): boolean => judged?.has(file) ?? true;
  const report: ReportFile = (file, message, fix, { line, column } = { line: 1, column: 1 }, rule = 'file') => {
    if (isJudged(file)) faults.push({ path: shownPath(file), line, column, rule, message, fix: fix });
  };
  const files = listFiles(directory, report);
  const content: Content = {
    directory,
    entries: Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Entries,
    lists: Object.fromEntries(listNames.map((name) => [name, []])) as unknown as Lists,
    vocabularies: {},
    site: undefined,
    moved: undefined,
  };
  // Files that are there but faulty still count as there, so that a reference to one is no second fault.
  const unread: string[] = [];
  const hints: Diagnostic[] = [];
  const present = new Map<string, Set<string>>(
    [...collectionNames, ...listNames].map((name) => [name, new Set<string>()]),
  );

  for (const { file, folder, name } of files) {
    const id = name.replace(/\.(?:mdx|yaml)$/, '');
    present.get(folder)?.add(id);
    const isEntry = !(folder === '' || folder === 'vocabularies' || isList(folder));
    const known = isEntry ? earlier?.get(file) : undefined;
    if (known && touched?.has(file) === false) {
      entriesOf(content, folder).push(fileEntry(id, file, known));
      continue;
    }
    const bytes = readBytes(file, report);
    if (bytes === undefined) continue;
    const digest = digestOf(bytes);
    if (known?.digest === digest) {
      entriesOf(content, folder).push(fileEntry(id, file, known));
      continue;
    }
    earlier?.delete(file);
    const text = textOf(file, bytes, report);
    if (text === undefined) continue;
    const fileHints = isJudged(file) ? placeholderFaults(file, text) : [];
    hints.push(...fileHints);
    const found: Diagnostic[] = [];
    if (isEntry) {
      const findings = readEntry(file, folder, text, digest, report, isJudged(file) ? found : undefined);
      if (findings) entriesOf(content, folder).push(fileEntry(id, file, findings, bytes));
      else if (folder === 'case-studies') unread.push(text);
      if (findings && isJudged(file) && !found.length && !fileHints.length) earlier?.set(file, findings);
    } else {
      const read = readYaml(file, text, 1, schemaOf(file), report, found);
      if (read) addOther(content, folder, { id, file, digest, ...read });
    }
    if (isJudged(file)) faults.push(...found);
  }
  const there = new Set(files.map(({ file }) => file));
  for (const file of earlier?.keys() ?? []) if (!there.has(file)) earlier?.delete(file);
  if (files.length) {
    for (const name of collectionNames)
      if (!optionalNames.includes(name) && present.get(name)?.size === 0 && existsSync(join(directory, name)))
        report(join(directory, name), 'has no entry', `Add an .mdx file to ${name}/; _template.mdx there shows how.`);
    const expected = [...vocabularyNames.map((name) => join('vocabularies', `${name}.yaml`)), 'site.yaml'];
    for (const path of expected)
      if (!there.has(join(directory, path))) report(join(directory, path), 'is missing', `Add the file ${path}.`);
  }
  faults.push(...referenceFaults(content, present, today, isJudged, unread));
  return { content, faults: sortDiagnostics([...hints, ...faults.filter((fault) => !isHint(fault, hints))]) };
}

/** Whether a fault is of a line where a hint still stands: what is wrong with a hint is no matter. */
const isHint = (fault: Diagnostic, hints: readonly Diagnostic[]): boolean =>
  hints.some(({ path, line }) => path === fault.path && line === fault.line);

type ReportFile = (file: string, message: string, fix: string, place?: Position, rule?: string) => void;
interface FoundFile {
  file: string;
  folder: string;
  name: string;
}

const isList = (folder: string): folder is ListName => Object.hasOwn(lists, folder);

/** The files of content in the order of their names. Anything that is no plain file in its place is a fault. */
function listFiles(directory: string, report: ReportFile): FoundFile[] {
  const found: FoundFile[] = [];
  const folders = [...collectionNames, ...listNames, 'vocabularies'];
  const open = (folder: string): string[] | undefined => {
    const path = join(directory, folder);
    try {
      if (lstatSync(path).isSymbolicLink()) {
        // The folder itself may be a link: it is the operator who names it. What is inside may not.
        if (folder !== '') return void report(path, 'is a symbolic link', 'Put the folder itself in its place.');
      }
      return readdirSync(path).sort();
    } catch (error) {
      const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read';
      const fix =
        folder === ''
          ? 'Make the folder, or set CONTENT_DIR to the right one.'
          : `Make the folder readable, with at least one file.`;
      return void report(path, `the folder ${why}`, fix);
    }
  };
  const names = open('');
  if (!names) return [];
  for (const name of names) {
    const file = join(directory, name);
    const kind = lstatSync(file);
    if (kind.isSymbolicLink()) report(file, 'is a symbolic link', 'Put the file or folder itself in its place.');
    else if (kind.isDirectory() && folders.includes(name)) continue;
    else if (kind.isDirectory() && !folders.includes(name))
      faultyName(report, file, `the folder ${shown(name)} is not one that content has`, nearestFirst(name, folders));
    else if (kind.isFile() && rootFiles.includes(name)) found.push({ file, folder: '', name });
    else
      report(file, `the file ${shown(name)} has no place here`, 'Move it to the folder it belongs to, or take it out.');
  }
  for (const folder of folders) {
    if (names.includes(folder) && lstatSync(join(directory, folder)).isSymbolicLink()) continue;
    const optional = [...optionalNames, ...listNames].includes(folder as CollectionName);
    if (optional && !names.includes(folder)) continue;
    for (const name of open(folder) ?? []) {
      const file = join(directory, folder, name);
      const kind = lstatSync(file);
      const ending = folder === 'vocabularies' || isList(folder) ? '.yaml' : '.mdx';
      const stem = name.slice(0, -ending.length);
      if (kind.isSymbolicLink()) report(file, 'is a symbolic link', 'Put the file itself in its place.');
      else if (!kind.isFile()) report(file, 'is not a file', `Keep only ${ending} files in ${folder}/.`);
      else if (!name.endsWith(ending))
        report(
          file,
          `is not an ${ending} file`,
          `Keep only ${ending} files in ${folder}/; give it that ending or take it out.`,
        );
      else if (name.startsWith('_')) continue;
      else if (folder === 'vocabularies' && !vocabularyNames.includes(stem as VocabularyName))
        faultyName(report, file, `no vocabulary is called ${shown(stem)}`, nearestFirst(stem, vocabularyNames));
      else if (!slugPattern.test(stem))
        report(
          file,
          `the name ${shown(stem)} is no slug`,
          'Name the file with lower-case letters, figures and single hyphens, a letter first.',
        );
      else found.push({ file, folder, name });
    }
  }
  return found;
}

const faultyName = (report: ReportFile, file: string, message: string, allowed: readonly string[]): void =>
  report(file, `${message}. Allowed: ${allowed.join(', ')}.`, 'Rename it to one of these, or take it out.');

const entriesOf = (content: Content, folder: string): BodyEntry<unknown>[] =>
  content.entries[folder as CollectionName] as BodyEntry<unknown>[];

function addOther(content: Content, folder: string, entry: Entry<unknown>): void {
  if (isList(folder)) (content.lists[folder] as Entry<unknown>[]).push(entry);
  else Object.assign(folder === '' ? content : content.vocabularies, { [entry.id]: entry });
}

function fileEntry(id: string, file: string, findings: EntryFindings, justRead?: Buffer): BodyEntry<unknown> {
  let whole: Locate | undefined;
  let bytes = justRead;
  return {
    id,
    file,
    ...findings,
    locate: (path, part) => (whole ??= locateIn(file, keysAndBody(file, findings.digest).keys, 2))(path, part),
    get body() {
      const { body } = keysAndBody(file, findings.digest, bytes);
      // Most are asked for once.
      bytes = undefined;
      return body;
    },
    get tree() {
      return readBody(this.body).tree;
    },
  };
}

/**
 * The keys and the body of a file that has been read without a fault. They are not kept, since those of thousands of
 * files would fill the memory.
 * @throws Error where the file is no longer what was read.
 */
function keysAndBody(file: string, digest: string, justRead?: Buffer): { keys: string; body: string } {
  const bytes = justRead ?? readFileSync(file);
  const split = splitFile(withUnixEnds(bytes.toString('utf8')));
  if ((!justRead && digestOf(bytes) !== digest) || 'message' in split)
    throw new Error(`${shownPath(file)} was changed while it was being read. Run the command again.`);
  return { keys: split.keys.join('\n'), body: split.body };
}

const withUnixEnds = (text: string): string => (text.includes('\r') ? text.replaceAll('\r\n', '\n') : text);

function readBytes(file: string, report: ReportFile): Buffer | undefined {
  try {
    const { size } = lstatSync(file);
    if (size <= largestFile) return readFileSync(file);
    report(file, `has ${size} bytes`, `Keep a file under ${largestFile} bytes; move part of it to another entry.`);
  } catch (error) {
    report(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, 'Make the file readable.');
  }
  return undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOf(file: string, bytes: Buffer, report: ReportFile): string | undefined {
  let text: string;
  try {
    text = withUnixEnds(utf8.decode(bytes));
  } catch {
    return void report(file, 'is not UTF-8 text', 'Save the file as UTF-8.');
  }
  const hidden = hiddenPattern.exec(text);
  if (hidden) {
    const before = text.slice(0, hidden.index).split('\n');
    return void report(file, `holds the hidden character ${hiddenSign(text)}`, 'Delete it, or type the line again.', {
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
    });
  }
  if (!text.endsWith('\n'))
    return void report(file, 'does not end with a line break', 'Add a line break at the end of the file.');
  return text;
}

/**
 * What an entry's file holds, where it is formed as Astro reads one. Without a list of faults the body is left unopened.
 */
function readEntry(
  file: string,
  folder: string,
  text: string,
  digest: string,
  report: ReportFile,
  faults: Diagnostic[] | undefined,
): EntryFindings | undefined {
  const split = splitFile(text);
  if ('message' in split) return void report(file, split.message, split.fix, split, 'frontmatter');
  const { body } = split;
  const path = shownPath(file);
  const { tree, faults: bodyFaults } = faults ? readBody(body) : { tree: undefined, faults: [] };
  faults?.push(...bodyFaults.map((fault) => ({ path, rule: 'syntax', ...fault })));
  const keys = split.keys.join('\n');
  const front = readYaml(file, keys, 2, collections[folder as CollectionName], report, faults ?? []);
  if (!front || bodyFaults.length) return undefined;
  if (tree && folder === 'case-studies') faults?.push(...sectionFaults(path, tree, body));
  return {
    digest,
    data: front.data,
    links: tree ? linksIn(tree) : [],
    abbreviations: faults ? abbreviationsOf(front.data, body) : [],
  };
}

/**
 * The keys by a reader that is several times as fast and knows no lines; undefined where it finds anything that is not
 * plain, so that the other has to tell.
 */
function readPlainly(text: string, schema: z.ZodType): { data: unknown } | undefined {
  if (/[&*\t]/.test(text)) return undefined;
  try {
    const result = schema.safeParse(loadYaml(text, { schema: CORE_SCHEMA }) ?? {});
    return result.success ? { data: result.data } : undefined;
  } catch {
    return undefined;
  }
}

/** Finds places in keys that were read without a fault. */
const locateIn = (file: string, keys: string, firstLine: number): Locate =>
  readWithLines(file, keys, firstLine, schemaOf(file), () => undefined, [])?.locate ??
  (() => ({ line: firstLine, column: 1 }));

function readYaml(
  file: string,
  text: string,
  firstLine: number,
  schema: z.ZodType,
  report: ReportFile,
  faults: Diagnostic[],
): { data: unknown; locate: Locate } | undefined {
  const plain = readPlainly(text, schema);
  if (!plain) return readWithLines(file, text, firstLine, schema, report, faults);
  let whole: Locate | undefined;
  return { ...plain, locate: (path, part) => (whole ??= locateIn(file, text, firstLine))(path, part) };
}

function readWithLines(
  file: string,
  text: string,
  firstLine: number,
  schema: z.ZodType,
  report: ReportFile,
  faults: Diagnostic[],
): { data: unknown; locate: Locate } | undefined {
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
  while (document.errors.length && slips < mostSlips) {
    const slip = keySlip(lines, allKeys(schema));
    if (!slip) break;
    const { index, message, fixed } = slip;
    const column = (lines[index]?.search(/\S/) ?? 0) + 1;
    const fix = `Write the line so${spaces(fixed)}: ${quotedLine(fixed)}`;
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
  if (result.success) return slips ? undefined : { data: result.data, locate };
  const issues = result.error.issues.filter((issue, _, all) => !misspeltIn(issue, data, all));
  for (const issue of issues) faults.push(...issueFaults(issue, data, locate, shownPath(file), result.error.issues));
  return undefined;
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
function allKeys(schema: z.ZodType | undefined): Set<string> {
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
function schemaOf(path: string): z.ZodType {
  const parts = path.split(/[\\/]/);
  const folder = parts.at(-2) ?? '';
  if (folder === 'vocabularies') return vocabularies[parts.at(-1)?.replace(/\.yaml$/, '') as VocabularyName];
  if (parts.at(-1) === 'site.yaml') return siteSchema;
  if (parts.at(-1) === 'moved.yaml') return movedSchema;
  if (isList(folder)) return lists[folder];
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
