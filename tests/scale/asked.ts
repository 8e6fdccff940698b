/** What the benches ask of a built site: words from its own examples. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Questions of one, three and eight words, each from the summary of another example, the same at every run. */
export function questionsFor(directory: string): Map<number, string[]> {
  const slugs = readdirSync(join(directory, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\d+$/.test(entry.name))
    .map(({ name }) => name)
    .sort();
  const summaries = Array.from({ length: 7 }, (_, index) => {
    const slug = slugs[Math.floor(((index + 0.5) / 7) * slugs.length)] ?? '';
    const html = readFileSync(join(directory, 'examples', slug, 'index.html'), 'utf8');
    return (/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '').match(/[a-z]+/gi) ?? [];
  });
  const longest = (words: readonly string[]): string => [...words].sort((x, y) => y.length - x.length)[0] ?? '';
  return new Map([
    [1, summaries.map(longest)],
    [3, summaries.map((words) => words.slice(0, 3).join(' '))],
    [8, summaries.map((words) => words.slice(0, 8).join(' '))],
  ]);
}
