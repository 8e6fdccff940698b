/** What the bench found, in words: figures, tables, and the page of results. The picture is drawn in picture.ts. */
import type { Memory, Page, Part, Written } from './measure.ts';
import type { OwnCounts } from './peers.ts';

/** What one tool took to build one size: the median of its runs in seconds, the most of them in memory. */
export interface Row extends Written {
  id: string;
  tool: string;
  size: number;
  runs: number;
  seconds: number;
  parts: Partial<Record<Part, number>>;
  memory: Memory;
}

/** This project after a word of one example was changed, beside a clean build of the same content. */
export interface Edit {
  size: number;
  seconds: number;
  counts: OwnCounts | undefined;
  different: number;
}

export interface Report {
  /** When and on what it was measured. */
  taken: string;
  machine: string;
  words: { body: number; shown: number };
  tools: { tool: string; version: string; does: string }[];
  rows: Row[];
  edits: Edit[];
  heaviest: (Page & { size: number })[];
  leftOut: { tool: string; size?: number; why: string }[];
}

/** The middle of the numbers, or of the two in the middle. Nothing of nothing. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** How many times `other` goes into `one`. Nothing where either is not known. */
export const ratio = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined || !other ? undefined : one / other;

const rowOf = (rows: readonly Row[], id: string, size: number): Row | undefined =>
  rows.find((row) => row.id === id && row.size === size);

export const sizesOf = (rows: readonly Row[]): number[] =>
  [...new Set(rows.map(({ size }) => size))].sort((a, b) => a - b);

export interface Growth {
  tool: string;
  time: number | undefined;
  memory: number | undefined;
}

/** How many times as long each tool takes at size `to` as at size `from`, and how many times the memory. */
export const growths = (rows: readonly Row[], from: number, to: number): Growth[] =>
  rows
    .filter(({ size }) => size === from)
    .flatMap((before) => {
      const after = rowOf(rows, before.id, to);
      if (!after) return [];
      const { tool } = before;
      return {
        tool,
        time: ratio(after.seconds, before.seconds),
        memory: ratio(after.memory.whole, before.memory.whole),
      };
    });

export const grouped = (number: number): string => number.toLocaleString('en-GB', { maximumFractionDigits: 0 });
const unknown = '–';
const shown = (number: number | undefined, digits: number, unit = ''): string =>
  number === undefined ? unknown : `${number.toFixed(digits)}${unit}`;
/** Two figures count, whether the number is great or small. */
export const times = (number: number | undefined): string =>
  number === undefined ? unknown : `× ${number >= 10 ? number.toFixed(0) : number.toPrecision(2)}`;
/** Enough figures to tell two runs apart. */
export const seconds = (number: number | undefined): string =>
  shown(number, number !== undefined && number < 10 ? 2 : 1);
const megabytes = (bytes: number | undefined): string => (bytes === undefined ? unknown : grouped(bytes / 1e6));

/** A table in Markdown, its columns in line, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], words = 1): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => row[column]?.length ?? 0), 3));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column < words ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column < words ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

const sizeTable = (rows: readonly Row[], size: number): string =>
  table(
    [
      'Tool',
      'Seconds',
      'to build',
      'to index',
      'This project beside it',
      'Memory, MB',
      'of the builder',
      'of the indexer',
      'Pages',
      'Files',
      'MB written',
      'Runs',
    ],
    rows
      .filter((row) => row.size === size)
      .map((row) => [
        row.tool,
        seconds(row.seconds),
        seconds(row.parts.build),
        seconds(row.parts.index),
        row.id === 'own' ? '' : times(ratio(rowOf(rows, 'own', size)?.seconds, row.seconds)),
        megabytes(row.memory.whole),
        megabytes(row.memory.build),
        megabytes(row.memory.index),
        grouped(row.pages),
        grouped(row.files),
        shown(row.bytes / 1e6, 1),
        String(row.runs),
      ]),
  );

const editTable = ({ edits, rows }: Report): string =>
  table(
    ['Examples', 'Clean build, s', 'After one edit, s', 'to index', 'Beside a clean build of the same'],
    edits.map(({ size, seconds: taken, counts, different }) => [
      grouped(size),
      seconds(rowOf(rows, 'own', size)?.seconds),
      seconds(taken),
      seconds(counts?.indexSeconds),
      different === 0 ? 'every byte the same' : `${grouped(different)} files differ`,
    ]),
  );

const heaviestTable = ({ heaviest }: Report): string => {
  const [least, most] = [heaviest.at(-2), heaviest.at(-1)];
  const lines = table(
    ['Examples', 'Page', 'Bytes, gzip'],
    heaviest.map(({ size, page, bytes }) => [grouped(size), `\`${page}\``, grouped(bytes)]),
    2,
  );
  if (!least || !most) return lines;
  return `${lines}\n\nFrom ${grouped(least.size)} examples to ${grouped(most.size)}: × ${shown(ratio(most.bytes, least.bytes), 2)}.`;
};

const growthTable = ({ rows }: Report): string => {
  const [from, to] = sizesOf(rows).slice(-2);
  if (from === undefined || to === undefined) return '';
  return [
    `## From ${grouped(from)} examples to ${grouped(to)}`,
    `${times(to / from)} the examples. A tool whose time grows as they do has the same in the second column.`,
    table(
      ['Tool', 'Time', 'Memory'],
      growths(rows, from, to).map(({ tool, time, memory }) => [tool, times(time), times(memory)]),
    ),
  ].join('\n\n');
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** All that was found, as a page of Markdown that reads well in a terminal too. */
export function inMarkdown(report: Report): string {
  const { taken, machine, words, tools, rows, edits, heaviest, leftOut } = report;
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
  const parts = [
    '# How fast it is',
    `Measured on ${taken} by \`npm run bench\`, which writes this page. ${machine}`,
    `Every tool builds the same made-up examples, of ${words.body} words of text on average, ${words.shown} with the title, summary, place, areas, themes, factors and claims that every tool shows. **The tools do not do the same work**:`,
    list(tools.map(({ tool, version, does }) => `**${tool}** (${version}): ${does}.`)),
    'Seconds are those of a clean build from the command to its end: the median of the runs, or of one where a run takes more than five minutes. Memory is the most that all processes of a run held at once. Builder and indexer stand apart where they are processes of their own; this project runs both at the same time, so that its two do not add up. “This project beside it” is how many times as long this project takes.',
    leftOut.length
      ? `Left out:\n\n${list(leftOut.map(({ tool, size, why }) => `**${tool}**${size === undefined ? '' : ` at ${grouped(size)}`}: ${sentence(why)}`))}`
      : '',
    ...(rows.length ? ['![Seconds to build, by the number of examples](results.svg)'] : []),
    ...sizesOf(rows).flatMap((size) => [`## ${grouped(size)} examples`, sizeTable(rows, size)]),
    growthTable(report),
    edits.length
      ? `## After one edit\n\nA word in the text of one example is changed and this project builds again, with what it kept of the last build.\n\n${editTable(report)}`
      : '',
    heaviest.length
      ? `## The heaviest page\n\nOf this project, as it is sent to a reader.\n\n${heaviestTable(report)}`
      : '',
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
