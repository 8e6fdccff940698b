/** Every abbreviation in running prose is in the glossary. */
import { SKIP, visit } from 'unist-util-visit';
import { collectionNames } from '../schemas/index.ts';
import { nearestFirst, shown, type Diagnostic, type Position } from './diagnostics.ts';
import type { BodyEntry, Content, Entry } from './content.ts';
import { shownPath } from '../config/settings.ts';

/** A word with two capitals or more, such as EHC, PfA or CCGs. */
const abbreviationPattern = /(?<![\p{L}\p{N}/@.&#-])(?=[\p{L}&]*\p{Lu}[\p{L}&]*\p{Lu})[\p{L}&]{2,}(?![\p{L}\p{N}])/gu;
/** Names such as YouTube or McDonald, which are written so in full. */
const namePattern = /^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u;

const abbreviationsIn = (text: string): { word: string; index: number }[] =>
  [...text.matchAll(abbreviationPattern)]
    .map(({ 0: word, index }) => ({ word: /\p{Lu}s$/u.test(word) ? word.slice(0, -1) : word, index }))
    .filter(({ word }) => !namePattern.test(word));

/** `all` is the content with what could be read of faulty files. */
export function abbreviationFaults(content: Content, all: Content, isJudged: (file: string) => boolean): Diagnostic[] {
  const known = new Set<string>();
  for (const { data } of content.entries.glossary)
    for (const text of [data.title, data.abbreviation ?? '', ...data.alsoCalled])
      for (const { word } of abbreviationsIn(text)) known.add(word);
  const faults: Diagnostic[] = [];
  const report = (entry: Entry<unknown>, word: string, place: Position): void => {
    faults.push({
      path: shownPath(entry.file),
      ...place,
      rule: 'abbreviation',
      message: `the abbreviation ${shown(word)} is not in the glossary`,
      allowed: nearestFirst(word, known).slice(0, 3),
      fix: 'Write it out, or add it to glossary/.',
    });
  };
  for (const name of collectionNames)
    for (const entry of all.entries[name]) {
      if (!isJudged(entry.file)) continue;
      checkStrings(entry, known, report);
      checkBody(entry, known, report);
    }
  for (const entry of [content.site, ...Object.values(content.vocabularies), ...Object.values(all.lists).flat()])
    if (entry && isJudged(entry.file)) checkStrings(entry, known, report);
  return faults;
}

type Report = (entry: Entry<unknown>, word: string, place: Position) => void;

function checkStrings(entry: Entry<unknown>, known: ReadonlySet<string>, report: Report): void {
  eachText(entry.data, [], (text, path) => {
    for (const { word } of abbreviationsIn(text)) if (!known.has(word)) report(entry, word, entry.locate(path));
  });
}

/** Visits the texts among keys. Web addresses are no prose. */
function eachText(
  value: unknown,
  path: readonly PropertyKey[],
  visitText: (text: string, path: readonly PropertyKey[]) => void,
): void {
  if (typeof value === 'string') {
    if (!/^https?:/.test(value)) visitText(value, path);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => eachText(item, [...path, index], visitText));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) eachText(item, [...path, key], visitText);
  }
}

function checkBody(entry: BodyEntry<unknown>, known: ReadonlySet<string>, report: Report): void {
  if (!entry.tree) return;
  visit(entry.tree, (node) => {
    if (node.type === 'inlineCode' || node.type === 'code') return SKIP;
    if (node.type !== 'text' || !node.position) return undefined;
    const { line, column } = node.position.start;
    for (const { word, index } of abbreviationsIn(node.value)) {
      if (known.has(word)) continue;
      const before = node.value.slice(0, index).split('\n');
      report(entry, word, {
        line: line + before.length - 1,
        column: before.length > 1 ? (before.at(-1)?.length ?? 0) + 1 : column + index,
      });
    }
    return undefined;
  });
}
