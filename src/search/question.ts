/**
 * Asks a whole question of Pagefind, which itself finds only pages with every word, and takes a word that stands nowhere
 * for its longest beginning that does. Here each telling word is asked singly, and what a page gets for each is added up.
 */
import { distance } from 'fastest-levenshtein';
import type { Pagefind, Result } from './pagefind.ts';
import { meantBy, shortest } from './spelling.ts';

export interface FoundPage {
  id: string;
  /** What Pagefind says of it for each word that it has. */
  hits: readonly Result[];
}
export interface Word {
  typed: string;
  /** What was looked for: as typed, or what was meant by it; nothing where no page has any such. */
  used?: string | undefined;
  /** The pages that have it, in whatever ending. */
  pages: readonly Result[];
}
/** What is known of the site beside its index. */
interface Known {
  /** The forms of each term of the glossary, everyday words among them, in lower case. */
  terms: readonly (readonly string[])[];
  /** The words of titles, tags and terms, by which slips are mended. */
  words: () => Promise<readonly string[]>;
  /** A word on more pages than this tells none apart, and takes long to ask. */
  many: number;
}

/** The commonest words of English, and those with which people ask. */
const empty = new Set(
  `a about after all also am an and any anybody anyone are as at be because been before but by can could did do does
  doing done few for from get give go got had has have he her here him his how i if in into is it its just know like
  many me more most much my no not of on or our out over own please she should show so some such than that the their
  them then there these they this those to tried try up us very want was we were what when where which while who why
  will with would you your`.split(/\s+/),
);
/** The words of a text in lower case, without the signs around them. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(Boolean);

/** Those that carry meaning, each once; all, where none does. */
export function tellingWords(text: string): string[] {
  // A pasted page stays a question.
  const words = [...new Set(wordsIn(text))].slice(0, 24);
  const telling = words.filter((word) => !empty.has(word));
  return telling.length ? telling : words;
}

/** Whether a question is a title, or nearly: a letter in six of what carries meaning may differ. */
export function isTitle(question: string, title: string): boolean {
  const [asked, called] = [question, title].map((text) => tellingWords(text).join(' ')) as [string, string];
  return distance(asked, called) * 6 <= called.length;
}

/** The words of a question, the pages that have any, the best first, and those that have all in their titles. */
export async function answer(pagefind: Pagefind, question: string, known: Known) {
  const asked = await Promise.all(partsOf(question, known.terms).map((part) => ask(pagefind, part, known)));
  const words = asked.flatMap((part) => part.words);
  const hits = asked.flatMap(({ pages: own }) => [...own.values()].flat());
  const pages = [...gathered(hits.length ? hits : words.flatMap((word) => word.pages))]
    .map(([id, own]): FoundPage => ({ id, hits: own }))
    .sort((a, b) => sum(b.hits) - sum(a.hits));
  const inTitle = ({ matchedMetaFields = [] }: Result): boolean => matchedMetaFields.includes('title');
  const count = words.filter((word) => isTelling(word, known)).length;
  return { words, pages, titled: pages.filter((page) => page.hits.filter(inTitle).length >= count) };
}

const sum = (hits: readonly Result[] = []): number => hits.reduce((total, { score }) => total + score, 0);
const isTelling = ({ pages }: Word, { many }: Known): boolean => pages.length > 0 && pages.length <= many;
const all = async <T, U>(items: readonly T[], of: (item: T) => Promise<U[]>): Promise<U[]> =>
  (await Promise.all(items.map(of))).flat();

/** The hits of each page. */
function gathered(hits: readonly Result[]): Map<string, Result[]> {
  const pages = new Map<string, Result[]>();
  for (const hit of hits) pages.set(hit.id, [...(pages.get(hit.id) ?? []), hit]);
  return pages;
}

/** The words that carry meaning. Those that make a term go together, with its other forms, the longest term first. */
function partsOf(question: string, terms: Known['terms']) {
  const text = ` ${wordsIn(question).join(' ')} `;
  const rest = new Set(tellingWords(question));
  const said = terms.flatMap((forms) => {
    const named = forms.filter((form) => text.includes(` ${form} `) || text.includes(` ${form}s `));
    const [longest] = named.sort((a, b) => b.length - a.length);
    return longest === undefined ? [] : { words: longest.split(' '), forms };
  });
  const parts = said
    .sort((a, b) => b.words.length - a.words.length)
    .map(({ words, forms }) => ({
      words: words.flatMap((word) => [word, `${word}s`]).filter((word) => rest.delete(word)),
      forms: forms.filter((form) => !form.split(' ').some((word) => words.includes(word))),
    }));
  return [...parts.filter(({ words }) => words.length > 0), ...[...rest].map((word) => ({ words: [word], forms: [] }))];
}

/** The words of a part, and the pages that have any: with their hits for the form that tells most of each. */
async function ask(pagefind: Pagefind, part: ReturnType<typeof partsOf>[number], known: Known) {
  // A term that stands nowhere is no slip.
  const slips = part.forms.length ? undefined : known.words;
  const words = await all(part.words, (word) => find(pagefind, word, slips));
  const forms = (await all(part.forms, (form) => find(pagefind, form))).filter(({ pages }) => pages.length > 0);
  for (const word of words) word.used ??= forms[0]?.used;
  const pages = new Map<string, Result[]>();
  for (const form of [words, ...forms.map((one) => [one])]) {
    const telling = form.filter((word) => isTelling(word, known));
    for (const [id, hits] of gathered(await all(telling, (word) => scores(pagefind, word))))
      if (sum(hits) > sum(pages.get(id))) pages.set(id, hits);
  }
  return { words, pages };
}

/** Where a word or phrase stands: as typed, else in its parts, else as what was meant by it. */
async function find(pagefind: Pagefind, typed: string, slips?: Known['words']): Promise<Word[]> {
  const pages = await standing(pagefind, typed);
  if (pages.length) return [{ typed, used: typed, pages }];
  const parts = typed.split(/[^\p{L}\p{N}\s]+/u).filter((part) => !empty.has(part));
  if (parts.length > 1) return all(parts, (part) => find(pagefind, part, slips));
  const meant = slips && typed.length >= shortest ? meantBy(typed, await slips())[0] : undefined;
  const meantPages = meant === undefined ? [] : await standing(pagefind, meant);
  return [{ typed, used: meantPages.length ? meant : undefined, pages: meantPages }];
}

/** The pages that have a word, or words in a row. In quotes Pagefind takes nothing else for it, and gives no scores. */
const standing = async (pagefind: Pagefind, words: string): Promise<Result[]> =>
  (await pagefind.search(`"${words}"`)).results;

/** How well a word fits the pages that have it. */
async function scores(pagefind: Pagefind, { used = '', pages }: Word): Promise<Result[]> {
  const ids = new Set(pages.map(({ id }) => id));
  const { results } = await pagefind.search(used);
  return results.filter(({ id }) => ids.has(id));
}
