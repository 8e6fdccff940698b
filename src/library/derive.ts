/** What follows from the entries: pure functions, each linear in what it is given. */
import type { CaseStudy } from '../schema/case-study.ts';
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

/** A section's HTML in which the part under one third-level heading, with that heading, is an element that names it. */
export const withPartNamed = (html: string, heading: string, name: string): string =>
  html
    .split(/(?=<h3[ >])/)
    .map((part) =>
      /^<h3[^>]*>([\s\S]*?)<\/h3>/.exec(part)?.[1] === heading ? `<div data-part="${name}">${part.trim()}</div>` : part,
    )
    .join('');
