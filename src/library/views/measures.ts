/** What the pages of measures show. */
import { measureKinds, type Measure } from '../../schemas/measures.ts';
import { partOf } from '../../schemas/page-reference.ts';
import { measureItems } from '../../schemas/items.ts';
import type { Library } from '../library.ts';
import type { Area, AreaMeasures } from '../entries.ts';
import { froms, sumOf, tallyOf, type From, type Tally } from '../measures.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { counted, inSentence } from '../words.ts';
import { creditsOf, showingPage } from './cards.ts';

export const fromInWords: Record<From, { title: string; meaning: string }> = {
  records: { title: 'Records', meaning: 'what is counted, logged or kept on file' },
  surveys: { title: 'Surveys', meaning: 'what people answer on a form' },
  groups: { title: 'Groups', meaning: 'what people say when they talk together' },
  web: { title: 'Web figures', meaning: 'how a website or social media is used' },
  unsaid: { title: 'Not said', meaning: 'the source does not make it clear' },
};

/** The kinds of source that any of the tallied come from. */
const fromsIn = (tally: Tally): From[] => froms.filter((from) => from !== 'unsaid' || tally.unsaid > 0);

const tallied = ({ data }: AreaMeasures): Tally => tallyOf(measureItems(data).map(({ item }) => item));

/** The area with the most, or the kind, by a count. */
const largest = <T>(items: readonly T[], count: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>(
    (most, item) => (most === undefined || count(item) > count(most) ? item : most),
    undefined,
  );

/** What some lists of measures are and are not, each thing once. */
const standingOf = (library: Library, lists: readonly AreaMeasures[]): string[] =>
  [...new Set(lists.map(({ data }) => data.standing))].map(library.pageText().text);

/** How many measures of each area come from where. */
export function measuresView(library: Library) {
  const rows = library.measures.map((one) => ({ area: one.area, url: one.url, tally: tallied(one) }));
  const sum = sumOf(rows.map(({ tally }) => tally));
  const columns = fromsIn(sum);
  const longest = largest(rows, ({ tally }) => tally.all);
  const said = sum.all - sum.unsaid;
  const commonest = largest(measureKinds, (from) => sum[from]);
  const caption =
    longest && commonest
      ? `${counted(sum.all, 'measure')} in ${counted(rows.length, 'priority area')}. ` +
        `The longest list is that of ${longest.area.data.shortTitle}, with ${longest.tally.all}. ` +
        (said
          ? `Where the source says what they come from, most often it is ${fromInWords[commonest].title.toLowerCase()}: ${sum[commonest]} of ${said}.`
          : 'The source does not say what they come from.')
      : '';
  const most = Math.max(0, ...rows.flatMap(({ tally }) => columns.map((from) => tally[from])));
  return { rows, sum, columns, caption, most, standing: standingOf(library, library.measures) };
}

export interface MeasureView {
  id: string;
  /** HTML. */
  text: string;
  from: From;
  /** HTML. */
  shows: string | undefined;
  like: { title: string; url: string; kind: string; because: string }[];
  items: MeasureView[];
}

function measureView(
  library: Library,
  text: PageText,
  { id, text: what, from, shows, like }: Omit<Measure, 'items'>,
): MeasureView {
  return {
    id,
    text: text.text(what),
    from: from ?? 'unsaid',
    shows: shows === undefined ? undefined : text.text(shows),
    like: like.map(({ to, because }) => ({ ...showingPage(library, to), because: text.text(because) })),
    items: [],
  };
}

/** The measures of an area, those within others under them. */
export function areaMeasuresView(library: Library, of: AreaMeasures) {
  const text = library.pageText();
  const tally = tallied(of);
  const measures = of.data.measures.map((measure) => ({
    ...measureView(library, text, measure),
    items: measure.items.map((item) => measureView(library, text, item)),
  }));
  const shown = measureItems(of.data).filter(({ item }) =>
    item.like.some(({ to }) => partOf(to) === 'examples'),
  ).length;
  const kinds = froms.map((from) => ({ from, count: tally[from] })).filter(({ count }) => count > 0);
  const sources = creditsOf(library, of.data.sources).map(inSentence);
  return { area: of.area, measures, total: tally.all, kinds, shown, standing: text.text(of.data.standing), sources };
}

/** What can be ticked, by area. */
export function planView(library: Library) {
  const areas = library.measures.map(({ area, data }) => ({ area, measures: data.measures }));
  return { areas, standing: standingOf(library, library.measures), total: sumOf(library.measures.map(tallied)).all };
}

/** What leads from an area to its measures. */
export function measuresLink(library: Library, area: Area) {
  const own = library.measures.find((one) => one.area === area);
  return own && { url: own.url, title: `Measures of ${area.data.title}`, count: counted(tallied(own).all, 'measure') };
}
