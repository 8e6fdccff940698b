/** The made-up examples as a plain site would show them: what every other tool is given. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

export interface MadeExample {
  slug: string;
  /** What each tool shows above the text. References are titles by now: no other tool resolves them. */
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

interface Frontmatter {
  title: string;
  summary: string;
  place: string;
  priorityAreas: string[];
  themes: string[];
  keyFactors: { factor: string; meant: string }[];
  changes: { claim: string; basis: string }[];
  published: string;
}

const entriesIn = (directory: string): { slug: string; data: Frontmatter; body: string }[] =>
  readdirSync(directory)
    .sort()
    .map((file) => {
      const [, data = '', ...body] = readFileSync(join(directory, file), 'utf8').split(/^---\n/m);
      return { slug: basename(file, '.mdx'), data: parse(data) as Frontmatter, body: body.join('---\n').trim() };
    });

/** Reads the examples that `makeContent` wrote. */
export function readExamples(directory: string): MadeExample[] {
  const titles = new Map(
    ['priority-areas', 'themes', 'factors', 'places'].flatMap((folder) =>
      entriesIn(join(directory, folder)).map(({ slug, data }) => [slug, data.title] as const),
    ),
  );
  const titleOf = (slug: string): string => titles.get(slug) ?? slug;
  return entriesIn(join(directory, 'case-studies')).map(({ slug, data, body }) => {
    // Braces and angle brackets mean something else to each tool; without them the same bytes are the same text.
    if (/[{}<>]/.test(body)) throw new Error(`${slug} holds signs that the tools read in different ways`);
    const facts = {
      title: data.title,
      summary: data.summary,
      place: titleOf(data.place),
      areas: data.priorityAreas.map(titleOf),
      themes: data.themes.map(titleOf),
      factors: data.keyFactors.map(({ factor, meant }) => ({ title: titleOf(factor), meant })),
      claims: data.changes.map(({ claim, basis }) => ({ claim, basis })),
      date: new Date(data.published),
    };
    return { slug, facts, body };
  });
}

const wordsOf = (text: string): string[] => text.match(/[a-z]+/gi) ?? [];

/** How many words the text of an example has on average. */
export const meanWords = (examples: readonly MadeExample[]): number =>
  Math.round(examples.reduce((sum, { body }) => sum + wordsOf(body).length, 0) / examples.length);

/**
 * The first paragraph of an example that a page does not show in its place; nothing where it shows them all. A tool
 * that leaves text out is quick for the wrong reason. A page may show more, such as what an abbreviation means.
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
