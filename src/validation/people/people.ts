/**
 * What may name somebody or lead to them, in a file as it was saved: asked about first, whatever else is wrong with the
 * file. It misses much; whoever writes reads for it too.
 */
import { shownPath } from '../../config/settings.ts';
import { sortDiagnostics, type Diagnostic, type Position } from '../diagnostics.ts';
import { contacts } from './contacts.ts';
import { details } from './details.ts';
import type { Known } from './known.ts';
import { possibleNames } from './names.ts';
import { endOfKeys, proseOf } from './prose.ts';
import { standingOf } from './standing.ts';

export const peopleRules = [
  'possible-name',
  'contact-details',
  'age-with-place',
  'personal-detail',
  'small-count',
] as const;
export type PeopleRule = (typeof peopleRules)[number];
export const isOfPeople = ({ rule }: { rule: string }): boolean => (peopleRules as readonly string[]).includes(rule);

interface Found {
  rule: PeopleRule;
  start: number;
  end: number;
  /** The words that may be a name: where the programme knows all of them, there is nothing to ask. None can be known. */
  words?: readonly string[];
}

/** What a file holds of people, before anything is known of the programme. */
export interface PeopleInFile {
  file: string;
  asked: (Position & Pick<Found, 'rule' | 'words'> & { run: string })[];
  accepted: ReadonlySet<string>;
}

/** Everything of people in a text. */
function* found(text: string, prose: string): Generator<Found> {
  for (const one of possibleNames(prose)) yield { rule: 'possible-name', ...one };
  for (const one of namesInLinks(text)) yield { rule: 'possible-name', ...one };
  for (const one of apart(contacts(text, prose))) yield { rule: 'contact-details', ...one };
  yield* details(text, prose);
}

/** What overlaps, as one. */
function apart(spots: Iterable<{ start: number; end: number }>): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = [];
  for (const one of [...spots].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end);
    else kept.push({ ...one });
  }
  return kept;
}

/** First names in the address of a link, as a document that is named for somebody has. */
function* namesInLinks(text: string): Generator<{ start: number; end: number; words: string[] }> {
  for (const { 0: address, index } of text.matchAll(/https?:\/\/[^\s)\]}>"']+/g))
    for (const { 0: part, index: from } of address.replace(/%[\dA-Fa-f]{2}/g, '   ').matchAll(/\p{L}{2,}/gu))
      if (standingOf(part) === 'name') yield { start: index + from, end: index + from + part.length, words: [part] };
}

/** Parts of a file's name that may be a person's. */
const namesInSlug = (slug: string): string[] =>
  slug.split(/[^\p{L}]+/u).filter((part) => part.length > 1 && ['name', 'unknown'].includes(standingOf(part)));

/** What there is of people in the text of a file, and in its name: the way to it within the content. */
export function peopleIn(file: string, name: string, text: string): PeopleInFile {
  const isEntry = !file.endsWith('.yaml');
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const at = (index: number): Position => {
    const line = lineStarts.findLastIndex((start) => start <= index);
    return { line: line + 1, column: index - (lineStarts[line] ?? 0) + 1 };
  };
  const slug = name.replace(/\.[^/]*$/, '');
  const named = namesInSlug(slug);
  const keys = text.slice(0, endOfKeys(text, isEntry));
  return {
    file,
    accepted: new Set([...keys.matchAll(/^\s*- +question: *['"]?([a-z-]+)/gm)].map(([, rule = '']) => rule)),
    asked: [
      ...(named.length
        ? [{ rule: 'possible-name' as const, line: 0, column: 1, words: named, run: slug.replaceAll('-', ' ') }]
        : []),
      ...[...found(text, proseOf(text, isEntry))].map(({ rule, start, end, words }) => ({
        rule,
        ...at(start),
        run: text.slice(start, end),
        ...(words ? { words } : {}),
      })),
    ],
  };
}

const isKnown = (word: string, { knownWords }: Known): boolean => {
  const lower = word.toLowerCase();
  return knownWords.has(lower) || lower.split(/[-’']/).every((part) => knownWords.has(part));
};

/** Whether the content explains or lists all that a run of words could be a name by, or gives that address itself. */
function isExplained(run: string, words: readonly string[] | undefined, known: Known): boolean {
  if (!words) return run.replace(/^mailto:/, '') === known.contact;
  const rest = [...known.knownNames].reduce(
    (left, name) => left.replaceAll(name.toLowerCase(), ' '),
    run.toLowerCase(),
  );
  return words.length > 0 && words.every((word) => !rest.includes(word.toLowerCase()) || isKnown(word, known));
}

const told: Record<PeopleRule, { message: string; fix: string }> = {
  'possible-name': {
    message: 'a person may be named here',
    fix: 'Say who it is by role. If it is an organisation or a scheme, add it to knownNames in site.yaml.',
  },
  'contact-details': {
    message: 'this may lead to a person: an address, a number or a page of somebody',
    fix: 'Take it out. Write whom to ask by role, or link to a page of the organisation.',
  },
  'age-with-place': {
    message: 'an age, a school year or a day of birth may point to one person',
    fix: 'Take it out, or give a span such as "young people aged 16 to 25".',
  },
  'personal-detail': {
    message: 'the health or the school of one person may stand here',
    fix: 'Take it out, or write about a group.',
  },
  'small-count': {
    message: 'a count of people below five may point to persons',
    fix: 'Say "a few" or "fewer than 5", or take the count out.',
  },
};

export interface PeopleQuestions {
  /** What is asked and not accepted. */
  open: Diagnostic[];
  /** The rules by which something is accepted in a file. */
  acceptedIn: (file: string) => readonly PeopleRule[];
}

/** What is asked of each file, without the words themselves. */
export function questionsOn(all: readonly PeopleInFile[], known: Known): PeopleQuestions {
  const open: Diagnostic[] = [];
  const accepted = new Map<string, PeopleRule[]>();
  for (const { file, asked, accepted: rules } of all)
    for (const { rule, line, column, run, words } of asked) {
      if (isExplained(run, words, known)) continue;
      const ofFile = line === 0;
      if (rules.has(rule)) accepted.set(file, [...(accepted.get(file) ?? []), rule]);
      else
        open.push({
          path: shownPath(file),
          line: Math.max(line, 1),
          column,
          rule,
          message: ofFile ? 'the name of this file may hold that of a person' : told[rule].message,
          fix: ofFile ? 'Name the file for what it tells.' : told[rule].fix,
        });
    }
  return { open: sortDiagnostics(open), acceptedIn: (file) => accepted.get(file) ?? [] };
}

/**
 * Gives texts that go into a log, a comment or an annotation without what may name a person or lead to one. They may
 * quote a line, a value, a key or the name of a file. Nothing that was found in `all` is left either, wherever it stands.
 */
export function blankingPeople(
  all: readonly PeopleInFile[],
  known: Known,
  directory: string,
): (text: string) => string {
  const runs = new Set<string>();
  for (const { asked } of all)
    for (const { rule, run, words, line } of asked)
      if ((rule === 'possible-name' || rule === 'contact-details') && !isExplained(run, words, known))
        for (const one of line === 0 ? (words ?? []).filter((word) => !isKnown(word, known)) : [run, ...(words ?? [])])
          if (one.length > 1) runs.add(one);
  const found = runs.size
    ? new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${[...runs]
          .sort((a, b) => b.length - a.length)
          .map((one) => RegExp.escape(one))
          .join('|')})(?![\\p{L}\\p{N}])`,
        'gu',
      )
    : undefined;
  // The folder of content is named by whoever runs this, and by nobody who writes in it.
  const folder = shownPath(directory);
  return (text) =>
    text
      .split(folder)
      .map((part) => withoutPeople(found ? part.replace(found, '[…]') : part, known))
      .join(folder);
}

function withoutPeople(text: string, known: Known): string {
  const spots: { start: number; end: number }[] = [];
  for (const { rule, start, end, words } of found(text, text))
    if ((rule === 'possible-name' || rule === 'contact-details') && !isExplained(text.slice(start, end), words, known))
      spots.push({ start, end });
  // Slugs and names of files are words joined by hyphens.
  for (const { 0: part, index } of text.matchAll(/\p{L}{2,}/gu))
    if (standingOf(part) === 'name' && !isKnown(part, known)) spots.push({ start: index, end: index + part.length });
  return apart(spots).reduceRight((rest, { start, end }) => `${rest.slice(0, start)}[…]${rest.slice(end)}`, text);
}
