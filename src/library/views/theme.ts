/** What the page of a theme shows. */
import { groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import type { Theme } from '../entries.ts';
import { bodyOf } from './body.ts';
import { cards, factorCards, mostNamed, sourceItems } from './cards.ts';

export function themeView(library: Library, theme: Theme) {
  const text = library.pageText();
  const summary = text.brief(theme.data.summary);
  const body = bodyOf(text, theme);
  const factors = factorCards(text, mostNamed(library.factorsByTheme.get(theme.id)));
  const examples = library.examplesByTheme.get(theme.id) ?? [];
  const groups = library.areas.flatMap((area) => {
    const own = examples.filter(({ areas }) => areas[0] === area);
    return own.length ? [{ area, items: cards(text, own.slice(0, groupSize)), total: own.length }] : [];
  });
  return {
    theme,
    summary,
    body,
    factors,
    groups,
    total: examples.length,
    sources: sourceItems(library, theme.data.sources),
  };
}
