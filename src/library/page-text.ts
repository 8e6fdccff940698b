/**
 * The words of one page. Readers meet each term of the glossary linked, and each abbreviation written out, at its
 * first use on a page; so texts must be given in the order in which they stand there.
 */
import { urls } from '../config/urls.ts';

export interface Term {
  id: string;
  title: string;
  abbreviation: string | undefined;
  plural: string | undefined;
  /** Other words that people use for it. */
  alsoCalled: readonly string[];
}

export interface PageText {
  /** HTML of a plain text. */
  text: (plain: string) => string;
  /** HTML of a plain text in which only abbreviations are marked: for leads and lists, where links must not crowd. */
  brief: (plain: string) => string;
  /** HTML as it came, with first uses in running text marked. */
  html: (html: string) => string;
  /** HTML of a plain text with nothing marked: for headings and links. */
  plain: (plain: string) => string;
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
}

const pluralOf = ({ title, plural }: Term): string => plural ?? `${title}s`;
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Made once for all pages: every form of every term, the longest first. */
export function termIndex(terms: readonly Term[]): TermIndex {
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
    .map((form) => escapeHtml(form).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return {
    forms: new Map([...forms].map(([form, entry]) => [escapeHtml(form), entry])),
    pattern: alternatives.length
      ? new RegExp(`(?<![\\p{L}\\p{N}-])(?:([Aa]n?) )?(${alternatives.join('|')})(?![\\p{L}\\p{N}-])`, 'gu')
      : undefined,
  };
}

const bareText = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

/** Finds, for a text, the other words for the terms in it: what people may search for and it does not say. */
export function otherWordsFinder(terms: readonly Term[]): (html: string) => string[] {
  const formsOf = terms.map((term) => [
    ...new Set([term.title, pluralOf(term), term.abbreviation ?? term.title, ...term.alsoCalled]),
  ]);
  const termsOf = new Map<string, number[]>();
  formsOf.forEach((forms, term) => {
    for (const form of forms) {
      const key = form.toLowerCase();
      termsOf.set(key, [...(termsOf.get(key) ?? []), term]);
    }
  });
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[...termsOf.keys()]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .map((form) => escapeHtml(form).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  return (html) => {
    const said = new Set((bareText(html).match(pattern) ?? []).map((form) => form.toLowerCase()));
    const found = new Set([...said].flatMap((form) => termsOf.get(form) ?? []));
    return [...found]
      .sort((a, b) => a - b)
      .flatMap((term) => (formsOf[term] ?? []).filter((form) => !said.has(form.toLowerCase())));
  };
}

/** Elements whose text is not running prose: links are links already, headings stay short. */
const leftAlone = /^(?:a|h[1-6]|code|pre|script|style|svg|button|label)$/;

/** A page's texts. `except` is a term that the page itself is about. */
export function pageText(index: TermIndex, except?: string): PageText {
  const linked = new Set<string>(except === undefined ? [] : [except]);
  const writtenOut = new Set<string>(except === undefined ? [] : [except]);

  const mark = (escaped: string, onlyAbbreviations = false): string => {
    if (!index.pattern) return escaped;
    return escaped.replace(
      index.pattern,
      (whole: string, article: string | undefined, form: string, offset: number) => {
        const entry = index.forms.get(form);
        if (!entry) return whole;
        const { term, full } = entry;
        if (onlyAbbreviations && full === undefined) return whole;
        const link = linked.has(term.id) ? form : `<a class="term" href="${urls.term(term.id)}">${form}</a>`;
        linked.add(term.id);
        const lead = article === undefined ? '' : `${article} `;
        if (full === undefined || full === form || writtenOut.has(term.id)) return lead + link;
        writtenOut.add(term.id);
        // Already written out by the author: "education, health and care plan (EHC plan)".
        if (
          escaped
            .slice(0, offset)
            .toLowerCase()
            .endsWith(`${escapeHtml(full).toLowerCase()} (`)
        )
          return lead + link;
        const begins = offset === 0 || /[.!?]\s+$/.test(escaped.slice(0, offset));
        const words = escapeHtml(begins && article === undefined ? capitalised(full) : full);
        return `${article === undefined ? '' : `${articleFor(article, full)} `}${words} (${link})`;
      },
    );
  };

  const html = (source: string): string => {
    let depth = 0;
    return source.replace(
      /<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>|[^<]+/g,
      (part, closing: string, tag: string | undefined) => {
        if (tag === undefined) return depth === 0 ? mark(part) : part;
        if (leftAlone.test(tag)) depth += closing === '/' ? -1 : 1;
        return part;
      },
    );
  };
  return {
    text: (plain) => mark(escapeHtml(plain)),
    brief: (plain) => mark(escapeHtml(plain), true),
    html,
    plain: escapeHtml,
  };
}

const articleFor = (found: string, word: string): string => {
  const article = /^[aeiou]/i.test(word) ? 'an' : 'a';
  return /^A/.test(found) ? capitalised(article) : article;
};
