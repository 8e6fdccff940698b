/** What the pages on who took something up show. */
import type { Library } from '../library.ts';
import type { TakenUp } from '../entries.ts';
import { dayInWords, linkInWords, monthInWords, stageInWords } from '../words.ts';
import { bodyOf } from './body.ts';
import { creditsOf } from './cards.ts';

/** A list of those who took something up, ready to show. */
export function takenUpCards(library: Library, list: readonly TakenUp[]) {
  const text = library.pageText();
  return list.map(({ url, data }) => ({
    url,
    title: data.title,
    summary: text.brief(data.summary),
    count: `${linkInWords[data.link].title}. ${stageInWords[data.stage]}, ${monthInWords(data.asOf)}`,
  }));
}

export function takenUpView(library: Library, taken: TakenUp) {
  const { data, from, place } = taken;
  const text = library.pageText();
  const summary = text.brief(data.summary);
  const parts = [
    { title: 'What was kept', html: data.kept },
    { title: 'What was changed', html: data.changed },
    { title: 'What came of it', html: data.cameOfIt },
  ].map(({ title, html }) => ({ title, html: html === undefined ? undefined : text.text(html) }));
  return {
    taken,
    summary,
    who: text.brief(data.who),
    link: linkInWords[data.link],
    from,
    place,
    parts,
    body: bodyOf(text, taken),
    stage: stageInWords[data.stage],
    asOf: monthInWords(data.asOf),
    published: dayInWords(data.published),
    sources: creditsOf(library, data.sources).map(text.brief),
  };
}
