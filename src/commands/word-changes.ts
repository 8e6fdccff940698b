/** What a change takes out of lines and puts in, word by word as git finds it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Line } from './lines.ts';

export interface Words {
  kind: 'kept' | 'gone' | 'new';
  text: string;
}
export interface ChangedLine {
  label: string;
  words: Words[];
}

/** A line before and after; one of the two is missing where it was only added or taken out. */
interface Pair {
  label: string;
  before?: string;
  after?: string;
}

/** The lines of `some` that `others` has not, each as often as it stands there more. */
function without(some: readonly Line[], others: readonly Line[]): Line[] {
  const keyOf = ({ label, text }: Line): string => `${label}\n${text}`;
  const left = new Map<string, number>();
  for (const line of others) left.set(keyOf(line), (left.get(keyOf(line)) ?? 0) + 1);
  return some.filter((line) => {
    const there = left.get(keyOf(line)) ?? 0;
    left.set(keyOf(line), there - 1);
    return there <= 0;
  });
}

/** How much of two texts is the same, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [one, other] = [a.split(' '), b.split(' ')];
  const words = new Set(other);
  return one.filter((word) => words.has(word)).length / Math.max(one.length, other.length);
}

const alike = 0.5;

/** Each line that was put in with the one that it was most likely made of. */
function pairsOf(before: readonly Line[], after: readonly Line[]): Pair[] {
  const gone = without(before, after);
  const added = without(after, before);
  const alone = (lines: readonly Line[], label: string): boolean =>
    lines.filter((line) => line.label === label).length === 1;
  const pairs = added.map(({ label, text }): Pair => {
    const choices = gone.filter((line) => line.label === label);
    const best = choices.sort((a, b) => likeness(b.text, text) - likeness(a.text, text))[0];
    const fits = best && (likeness(best.text, text) >= alike || (alone(gone, label) && alone(added, label)));
    if (!fits) return { label, after: text };
    gone.splice(gone.indexOf(best), 1);
    return { label, before: best.text, after: text };
  });
  return [...pairs, ...gone.map(({ label, text }) => ({ label, before: text }))];
}

/** For each two lists of lines, before and after, those that differ. One call of git does for all. */
export function wordChanges(entries: readonly (readonly [before: Line[], after: Line[]])[]): ChangedLine[][] {
  const pairs = entries.map(([before, after]) => pairsOf(before, after));
  const words = wordsOf(pairs.flat());
  return pairs.map((own) => own.map((pair) => ({ label: pair.label, words: words.get(pair) ?? wholes(pair) })));
}

const wholes = ({ before, after }: Pair): Words[] => [
  ...(before === undefined ? [] : [{ kind: 'gone' as const, text: before }]),
  ...(after === undefined ? [] : [{ kind: 'new' as const, text: after }]),
];

const kinds: Partial<Record<string, Words['kind']>> = { ' ': 'kept', '-': 'gone', '+': 'new' };

/** The words of the pairs of which enough is the same, each pair in a file of its own before and after. */
function wordsOf(pairs: readonly Pair[]): Map<Pair, Words[]> {
  const directory = mkdtempSync(join(tmpdir(), 'words-'));
  const found = new Map<Pair, Words[]>();
  try {
    for (const side of ['before', 'after'] as const) {
      mkdirSync(join(directory, side));
      for (const [index, pair] of pairs.entries())
        if (likeness(pair.before ?? '', pair.after ?? '') >= alike)
          writeFileSync(join(directory, side, String(index)), `${pair[side]}\n`);
    }
    const { stdout } = spawnSync(
      'git',
      ['diff', '--no-index', '--no-color', '--no-ext-diff', '--word-diff=porcelain', '--unified=0', 'before', 'after'],
      { cwd: directory, encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    // A run of words a line, with a sign for its kind before it.
    let current: Words[] = [];
    let within = false;
    for (const line of stdout.split('\n')) {
      const pair = line.startsWith('diff ') ? pairs[Number(/\d+$/.exec(line)?.[0])] : undefined;
      const [kind, text] = [kinds[line.charAt(0)], line.slice(1).trim()];
      if (pair) found.set(pair, (current = []));
      if (pair || line.startsWith('@@')) within = !pair;
      else if (within && kind && text) current.push({ kind, text });
    }
    return found;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
