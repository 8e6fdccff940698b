/** What follows from the entries: pure functions, each linear in what it is given. */
import { bases, type CaseStudy } from '../schema/case-study.ts';
import type { Factor } from '../schema/factor.ts';

export interface Item<Data> {
  id: string;
  data: Data;
}

/** Groups items by each of the keys that `keysOf` gives for them, in the order of the items. */
export function groupBy<T>(items: Iterable<T>, keysOf: (item: T) => Iterable<string>): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items)
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  return groups;
}

export interface Related {
  example: string;
  reason: string;
}

/** The related examples of each, in both directions: those that it names first, then those that name it. */
export function relatedBothWays(examples: readonly Item<CaseStudy>[]): Map<string, Related[]> {
  const related = new Map<string, Related[]>(examples.map(({ id, data }) => [id, [...data.related]]));
  for (const { id, data } of examples)
    for (const { example, reason } of data.related) related.get(example)?.push({ example: id, reason });
  return related;
}

export interface Meaning {
  example: string;
  meant: string;
}

/** What each factor meant in which example, in the order of the examples. */
export function meaningsByFactor(examples: readonly Item<CaseStudy>[]): Map<string, Meaning[]> {
  const meanings = new Map<string, Meaning[]>();
  for (const { id, data } of examples)
    for (const { factor, meant } of data.keyFactors) {
      const list = meanings.get(factor);
      if (list) list.push({ example: id, meant });
      else meanings.set(factor, [{ example: id, meant }]);
    }
  return meanings;
}

/** The priority areas of each factor: those of the examples that name it, and those that its source adds. */
export function areasByFactor(
  factors: readonly Item<Factor>[],
  examples: readonly Item<CaseStudy>[],
): Map<string, Set<string>> {
  const areas = new Map(factors.map(({ id, data }) => [id, new Set(data.priorityAreas)]));
  for (const { data } of examples)
    for (const { factor } of data.keyFactors) for (const area of data.priorityAreas) areas.get(factor)?.add(area);
  return areas;
}

/** The strongest way in which any change of an example is known. */
export const strongestBasis = (changes: CaseStudy['changes']): (typeof bases)[number] =>
  bases.find((basis) => changes.some((change) => change.basis === basis)) ?? 'expected';

export interface ListPage<T> {
  items: T[];
  /** From 1. */
  page: number;
  pages: number;
  /** How many items there are on all pages. */
  total: number;
}

export const pageSize = 20;
/** How many of a group a grouped list shows before it links on. */
export const groupSize = 5;

/** A list cut into pages of at most `size`; an empty list is one empty page. */
export function paged<T>(items: readonly T[], size = pageSize): ListPage<T>[] {
  const pages = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: pages }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    page: index + 1,
    pages,
    total: items.length,
  }));
}

/** The sections of a body: its HTML cut at each second-level heading. What stands before the first is dropped. */
export function sectionsOf(html: string): { id: string; title: string; html: string }[] {
  return html.split(/(?=<h2[ >])/).flatMap((part) => {
    const match = /^<h2[^>]*? id="([^"]*)"[^>]*>([\s\S]*?)<\/h2>/.exec(part);
    return match?.[1] === undefined || match[2] === undefined
      ? []
      : [{ id: match[1], title: match[2], html: part.slice(match[0].length).trim() }];
  });
}

/** The letter or figure that a word is found under: without its accent, where the language counts both as one. */
export function letterOf(word: string, language: string): string {
  const first = /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
  const bare = first.normalize('NFD').replace(/\p{M}/gu, '');
  const same = new Intl.Collator(language, { sensitivity: 'base' }).compare(first, bare) === 0;
  return (same ? bare : first).toLocaleUpperCase(language);
}

export interface Letter<T> {
  letter: string;
  items: T[];
}

/** Items under the letters that their words begin with, all in the alphabetical order of the language. */
export function byLetter<T extends { word: string }>(items: Iterable<T>, language: string): Letter<T>[] {
  const { compare } = new Intl.Collator(language);
  const sorted = [...items].sort((a, b) => compare(a.word, b.word));
  return [...groupBy(sorted, ({ word }) => [letterOf(word, language)])]
    .map(([letter, own]) => ({ letter, items: own }))
    .sort((a, b) => compare(a.letter, b.letter));
}

export interface CrossReference {
  word: string;
  /** The terms that the word stands for. */
  see: string[];
}

/** The other words for terms, each once with all that it stands for. A term's own title is no other word for it. */
export function crossReferences<T extends Item<{ title: string }>>(
  terms: readonly T[],
  wordsOf: (term: T) => readonly string[],
): CrossReference[] {
  const references = new Map<string, CrossReference>();
  for (const term of terms) {
    const folded = new Map(wordsOf(term).map((word) => [word.toLowerCase(), word]));
    folded.delete(term.data.title.toLowerCase());
    for (const [key, word] of folded) {
      const found = references.get(key);
      if (found) found.see.push(term.id);
      else references.set(key, { word, see: [term.id] });
    }
  }
  return [...references.values()];
}

/** The first sentence of a text, as the language divides it. */
export function firstSentence(text: string, language: string): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? '';
}
