/**
 * Asks a whole question of Pagefind, which itself finds only pages with every word, and takes a word that stands nowhere
 * for its longest beginning that does. Here each telling word is asked singly, and what a page gets for each is added up.
 */
import type { Pagefind, Result } from './pagefind.ts';
import { meantBy } from './spelling.ts';
import { isEmpty, lettersOf, partsOfWord, tellingWords, typedIn, wordsIn, writtenOtherwise } from './words.ts';

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
  /** Whether an example has it, or another form of its term. */
  inExample?: boolean;
}
/** The site’s own words, by which slips are mended, and English words that are near them and no slips. */
export type SearchWords = Record<'own' | 'others', readonly string[]>;
/** What is known of the site beside its index. */
interface Known {
  /** The forms of each term of the glossary, everyday words among them, in lower case. */
  terms: readonly (readonly string[])[];
  words: () => Promise<SearchWords>;
  /** A word on more pages than this tells none apart, and takes long to ask. */
  many: number;
  examples: ReadonlyMap<string, Result>;
}
/** What was meant by a word that stands nowhere. */
type Mend = (word: string) => Promise<string | undefined>;

/** The words of a question, the pages that have any, the best first, and those that have all in their titles. */
export async function answer(pagefind: Pagefind, question: string, known: Known) {
  const spelled = typedIn(question).flatMap((word) => [...partsOfWord(word), word]);
  const typed = new Map(spelled.map((word) => [word.toLowerCase(), word]));
  const mend: Mend = async (word) => {
    // With a capital or a figure within, it is an abbreviation.
    if (!/^\p{L}\p{Ll}+$/u.test(typed.get(word) ?? word)) return undefined;
    const { own, others } = await known.words();
    return others.includes(word) ? undefined : meantBy(word, own)[0];
  };
  const otherwise = await all(writtenOtherwise(question), async ([first = '', ...others]) => {
    const forms = await all(others, async (form) => ((await standing(pagefind, form)).length ? [form] : []));
    return forms.length ? [[first, ...forms]] : [];
  });
  const parts = partsOf(question, [...known.terms, ...otherwise]);
  const asked = await Promise.all(parts.map((part) => ask(pagefind, part, known, mend)));
  const words = asked.flatMap((part) => part.words);
  const hits = asked.flatMap(({ pages: own }) => [...own.values()].flat());
  // Words that tell none apart are better than no example.
  const common = hits.some(({ id }) => known.examples.has(id)) ? [] : words.flatMap((word) => word.pages);
  const pages = [...gathered([...hits, ...common])]
    .map(([id, own]): FoundPage => ({ id, hits: own }))
    .sort((a, b) => sum(b.hits) - sum(a.hits));
  const inTitle = ({ matchedMetaFields = [] }: Result): boolean => matchedMetaFields.includes('title');
  const count = words.filter((word) => isTelling(word, known)).length;
  for (const word of words) word.typed = typed.get(word.typed) ?? word.typed;
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
  const named = terms.flatMap((forms) => {
    const said = forms.filter((form) => text.includes(` ${form} `) || text.includes(` ${form}s `));
    const [longest] = said.sort((a, b) => b.length - a.length);
    return longest === undefined ? [] : { said: longest.split(' '), forms };
  });
  const parts = named
    .sort((a, b) => b.said.length - a.said.length)
    .map(({ said, forms }) => ({
      said: said.join(''),
      words: said.flatMap((word) => [word, `${word}s`]).filter((word) => rest.delete(word)),
      forms: forms.filter((form) => !form.split(' ').some((word) => said.includes(word))),
    }));
  const others = [...rest].map((word) => ({ said: word, words: [word], forms: [] }));
  return [...parts.filter(({ words }) => words.length > 0), ...others];
}

/** The words of a part, and the pages that have any: with their hits for the form that tells most of each. */
async function ask(pagefind: Pagefind, part: ReturnType<typeof partsOf>[number], known: Known, mend: Mend) {
  // A term that stands nowhere is no slip.
  const words = await all(part.words, (word) => find(pagefind, word, part.forms.length ? undefined : mend));
  const forms = (await all(part.forms, (form) => find(pagefind, form))).filter(({ pages }) => pages.length > 0);
  const isSame = forms.some(({ typed }) => lettersOf(typed) === lettersOf(part.said));
  for (const word of words) {
    word.used ??= isSame ? word.typed : forms[0]?.used;
    word.inExample = [word, ...forms].some((one) => one.pages.some(({ id }) => known.examples.has(id)));
  }
  const pages = new Map<string, Result[]>();
  for (const form of [words, ...forms.map((one) => [one])]) {
    const telling = form.filter((word) => isTelling(word, known));
    for (const [id, hits] of gathered(await all(telling, (word) => scores(pagefind, word))))
      if (sum(hits) > sum(pages.get(id))) pages.set(id, hits);
  }
  return { words, pages };
}

/** Where a word or phrase stands: as typed, else in its parts, else as what was meant by it. */
async function find(pagefind: Pagefind, typed: string, mend?: Mend): Promise<Word[]> {
  const pages = await standing(pagefind, typed);
  if (pages.length) return [{ typed, used: typed, pages }];
  const parts = partsOfWord(typed).filter((part) => !isEmpty(part));
  const found = parts.length > 1 ? await all(parts, (part) => find(pagefind, part, mend)) : [];
  if (found.some(({ used }) => used !== undefined)) return found;
  const meant = await mend?.(typed);
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
