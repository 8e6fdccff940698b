/** The made-up examples as a plain site would show them: what each peer is given. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

export interface MadeExample {
  slug: string;
  /** What the peers show above the text. References are titles by now: peers resolve none. */
  facts: {
    title: string;
    summary: string;
    place: string;
    areas: string[];
    themes: string[];
    factors: { title: string; meant: string }[];
    claims: { claim: string; basis: string }[];
    date: Date;
  };
  /** Markdown that is the same text in Markdown, MDX and the template languages. */
  body: string;
}

interface Entry {
  slug: string;
  data: Record<string, unknown>;
  body: string;
}

const entriesIn = (directory: string): Entry[] =>
  readdirSync(directory)
    .sort()
    .map((file) => {
      const [, data = '', ...body] = readFileSync(join(directory, file), 'utf8').split(/^---\n/m);
      return { slug: basename(file, '.mdx'), data: parse(data) as Entry['data'], body: body.join('---\n').trim() };
    });

/** What `makeContent` wrote, as a plain site would show it. */
export function readMade(directory: string): MadeExample[] {
  const titlesOf = (folder: string): Map<string, string> =>
    new Map(entriesIn(join(directory, folder)).map(({ slug, data }) => [slug, String(data['title'])]));
  const [areas, themes, factors, places] = ['priority-areas', 'themes', 'factors', 'places'].map(titlesOf);
  const title = (titles: Map<string, string> | undefined, slug: unknown): string => {
    const found = titles?.get(String(slug));
    if (found === undefined) throw new Error(`No entry is named ${String(slug)}`);
    return found;
  };
  return entriesIn(join(directory, 'case-studies')).map(({ slug, data, body }) => {
    // Braces and angle brackets mean something else to each tool; without them the same bytes are the same text.
    if (/[{}<>]/.test(body)) throw new Error(`${slug} holds marks that the tools read in different ways`);
    const list = <T>(name: string): T[] => data[name] as T[];
    return {
      slug,
      body,
      facts: {
        title: String(data['title']),
        summary: String(data['summary']),
        place: title(places, data['place']),
        areas: list<string>('priorityAreas').map((one) => title(areas, one)),
        themes: list<string>('themes').map((one) => title(themes, one)),
        factors: list<{ factor: string; meant: string }>('keyFactors').map(({ factor, meant }) => ({
          title: title(factors, factor),
          meant,
        })),
        claims: list<{ claim: string; basis: string }>('changes').map(({ claim, basis }) => ({ claim, basis })),
        date: new Date(String(data['published'])),
      },
    };
  });
}

const wordsOf = (text: string): string[] => text.match(/[a-z]+/gi) ?? [];
const wordsIn = (text: string): number => wordsOf(text).length;

/** How many words an example has on average: in its text, and with the facts that every tool shows above it. */
export function meanWords(examples: readonly MadeExample[]): { body: number; shown: number } {
  const mean = (words: (example: MadeExample) => number): number =>
    Math.round(examples.reduce((sum, example) => sum + words(example), 0) / examples.length);
  const factsOf = ({ facts: { title, summary, place, areas, themes, factors, claims } }: MadeExample): string =>
    [title, summary, place, ...areas, ...themes, ...[...factors, ...claims].flatMap(Object.values)].join(' ');
  return { body: mean(({ body }) => wordsIn(body)), shown: mean((one) => wordsIn(one.body) + wordsIn(factsOf(one))) };
}

/**
 * The first paragraph of an example that a page does not show, word for word and in its place. Nothing where it shows
 * them all. A page may show more: this project says what an abbreviation means.
 */
export function unshown({ body }: MadeExample, html: string): string | undefined {
  const shown = wordsOf(html.replaceAll(/<[^>]*>/g, ' '));
  let at = 0;
  // Of a link, readers see the text and not the address.
  return body.split('\n').find((line) =>
    wordsOf(line.replaceAll(/\]\([^)]*\)/g, ']')).some((word) => {
      at = shown.indexOf(word, at) + 1;
      return at === 0;
    }),
  );
}

/** Changes a word in the text of one example of the folder, as somebody does who mends a slip. */
export function editOne(directory: string): void {
  const folder = join(directory, 'case-studies');
  const files = readdirSync(folder).sort();
  const file = join(folder, files[Math.floor(files.length / 2)] ?? '');
  const before = readFileSync(file, 'utf8');
  const after = before.replace(/(\n## .+\n\n\S+) \S+/, '$1 mended');
  if (after === before) throw new Error(`${file} has no paragraph to change`);
  writeFileSync(file, after);
}
