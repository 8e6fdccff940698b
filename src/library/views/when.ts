/** What the page on when the examples were so shows. */
import { accountMonths, years } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Example } from '../entries.ts';
import { counted, dayInWords, monthInWords } from '../words.ts';

/** The years and months of all examples. */
export function whenView({ examples }: Library) {
  const months = accountMonths(examples).map((month) => ({ ...month, title: monthInWords(month.period) }));
  const [first, last] = [months[0], months.at(-1)];
  const confirmed = examples.filter(({ data }) => data.confirmed).length;
  const since = confirmed
    ? `The place has confirmed ${confirmed} of them since`
    : 'No place has confirmed its account since';
  const summary =
    first && last
      ? `The ${counted(examples.length, 'account')} ${examples.length === 1 ? 'describes' : 'describe'} ${first === last ? first.title : `${first.title} to ${last.title}`}. ${since}.`
      : 'There is no example yet.';
  return { years: years(examples), months, summary };
}

/** When each of a list of examples was what. */
export const whenRows = (examples: readonly Example[]) =>
  examples.map(({ url, data, place }) => ({
    url,
    title: data.title,
    place: place.data.title,
    asOf: monthInWords(data.asOf),
    seen: [...new Set(data.changes.flatMap(({ period }) => period ?? []))].join('; '),
    confirmed: data.confirmed && dayInWords(data.confirmed.on),
    published: dayInWords(data.published),
    reviewBy: dayInWords(data.reviewBy),
  }));
