/** What the page on what helped shows: the themes with their factors, and what came up in several places. */
import type { Box } from '../../schemas/change-map.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { groupBy, pageSize } from '../derive.ts';
import type { Recurring, Theme } from '../entries.ts';
import type { Library } from '../library.ts';
import { counted } from '../words.ts';
import { exampleCount, mostNamed } from './cards.ts';

/** What an item of a map says, by its box. */
const saidIn: Record<Box, string> = {
  issues: 'What places wanted to put right',
  organisational: 'How things stood',
  local: 'How things stood',
  national: 'How things stood',
  mechanisms: 'What places planned or needed',
  outcomes: 'What places hoped for',
};

/** What most items of a group say. */
const saidBy = ({ items }: Recurring): string =>
  [...groupBy(items, ({ box }) => [saidIn[box]])].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? '';

function recurringKinds({ recurring }: Library, text: PageText) {
  const byKind = groupBy(recurring, (group) => [saidBy(group)]);
  return [...new Set(Object.values(saidIn))].flatMap((title) => {
    const groups = byKind.get(title)?.map(({ url, data, items }) => ({
      url,
      title: data.title,
      summary: text.brief(data.summary),
      count: `${counted(items.length, 'item')} on the maps of ${counted(new Set(items.map(({ map }) => map)).size, 'place')}`,
    }));
    return groups ? [{ title, groups }] : [];
  });
}

function themeWithFactors({ factorsByTheme, examplesByTheme }: Library, text: PageText, theme: Theme) {
  const all = factorsByTheme.get(theme.id) ?? [];
  const examples = examplesByTheme.get(theme.id)?.length ?? 0;
  const factors = mostNamed(all).map((factor) => ({ factor, count: exampleCount(factor) }));
  return {
    theme,
    summary: text.text(theme.data.summary),
    standing: [
      theme.data.origin === 'source' ? 'Theme from the sources' : 'Theme added by this site',
      ...(examples ? [`, in ${counted(examples, 'example')}`] : []),
      ...(all.length ? [] : ['. No factor stands under it: its page says what is known']),
      '.',
    ].join(''),
    factors,
    more: Math.max(0, all.length - pageSize),
  };
}

export function whatHelpedView(library: Library) {
  const text = library.pageText();
  // Those of the sources first.
  const themes = library.themes.toSorted((a, b) => b.data.origin.localeCompare(a.data.origin));
  return {
    summary: `${counted(library.factors.length, 'thing was', 'things were')} named as key to supporting change. They stand here under what they have in common, those that most examples name first.`,
    themes: themes.map((theme) => themeWithFactors(library, text, theme)),
    recurring: recurringKinds(library, text),
  };
}
