/**
 * The words of one page. Readers meet each term of the glossary linked, and each abbreviation written out, at its
 * first use on a page; so texts must be given in the order in which they stand there.
 */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { pathOf, urls } from '../config/urls.ts';

export interface Term {
  id: string;
  title: string;
  abbreviation?: string | undefined;
  plural?: string | undefined;
}

export interface PageText {
  /** HTML of a plain text. */
  text: (plain: string) => string;
  /** HTML of a plain text in which only abbreviations are marked: for leads and lists, where links must not crowd. */
  brief: (plain: string) => string;
  /** A body's tree, with first uses in running text marked. */
  body: (nodes: readonly ElementContent[]) => ElementContent[];
  /** The same as HTML. */
  html: (nodes: readonly ElementContent[]) => string;
  /** HTML of a plain text with nothing marked: for headings and links. */
  plain: (plain: string) => string;
  /** The terms used so far, by their slugs. */
  used: ReadonlySet<string>;
}

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Form {
  term: Term;
  /** The full form that goes with the short one found, or undefined where the full form itself was found. */
  full: string | undefined;
}

export interface TermIndex {
  pattern: RegExp | undefined;
  forms: ReadonlyMap<string, Form>;
  /** Addresses that no link leads to: those of pages that are off the site. */
  off: ReadonlySet<string>;
}

const pluralOf = ({ title, plural }: Term): string => plural ?? `${title}s`;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Made once for all pages: every form of every term, the longest first. A link to an address of `off` is its words. */
export function termIndex(terms: readonly Term[], off: ReadonlySet<string> = new Set()): TermIndex {
  const forms = new Map<string, Form>();
  const add = (form: string, entry: Form): void => void (forms.has(form) || forms.set(form, entry));
  for (const term of terms) {
    if (term.abbreviation !== undefined) {
      add(term.abbreviation, { term, full: term.title });
      add(`${term.abbreviation}s`, { term, full: pluralOf(term) });
    }
    for (const full of [term.title, pluralOf(term)])
      for (const form of [full, capitalised(full)]) add(form, { term, full: undefined });
  }
  const alternatives = [...forms.keys()]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((form) => RegExp.escape(form));
  return {
    forms,
    off,
    pattern: alternatives.length
      ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:([Aa]n?) )?(${alternatives.join('|')})(?![\\p{L}\\p{N}-])`, 'gu')
      : undefined,
  };
}

/** Elements whose text is not running prose: links are links already, headings stay short. */
const leftAlone = /^(?:a|h[1-6]|code|pre|script|style|svg|button|label)$/;

/** A term as it stands in a text, with a link to its meaning. */
interface Link {
  url: string;
  words: string;
}

/** A page's texts. `except` is a term that the page itself is about. */
export function pageText(index: TermIndex, except?: string): PageText {
  const linked = new Set<string>(except === undefined ? [] : [except]);
  const writtenOut = new Set<string>(except === undefined ? [] : [except]);

  /** The text in pieces, with links where terms are first used and abbreviations written out. */
  function pieces(text: string, onlyAbbreviations = false): (string | Link)[] {
    const found: (string | Link)[] = [];
    let from = 0;
    for (const match of index.pattern ? text.matchAll(index.pattern) : []) {
      const [whole, article, form = ''] = match;
      const entry = index.forms.get(form);
      if (!entry) continue;
      const { term, full } = entry;
      if (onlyAbbreviations && full === undefined) continue;
      const before = text.slice(0, match.index);
      const link = linked.has(term.id) ? form : { url: urls.term(term.id), words: form };
      linked.add(term.id);
      found.push(text.slice(from, match.index));
      from = match.index + whole.length;
      const isOut =
        full === undefined ||
        full === form ||
        writtenOut.has(term.id) ||
        // Written out by the author: "education, health and care plan (EHC plan)".
        before.toLowerCase().endsWith(`${full.toLowerCase()} (`);
      if (full !== undefined && full !== form) writtenOut.add(term.id);
      if (isOut) {
        found.push(article === undefined ? '' : `${article} `, link);
        continue;
      }
      const begins = match.index === 0 || /[.!?]\s+$/.test(before);
      const words = begins && article === undefined ? capitalised(full) : full;
      found.push(`${article === undefined ? '' : `${articleFor(article, full)} `}${words} (`, link, ')');
    }
    return [...found, text.slice(from)].filter((piece) => piece !== '');
  }

  const html = (text: string, onlyAbbreviations = false): string =>
    pieces(text, onlyAbbreviations)
      .map((piece) =>
        typeof piece === 'string'
          ? escapeHtml(piece)
          : `<a class="term" href="${piece.url}">${escapeHtml(piece.words)}</a>`,
      )
      .join('');
  const marked = (node: ElementContent): ElementContent[] => {
    if (node.type === 'text') return pieces(node.value).map(asNode);
    if (node.type === 'element' && node.tagName === 'a' && index.off.has(pathOf(String(node.properties['href']))))
      return node.children.flatMap(marked);
    if (node.type !== 'element' || leftAlone.test(node.tagName)) return [node];
    return [{ ...node, children: node.children.flatMap(marked) }];
  };
  const body = (nodes: readonly ElementContent[]): ElementContent[] => nodes.flatMap(marked);
  return {
    text: (plain) => html(plain),
    brief: (plain) => html(plain, true),
    body,
    html: (nodes) => toHtml({ type: 'root', children: body(nodes) }).trim(),
    plain: escapeHtml,
    used: linked,
  };
}

const asNode = (piece: string | Link): ElementContent =>
  typeof piece === 'string'
    ? { type: 'text', value: piece }
    : {
        type: 'element',
        tagName: 'a',
        properties: { className: ['term'], href: piece.url },
        children: [{ type: 'text', value: piece.words }],
      };

const articleFor = (found: string, word: string): string => {
  const article = /^[aeiou]/i.test(word) ? 'an' : 'a';
  return /^A/.test(found) ? capitalised(article) : article;
};
