/** What the bench found, in Markdown. */
import type { Written } from './measure.ts';

/** What one tool took to build one size: the median of its runs in seconds, the most of them in memory. */
export interface Row extends Written {
  tool: string;
  size: number;
  runs: number;
  seconds: number;
  memory: number;
}

export interface Report {
  /** When and on what it was measured. */
  measured: string;
  words: number;
  tools: { name: string; version: string; does: string }[];
  rows: Row[];
  /** What was not built or does not count, and why, in sentences. */
  leftOut: string[];
}

/** The middle of the numbers, the lower of two. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 1] ?? 0;

export const grouped = (number: number): string => number.toLocaleString('en-GB', { maximumFractionDigits: 0 });
const seconds = (number: number): string => number.toFixed(number < 10 ? 1 : 0);

/** A table in Markdown, its columns in line, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, column) => Math.max(3, cell.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Seconds by tool and size: the table that README shows. */
export function comparison(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map(({ size }) => size))].sort((a, b) => a - b);
  const names = [...new Set(rows.map(({ tool }) => tool))];
  return table(
    ['Seconds to build', ...sizes.map((size) => `${grouped(size)} examples`)],
    names.map((name) => [
      name,
      ...sizes.map((size) => {
        const row = rows.find(({ tool, size: of }) => tool === name && of === size);
        return row ? seconds(row.seconds) : '–';
      }),
    ]),
  );
}

const details = (rows: readonly Row[]): string =>
  table(
    ['Tool', 'Examples', 'Seconds', 'Memory, MB', 'Pages', 'MB written', 'Runs'],
    rows.map(({ tool, size, runs, seconds: taken, memory, pages, bytes }) => [
      tool,
      grouped(size),
      seconds(taken),
      memory ? grouped(memory / 1e6) : '–',
      grouped(pages),
      (bytes / 1e6).toFixed(1),
      String(runs),
    ]),
  );

const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** All that was found, as a page of Markdown that reads well in a terminal too. */
export const inMarkdown = ({ measured, words, tools, rows, leftOut }: Report): string =>
  [
    '# How fast it is',
    `\`npm run bench\` wrote this page, ${measured}.`,
    `Every tool builds the same made-up examples, of ${words} words on average, and an index to search them. Seconds are those of a clean build from the command to its end: the median of the runs. Memory is the most that one process of the builder held. **The tools do not do the same work**:`,
    list(tools.map(({ name, version, does }) => `**${name}** (${version}): ${does}.`)),
    comparison(rows),
    details(rows),
    ...(leftOut.length ? [`Left out:\n\n${list(leftOut)}`] : []),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
