/** How values read on a page. */
import { bases, type CaseStudy, type stages } from '../schemas/case-study.ts';
import type { PagePart } from '../schemas/page-reference.ts';
import type { Link } from '../schemas/taken-up.ts';
import type { problemKinds } from '../schemas/problem.ts';

const inMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const onDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Thousands of pages say the same few months and days, and finding the words takes long. */
function remembered(inWords: (date: string) => string): (date: string) => string {
  const known = new Map<string, string>();
  return (date) => {
    const words = known.get(date) ?? inWords(date);
    known.set(date, words);
    return words;
  };
}
/** 2017-02 as February 2017. */
export const monthInWords = remembered((month) => inMonth.format(new Date(`${month}-01T00:00:00Z`)));
/** 2017-03-03 as 3 March 2017. */
export const dayInWords = remembered((day) => onDay.format(new Date(`${day}T00:00:00Z`)));

export const stageInWords: Record<(typeof stages)[number], string> = {
  planned: 'Planned',
  piloting: 'Being piloted',
  running: 'Running',
  established: 'Established',
};

export const basisInWords: Record<(typeof bases)[number], { title: string; meaning: string }> = {
  measured: { title: 'Measured', meaning: 'counted or surveyed' },
  reported: { title: 'Reported', meaning: 'somebody involved said so, or the source says so without a figure' },
  expected: { title: 'Expected', meaning: 'planned or hoped for, not yet seen' },
};

/** How sure it is that one took up what another had done: for lists, and within a sentence before what was taken up. */
export const linkInWords: Record<Link, { title: string; verb: string; caution: string }> = {
  'took-up': { title: 'Took it up', verb: 'took up', caution: '' },
  considering: { title: 'Was considering it', verb: 'was considering', caution: '' },
  similar: {
    title: 'Did something like it',
    verb: 'did something like',
    caution: 'The source does not say that the idea came from there.',
  },
};

/** What kind of page a link leads to. */
export const pageKinds: Record<PagePart | 'page', string> = {
  examples: 'Example',
  factors: 'Factor',
  themes: 'Theme',
  'priority-areas': 'Priority area',
  places: 'Place',
  page: 'Page',
};

export const problemKindInWords: Record<(typeof problemKinds)[number], string> = {
  role: 'Who are you?',
  problem: 'What are you stuck on?',
};

/** How old an account is, and whether the place stands by it still. */
export const ageInWords = ({ asOf, confirmed }: Pick<CaseStudy, 'asOf' | 'confirmed'>): string =>
  `This is how things stood in ${monthInWords(asOf)}. ` +
  (confirmed ? `The place confirmed it on ${dayInWords(confirmed.on)}.` : 'The place has not confirmed it since.');

/** 1 example, 2 examples, never broken between the two. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count}\u00a0${count === 1 ? one : many}`;

/** All 2 examples; of one alone, 1 example. */
export const allOf = (count: number, one: string): string => (count === 1 ? '' : 'All ') + counted(count, one);

/** The title of a source within a sentence. */
export const inSentence = (title: string): string => title.replace(/^The /, 'the ');

/** Harflett, N., Hayden, C. and Jennings, Y. */
export const namesInWords = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** How what was done is known. */
export const doneInWords: typeof basisInWords = {
  measured: { title: 'Counted', meaning: 'counted or on record' },
  reported: { title: 'Reported', meaning: basisInWords.reported.meaning },
  expected: { title: 'Planned', meaning: 'planned, not yet done' },
};

/** 2 measured. */
export const basisCount = (count: number, basis: (typeof bases)[number]): string =>
  `${count} ${basisInWords[basis].title.toLowerCase()}`;

/** 2 measured, 3 reported and 1 expected. */
export const basesInWords = (counts: Record<(typeof bases)[number], number>): string =>
  namesInWords(bases.filter((basis) => counts[basis] > 0).map((basis) => basisCount(counts[basis], basis)));

/** What is known of a claim beside what it says: who said it, on what it rests where no figure says so, when. */
export const claimDetails = ({ basis, by, figure, sample, period }: CaseStudy['changes'][number]): string =>
  [
    by !== undefined
      ? `Said by ${by}`
      : basis === 'reported'
        ? `The source says so${figure === undefined ? ', without a figure' : ''}`
        : basis === 'measured'
          ? 'The source gives the figure'
          : undefined,
    sample === undefined || figure !== undefined ? undefined : `Based on ${sample}`,
    period,
  ]
    .filter((part) => part !== undefined)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('. ');

/** What kind of place one is, and where: Metropolitan district, Yorkshire and The Humber. */
export const kindAndRegion = ({
  kinds,
  region,
}: {
  kinds: readonly { title: string }[];
  region: { title: string };
}): string => [...kinds, region].map(({ title }) => title).join(', ');

/**
 * What stands at the head of a page of a list. The first says how much the list holds; those after it only which they
 * are, so that one more entry does not change them all, and a reader who goes on comes to the list at once.
 */
export const listHead = (
  { page, pages }: { page: number; pages: number },
  head: { title: string; summary: string; later: string },
): { title: string; description: string; summary: string } =>
  page === 1
    ? { title: head.title, description: head.summary, summary: head.summary }
    : {
        title: `${head.title}, page ${page} of ${pages}`,
        description: `${head.later} Page ${page} of ${pages}.`,
        summary: '',
      };

/** EHC plan: education, health and care plan. */
export const termTitle = ({ title, abbreviation }: { title: string; abbreviation?: string | undefined }): string =>
  abbreviation === undefined || abbreviation === title
    ? title.charAt(0).toUpperCase() + title.slice(1)
    : `${abbreviation}: ${title}`;
