/** Which pages use a term of the glossary: each leads to the term at its first use, and the term leads back. */
import { pageText, type TermIndex } from '../markdown/page-text.ts';
import { wholeBody, type Body } from '../markdown/sections.ts';
import { mapItems, measureItems } from '../schemas/items.ts';
import { groupBy } from './derive.ts';
import type { AreaMeasures, LocalMap } from './entries.ts';

/** A page, with what it says in which terms are marked. */
export interface Using {
  url: string;
  data: { title: string; summary?: string };
  body?: Body;
  texts?: readonly string[];
}

/** The pages by the terms that they use, in the order of the pages. */
export const usesOfTerms = (index: TermIndex, pages: readonly Using[]): Map<string, Using[]> =>
  groupBy(pages, ({ data: { summary = '' }, body, texts = [] }) => {
    const text = pageText(index);
    text.brief(summary);
    if (body) text.body(wholeBody(body));
    texts.forEach(text.text);
    return text.used;
  });

export const mapUsing = ({ url, place, data }: LocalMap): Using => ({
  url,
  data: { title: `Change map of ${place.data.title}` },
  texts: mapItems(data).map(({ item }) => item.text),
});

export const measuresUsing = ({ url, area, data }: AreaMeasures): Using => ({
  url,
  data: { title: `Measures of ${area.data.title}` },
  texts: [data.standing, ...measureItems(data).map(({ item }) => item.text)],
});
