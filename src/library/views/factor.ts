/** What the page of a factor shows. */
import { groupSize } from '../derive.ts';
import type { Library } from '../library.ts';
import type { Factor } from '../entries.ts';
import { bodyOf } from './body.ts';
import { exampleCount } from './cards.ts';
import { onMapsView } from './on-maps.ts';

export function factorView(library: Library, factor: Factor) {
  const text = library.pageText();
  const summary = text.brief(factor.data.summary);
  const body = bodyOf(text, factor);
  const meanings = library.areas.flatMap((area) => {
    const own = factor.meanings.filter(({ example }) => example.areas[0] === area);
    const items = own.slice(0, groupSize).map(({ example, meant }) => ({ example, meant: text.text(meant) }));
    return own.length ? [{ area, items, total: own.length }] : [];
  });
  const notTold = factor.data.notTold === undefined ? undefined : text.text(factor.data.notTold);
  return {
    factor,
    summary,
    body,
    notTold,
    meanings,
    total: exampleCount(factor),
    takenUp: library.takenUpFrom.get(`factors/${factor.id}`) ?? [],
    onMaps: onMapsView(library, `factors/${factor.id}`),
  };
}
