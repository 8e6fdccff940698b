/** What the page of coverage shows. */
import { countPairs, standingOf, standings, type Standing } from '../coverage.ts';
import type { Library } from '../library.ts';
import type { Area, Place } from '../entries.ts';
import { urls } from '../../config/urls.ts';
import { counted } from '../words.ts';

export const standingInWords: Record<Standing, { title: string; meaning: string }> = {
  both: { title: 'Both', meaning: 'the place chose the priority area, and an example here shows it' },
  chosen: { title: 'Chosen', meaning: 'the place chose the priority area, and no example here shows it yet' },
  shown: { title: 'Shown', meaning: 'an example here shows it, though the place did not choose the priority area' },
  neither: { title: 'Neither', meaning: 'neither chosen nor shown, and left empty' },
};

const none = 'no example yet';

export function areasByThemes(library: Library) {
  const count = countPairs(
    library.examples,
    ({ areas }) => areas.map(({ id }) => id),
    ({ themes }) => themes.map(({ id }) => id),
  );
  const cells = library.areas.flatMap((area) =>
    library.themes.map((theme) => ({ area, theme, count: count(area.id, theme.id) })),
  );
  const largest = Math.max(0, ...cells.map((cell) => cell.count));
  const top = cells.filter((cell) => cell.count === largest && largest > 0);
  const gaps = cells.filter((cell) => cell.count === 0).length;
  const [first, ...others] = top;
  const rows = library.areas.map((area) => ({
    area,
    cells: cells
      .filter((cell) => cell.area === area)
      .map(({ theme, count: found }) => ({
        theme,
        count: found,
        share: largest ? found / largest : 0,
        url: urls.searchFor({ area: area.id, theme: theme.id }),
      })),
  }));
  const caption = [
    first &&
      `The largest count, ${largest}, is that of ${first.area.data.shortTitle} with “${first.theme.data.title}”` +
        (others.length ? `, and of ${counted(others.length, 'other pair')}.` : '.'),
    gaps
      ? `${gaps} of ${counted(cells.length, 'pair')} ${gaps === 1 ? 'has' : 'have'} ${none}.`
      : `All ${counted(cells.length, 'pair')} have an example.`,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
  return { rows, themes: library.themes, caption, largest, gaps };
}

export function placesByAreas(library: Library) {
  const count = countPairs(
    library.examples,
    ({ place }) => [place.id],
    ({ areas }) => areas.map(({ id }) => id),
  );
  const cellOf = (place: Place, area: Area) => {
    const found = count(place.id, area.id);
    const standing = standingOf(place.areas.includes(area), found);
    return { area, count: found, standing, url: urls.searchFor({ area: area.id, place: place.id }) };
  };
  const rows = library.places.map((place) => ({ place, cells: library.areas.map((area) => cellOf(place, area)) }));
  const sums = Object.fromEntries(standings.map((standing) => [standing, 0])) as Record<Standing, number>;
  let largest = 0;
  for (const { cells } of rows)
    for (const { standing, count: found } of cells) {
      sums[standing] += 1;
      largest = Math.max(largest, found);
    }
  const choices = sums.both + sums.chosen;
  const caption = [
    `Places chose priority areas ${counted(choices, 'time')} in all. ${sums.both} of these choices can be seen in an example here, and ${sums.chosen} ${sums.chosen === 1 ? 'has' : 'have'} ${none}.`,
    ...(sums.shown
      ? [`Priority areas that a place did not choose are shown by it ${counted(sums.shown, 'time')}.`]
      : []),
    `The largest count of examples is ${largest}.`,
  ].join(' ');
  return { rows, sums, caption, areas: library.areas, largest };
}
