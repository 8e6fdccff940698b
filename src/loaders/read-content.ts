/**
 * Reads a folder of content: every file, against its schema, the policy for bodies and all cross-references.
 * Nothing in it runs. Whatever is wrong is told at once.
 */
import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { shownPath } from '../config/settings.ts';
import { readBody } from '../markdown/body.ts';
import { splitFile } from '../markdown/frontmatter.ts';
import type { Drawing } from '../schemas/drawing.ts';
import { collectionNames, listNames, optionalNames, vocabularyNames, type CollectionName } from '../schemas/index.ts';
import { linksIn, sectionFaults, unseenBody } from '../validation/body-checks.ts';
import { heedConsent } from '../validation/consent.ts';
import type { BodyEntry, Content, Entries, Entry, Lists, Unread } from '../validation/content.ts';
import { sortDiagnostics, type Diagnostic } from '../validation/diagnostics.ts';
import type { Names } from '../validation/names.ts';
import { knownOf } from '../validation/people/known.ts';
import {
  blankingPeople,
  peopleIn,
  questionsOn,
  type PeopleInFile,
  type PeopleQuestions,
} from '../validation/people/people.ts';
import { readDrawing } from '../validation/drawings.ts';
import { hintsIn, saysDraft, withPlainHints } from '../validation/placeholders.ts';
import { faultsBetween } from '../validation/references.ts';
import { schemaOf } from '../validation/schema-diagnostics.ts';
import {
  filesAt,
  isList,
  listFiles,
  rawText,
  readBytes,
  textOf,
  type FoundFile,
  type ReportFile,
} from './content-files.ts';
import { titlesIn } from './titles.ts';
import { readYaml, whatIsReadable } from './yaml-keys.ts';

export interface Reading {
  content: Content;
  faults: Diagnostic[];
  /** What there is to tidy, which stops nothing. */
  notes: Diagnostic[];
  /** What is asked of people and contacts, whether or not a file can be read. */
  people: PeopleQuestions;
  /** A finding without what may name somebody. All that stands in this reading is so already. */
  clean: (finding: Diagnostic) => Diagnostic;
  /** The same of any text. */
  blanked: (text: string) => string;
}

/**
 * Entries that were found without a fault, with what they hold of people, by the absolute path of their files: as good
 * for any file of the same bytes.
 */
export type Earlier = Map<string, { entry: BodyEntry<unknown>; people: PeopleInFile }>;

export interface ReadingOptions {
  /** Files by their absolute paths: only what is wrong in or because of them is told, and only their bodies are opened. */
  judged?: ReadonlySet<string> | undefined;
  /** What an earlier reading found, which this one adds to. */
  earlier?: Earlier;
}

/** Everything in `directory` and everything that is wrong with it. `today` is YYYY-MM-DD. */
export function readContent(directory: string, today: string, { judged, earlier }: ReadingOptions = {}): Reading {
  const faults: Diagnostic[] = [];
  const isJudged = (file: string): boolean => judged?.has(file) ?? true;
  const report: ReportFile = (file, message, fix, { line, column } = { line: 1, column: 1 }, rule = 'file') => {
    if (isJudged(file)) faults.push({ path: shownPath(file), line, column, rule, message, fix });
  };
  const people: PeopleInFile[] = [];
  const misplaced = new Set<string>();
  const files = listFiles(directory, (file, ...told) => {
    misplaced.add(file);
    report(file, ...told);
  });
  // What has no place in the content is in the repository all the same.
  for (const file of [...misplaced].flatMap(filesAt)) {
    const bytes = isJudged(file) ? readBytes(file, () => undefined) : undefined;
    if (bytes) people.push(peopleIn(file, relative(directory, file), rawText(bytes)));
  }
  const content = emptyContent(directory);
  const unread: Unread = { texts: [], halves: [] };
  const faulty: unknown[] = [];
  const hints: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  const names = titlesIn(files);
  // Files that are there but faulty still count as there, so that a reference to one is no second fault.
  const present = new Map<string, Set<string>>(
    [...collectionNames, ...listNames, 'signs'].map((name) => [name, new Set<string>()]),
  );

  for (const { file, folder, name } of files) {
    const id = name.replace(/\.(?:mdx|yaml|svg)$/, '');
    present.get(folder)?.add(id);
    const isEntry = !(folder === '' || folder === 'vocabularies' || isList(folder));
    const bytes = readBytes(file, report);
    if (bytes === undefined) continue;
    const digest = hash('sha256', bytes, 'base64url');
    const known = earlier?.get(file);
    if (known?.entry.digest === digest) {
      entriesOf(content, folder).push(known.entry);
      people.push(known.people);
      continue;
    }
    earlier?.delete(file);
    // A drawing holds figures alone, which could look like somebody's number.
    const ofPeople =
      isJudged(file) && !name.endsWith('.svg') ? peopleIn(file, join(folder, name), rawText(bytes)) : undefined;
    if (ofPeople) people.push(ofPeople);
    const before = faults.length;
    const text = textOf(file, bytes, report);
    if (text === undefined) {
      if (folder === 'case-studies') unread.texts.push(bytes.toString('latin1').replaceAll('\0', ''));
      continue;
    }
    if (name.endsWith('.svg')) {
      const { drawing: data, faults: found } = readDrawing(file, text, folder === '');
      if (isJudged(file)) faults.push(...found);
      if (data) addDrawing(content, folder, { id, file, digest, data, locate: () => ({ line: 1, column: 1 }) });
      continue;
    }
    // What has still to be written is a fault once the entry is no draft any more.
    const isDraft = saysDraft(text);
    const inDraft = (one: Diagnostic): Diagnostic => (isDraft ? { ...one, inDraft: true } : one);
    const fileHints = isJudged(file) ? hintsIn(file, text).map(inDraft) : [];
    hints.push(...fileHints);
    (isDraft ? notes : faults).push(...fileHints);
    const found: Diagnostic[] = [];
    const about = { id, file, digest };
    if (isEntry) {
      const entry = readEntry(about, folder, text, report, isJudged(file) ? found : undefined, names);
      if (entry && !entry.isFaulty) entriesOf(content, folder).push(entry);
      else {
        if (entry) unread.halves.push({ name: folder as CollectionName, entry });
        if (folder === 'case-studies') unread.texts.push(text);
        else faulty.push(whatIsReadable(text));
      }
      const isGood = faults.length === before && !found.length && !fileHints.length;
      if (entry && !entry.isFaulty && ofPeople && isGood) earlier?.set(file, { entry, people: ofPeople });
    } else {
      const read = readYaml(file, withPlainHints(text), 1, schemaOf(file), report, found, names);
      if (read && !read.isFaulty) addOther(content, folder, { ...about, ...read });
      else {
        faulty.push(whatIsReadable(text));
        if (read && isList(folder))
          unread.halves.push({ name: folder, entry: { ...about, ...read, body: '', tree: undefined, links: [] } });
      }
    }
    if (isJudged(file)) (isDraft ? notes : faults).push(...found.map(inDraft));
  }
  if (files.length) reportMissing(directory, files, present, report);
  content.entries['case-studies'] = heedConsent(content.entries['case-studies'], today);
  const between = faultsBetween(content, present, today, isJudged, unread, names);
  const told = toldOnce({ faults, notes }, between, hints);
  const known = knownOf(content, faulty);
  const blanked = blankingPeople(people, known, directory);
  const clean = (finding: Diagnostic): Diagnostic => ({
    ...finding,
    path: blanked(finding.path),
    message: blanked(finding.message),
    ...(finding.allowed ? { allowed: finding.allowed.map(blanked) } : {}),
    fix: withOwnWords(blanked(finding.fix), finding.fix),
  });
  const asked = questionsOn(people, known);
  return {
    content,
    faults: sortDiagnostics(told.faults.map(clean)),
    notes: sortDiagnostics(told.notes.map(clean)),
    people: { ...asked, open: asked.open.map((one) => ({ ...one, path: blanked(one.path) })) },
    clean,
    blanked,
  };
}

/** A mend that shows a line without what may name somebody is not to be copied as it is. */
const withOwnWords = (shownFix: string, fix: string): string =>
  shownFix === fix ? fix : `Keep your own words where […] stands. ${shownFix}`;

const emptyContent = (directory: string): Content => ({
  directory,
  entries: Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Entries,
  lists: Object.fromEntries(listNames.map((name) => [name, []])) as unknown as Lists,
  vocabularies: {},
  site: undefined,
  signs: [],
  icon: undefined,
  moved: undefined,
});

/** What a folder of content cannot do without. */
function reportMissing(
  directory: string,
  files: readonly FoundFile[],
  present: ReadonlyMap<string, ReadonlySet<string>>,
  report: ReportFile,
): void {
  for (const name of collectionNames)
    if (!optionalNames.includes(name) && present.get(name)?.size === 0 && existsSync(join(directory, name)))
      report(join(directory, name), 'has no entry', `Add an .mdx file to ${name}/; _template.mdx there shows how.`);
  const there = new Set(files.map(({ folder, name }) => join(folder, name)));
  for (const path of [...vocabularyNames.map((name) => join('vocabularies', `${name}.yaml`)), 'site.yaml'])
    if (!there.has(path)) report(join(directory, path), 'is missing', `Add the file ${path}.`);
}

type Found = Pick<Reading, 'faults' | 'notes'>;

/**
 * What is found in files and between them, but for what a first mend settles: what is wrong with a hint is no matter,
 * and a line that has to be written anew is judged again then.
 */
function toldOnce(within: Found, between: Found, hints: readonly Diagnostic[]): Found {
  const placeOf = ({ path, line }: Diagnostic): string => `${path}:${line}`;
  const themselves = new Set(hints);
  const hinted = new Set(hints.map(placeOf));
  const isOwn = (one: Diagnostic): boolean => themselves.has(one) || !hinted.has(placeOf(one));
  const faults = within.faults.filter(isOwn);
  const notes = within.notes.filter(isOwn);
  const anew = faults.filter(({ line, rule }) => line > 1 && rule !== 'sections');
  const wrong = new Set([...anew, ...notes, ...hints].map(placeOf));
  return {
    faults: [...faults, ...between.faults.filter((fault) => !wrong.has(placeOf(fault)))],
    notes: [...notes, ...between.notes],
  };
}

const entriesOf = (content: Content, folder: string): BodyEntry<unknown>[] =>
  content.entries[folder as CollectionName] as BodyEntry<unknown>[];

function addDrawing(content: Content, folder: string, entry: Entry<Drawing>): void {
  if (folder === '') content.icon = entry;
  else content.signs.push(entry);
}

function addOther(content: Content, folder: string, entry: Entry<unknown>): void {
  if (isList(folder)) (content.lists[folder] as Entry<unknown>[]).push(entry);
  else Object.assign(folder === '' ? content : content.vocabularies, { [entry.id]: entry });
}

/** An entry as far as it could be read. */
interface ReadEntry extends BodyEntry<unknown> {
  isFaulty: boolean;
}

/** What an entry's file holds. Without a list of faults the body is left unopened. */
function readEntry(
  about: Pick<Entry<unknown>, 'id' | 'file' | 'digest'>,
  folder: string,
  text: string,
  report: ReportFile,
  faults: Diagnostic[] | undefined,
  names: Names,
): ReadEntry | undefined {
  const { file } = about;
  const split = splitFile(text);
  if ('message' in split) return void report(file, split.message, split.fix, split, 'frontmatter');
  const { body } = split;
  const path = shownPath(file);
  const read = faults ? readBody(body, folder === 'case-studies') : { tree: undefined, judged: undefined, faults: [] };
  faults?.push(...read.faults.map((fault) => ({ path, rule: 'syntax', ...fault })));
  if (read.judged && folder === 'case-studies') {
    const faulty = new Set(read.faults.map(({ line }) => line));
    faults?.push(...sectionFaults(path, read.judged, body).filter(({ line }) => !faulty.has(line)));
  }
  const keys = withPlainHints(split.keys.join('\n'));
  if (read.judged) faults?.push(...unseenBody(path, folder as CollectionName, read.judged));
  const front = readYaml(file, keys, 2, schemaOf(file), report, faults ?? [], names);
  if (!front) return undefined;
  const isFaulty = front.isFaulty || read.faults.length > 0;
  const tree = read.judged;
  return { ...about, ...front, isFaulty, body, tree, links: tree ? linksIn(tree) : [] };
}
