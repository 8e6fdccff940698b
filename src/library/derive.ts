/** What follows from the entries: pure functions, each linear in what it is given. */
import { bases, type CaseStudy } from '../schemas/case-study.ts';
import { drawnFigure } from './figures.ts';
import type { Factor } from '../schemas/factor.ts';
import { idsOf } from '../schemas/fields.ts';

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

export type Reason =
  /** What the author of either wrote. */
  | { kind: 'written'; reason: string }
  /** What was key in both, the rarest first. */
  | { kind: 'factors'; factors: string[] }
  /** What both are about, in two places; the rarest first. */
  | { kind: 'areas'; areas: string[] };

export interface Related {
  example: string;
  /** The strongest first. */
  reasons: Reason[];
}

const relatedSize = 5;
/**
 * How many neighbours an example looks at on either side, in the list of those with one factor or area of its own.
 * A factor that thousands share says little of any two, so those nearest in the order of the list stand for all, and
 * the work stays linear. A list of eleven or fewer, where a shared factor does say something, is seen whole.
 */
const neighbourhood = 10;

/** An example with what its relations rest on. */
interface Relating {
  id: string;
  place: string;
  /** The rarest first. */
  factors: readonly string[];
  areas: readonly string[];
  written: ReadonlyMap<string, string>;
  /** Where it stands in the lists of those with one factor or area of its own. */
  standings: Standing[];
}

interface Standing {
  list: readonly Relating[];
  index: number;
  /** Where the run of examples from its place begins in the list, and where the next begins. */
  start: number;
  end: number;
}

/**
 * The related examples of each, best first, at most five and all that an author of either named: those, then those that
 * share key factors, then those on the same area in another place. Rare factors count more than common ones, other
 * places more than the own, and where anything is related from another place, something from there is in the list.
 */
export function relatedExamples(examples: readonly Item<CaseStudy>[]): (id: string) => Related[] {
  const factorsOf = ({ data }: Item<CaseStudy>): string[] => data.keyFactors.map(({ factor }) => factor.id);
  const rarity = raritiesIn(examples, factorsOf);
  const areaRarity = raritiesIn(examples, ({ data }) => idsOf(data.priorityAreas));
  const written = writtenBothWays(examples);
  const all = new Map(
    examples.map((example): [string, Relating] => [
      example.id,
      {
        id: example.id,
        place: example.data.place.id,
        factors: rarestFirst(factorsOf(example), rarity),
        areas: rarestFirst(idsOf(example.data.priorityAreas), areaRarity),
        written: written.get(example.id) ?? new Map<string, string>(),
        standings: [],
      },
    ]),
  );
  const buckets = (['factors', 'areas'] as const).flatMap((key) => [
    ...groupBy(all.values(), (one) => one[key]).values(),
  ]);
  for (const bucket of buckets) addStandings(bucket);
  const found = new Map<string, Related[]>();
  return (id) => {
    const one = all.get(id);
    const best = found.get(id) ?? (one ? bestOf(one, candidatesOf(one, all), rarity) : []);
    found.set(id, best);
    return best;
  };
}

/** The best of the candidates of an example, with the reasons. */
function bestOf(one: Relating, candidates: Iterable<Relating>, rarity: ReadonlyMap<string, number>): Related[] {
  const found = [...candidates]
    .map((other) => ({ other, elsewhere: other.place !== one.place, score: scoreOf(one, other, rarity) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
  // What somebody wrote is shown, however much of it there is.
  const best = found.filter(({ other }, index) => index < relatedSize || one.written.has(other.id));
  const elsewhere = found.find((candidate) => candidate.elsewhere);
  if (elsewhere && !best.includes(elsewhere)) {
    if (!one.written.has(best.at(-1)?.other.id ?? '')) best.pop();
    best.push(elsewhere);
  }
  return best.map(({ other }) => ({ example: other.id, reasons: reasonsFor(one, other) }));
}

const writtenScore = 1_000;
/** Less than the rarity of a factor that all share, so that an area alone never comes before a factor elsewhere. */
const areaScore = 0.5;

/** How much two have to do with one another; the same from either side. */
function scoreOf(one: Relating, other: Relating, rarity: ReadonlyMap<string, number>): number {
  const elsewhere = one.place !== other.place;
  let shared = 0;
  // An example has few of either, for which looking them through is quicker than a set.
  for (const factor of one.factors) if (other.factors.includes(factor)) shared += rarity.get(factor) ?? 0;
  if (elsewhere && one.areas.some((area) => other.areas.includes(area))) shared += areaScore;
  return (one.written.has(other.id) ? writtenScore : 0) + (elsewhere ? shared : shared / 2);
}

function reasonsFor(one: Relating, other: Relating): Reason[] {
  const reason = one.written.get(other.id);
  const factors = one.factors.filter((factor) => other.factors.includes(factor));
  const areas = one.place === other.place ? [] : one.areas.filter((area) => other.areas.includes(area));
  return [
    ...(reason === undefined ? [] : [{ kind: 'written' as const, reason }]),
    ...(factors.length ? [{ kind: 'factors' as const, factors }] : []),
    ...(areas.length ? [{ kind: 'areas' as const, areas }] : []),
  ];
}

/** How rare each key is among the examples: 0.69 where all have it, and more the fewer do. */
const raritiesIn = (
  examples: readonly Item<CaseStudy>[],
  keysOf: (example: Item<CaseStudy>) => string[],
): Map<string, number> =>
  new Map([...groupBy(examples, keysOf)].map(([key, { length }]) => [key, Math.log(1 + examples.length / length)]));

const rarestFirst = (keys: readonly string[], rarity: ReadonlyMap<string, number>): string[] =>
  [...new Set(keys)].sort((a, b) => (rarity.get(b) ?? 0) - (rarity.get(a) ?? 0) || (a < b ? -1 : 1));

/** What authors wrote of each pair, found from both sides. */
function writtenBothWays(examples: readonly Item<CaseStudy>[]): Map<string, Map<string, string>> {
  const written = new Map(examples.map(({ id }) => [id, new Map<string, string>()]));
  for (const { id, data } of examples)
    for (const { example, reason } of data.related) {
      written.get(id)?.set(example.id, reason);
      written.get(example.id)?.set(id, reason);
    }
  return written;
}

/** Those that may be related to one: those written of, those near it in a list, and the nearest from another place. */
function candidatesOf(one: Relating, all: ReadonlyMap<string, Relating>): Set<Relating> {
  const candidates = new Set<Relating>();
  const add = (other: Relating | undefined): void => void (other && other !== one && candidates.add(other));
  for (const id of one.written.keys()) add(all.get(id));
  for (const { list, index, start, end } of one.standings) {
    for (let at = index - neighbourhood; at <= index + neighbourhood; at += 1) add(list[at]);
    add(list[start - 1]);
    add(list[end]);
  }
  return candidates;
}

/** Notes in each of a list where it stands there. */
function addStandings(list: readonly Relating[]): void {
  let run: Standing[] = [];
  for (const [index, one] of list.entries()) {
    const goesOn = index > 0 && list[index - 1]?.place === one.place;
    if (!goesOn) run = [];
    const standing = { list, index, start: index - run.length, end: index + 1 };
    run.push(standing);
    one.standings.push(standing);
    // The run ends later than was thought for all that are in it; runs in a list of many places are short.
    if (list[index + 1]?.place !== one.place) for (const other of run) other.end = index + 1;
  }
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
      const list = meanings.get(factor.id);
      if (list) list.push({ example: id, meant });
      else meanings.set(factor.id, [{ example: id, meant }]);
    }
  return meanings;
}

/** The priority areas of each factor: those of the examples that name it, and those that its source adds. */
export function areasByFactor(
  factors: readonly Item<Factor>[],
  examples: readonly Item<CaseStudy>[],
): Map<string, Set<string>> {
  const areas = new Map(factors.map(({ id, data }) => [id, new Set(idsOf(data.priorityAreas))]));
  for (const { data } of examples)
    for (const { factor } of data.keyFactors) for (const area of data.priorityAreas) areas.get(factor.id)?.add(area.id);
  return areas;
}

/** The strongest way in which any change of an example is known; undefined, where it tells of no change. */
export const strongestBasis = (changes: CaseStudy['changes']): (typeof bases)[number] | undefined =>
  bases.find((basis) => changes.some((change) => change.basis === basis));

/** The change that is known best: of several, one with a figure that can be drawn, or with any figure, first. */
export function strongestChange(changes: CaseStudy['changes']): CaseStudy['changes'][number] | undefined {
  const strongest = strongestBasis(changes);
  const best = changes.filter(({ basis }) => basis === strongest);
  return (
    best.find(({ figure }) => figure !== undefined && drawnFigure(figure) !== undefined) ??
    best.find(({ figure }) => figure !== undefined) ??
    best[0]
  );
}

/** How many entries stand on one page of a list. */
export const pageSize = 20;
/** How many of a group a grouped list shows before it links on. */
export const groupSize = 5;

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
