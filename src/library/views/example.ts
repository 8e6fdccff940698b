/**
 * What the page of an example shows, with its texts ready as HTML. Here and in the other views they are made in the
 * order in which readers meet them, since the first use of an abbreviation on a page is written out.
 */
import { groupBy, strongestChange, type Reason } from '../derive.ts';
import type { Change } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { Example } from '../entries.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { ageInWords, claimDetails, dayInWords, monthInWords, namesInWords, stageInWords } from '../words.ts';
import { bodySections } from './body.ts';
import { sourceItems } from './cards.ts';
import { measuresLink } from './measures.ts';
import { onMapsView } from './on-maps.ts';
import { problemsAnswered } from './problem.ts';

/** How many reasons stand beside a related example, and how many links in one of them. */
const shownReasons = 2;
const shownLinks = 3;

/** Why another example is related: a sentence, with the pages of what the two share. */
export interface ReasonView {
  /** HTML. */
  sentence: string;
  links: { title: string; url: string }[];
  /** How many more there are than the links. */
  more: number;
}

export function reasonView(
  library: Pick<Library, 'factor' | 'area'>,
  text: Pick<PageText, 'text'>,
  reason: Reason,
): ReasonView {
  if (reason.kind === 'written') return { sentence: text.text(reason.reason), links: [], more: 0 };
  const shared =
    reason.kind === 'factors'
      ? reason.factors.map(library.factor).map(({ url, data }) => ({ url, title: data.title }))
      : reason.areas.map(library.area).map(({ url, data }) => ({ url, title: data.shortTitle }));
  return {
    sentence: reason.kind === 'factors' ? 'Key in both' : 'The same priority area in another place',
    links: shared.slice(0, shownLinks),
    more: Math.max(0, shared.length - shownLinks),
  };
}

/** A claim of change or of what was done, its texts ready as HTML. */
export const claimView = (library: Library, text: PageText, change: Change) => ({
  basis: change.basis,
  claim: text.text(change.claim),
  figure: change.figure,
  sample: change.figure === undefined || change.sample === undefined ? undefined : text.brief(change.sample),
  details: text.brief(claimDetails(change)),
  source: text.brief(`${library.source(change.source).data.shortTitle}, ${change.where}`),
});

/** What several claims have for a source, where it is one. */
const oneSource = (claims: readonly { source: string }[]): string | undefined =>
  new Set(claims.map(({ source }) => source)).size === 1 ? claims[0]?.source : undefined;

/** What another can paste into a paper: a sentence with its source, and the reference in full. */
function quoteOf(library: Library, { data, url }: Example) {
  const [first] = data.sources;
  const source = first && library.source(first.source).data;
  const by = source && (source.authors.length ? namesInWords(source.authors) : source.publisher);
  const page = `${library.origin}${url}`;
  const year = (data.updated ?? data.published).slice(0, 4);
  return {
    sentence: `${data.summary} (${source ? `${by}, ${source.year}, ${first.where}; ` : ''}as told in ${library.site.name}, ${year}.)`,
    reference: `${library.site.name} (${year}). ${data.title}. ${page}`,
    licence: library.site.licence,
  };
}

export function exampleView(library: Library, example: Example) {
  const { data } = example;
  const text = library.pageText();
  const body = bodySections(text, example);
  const summary = text.brief(data.summary);
  const best = strongestChange(data.changes);
  const strongest = best && claimView(library, text, best);
  const inShort = data.inShort.map(text.brief);
  const notice = {
    title: library.site.notice.title,
    text: text.brief(`${ageInWords(data)} ${library.site.notice.text}`),
  };
  const [start, did] = [body.start(), body.did()];
  const done = data.done.map((claim) => claimView(library, text, claim));
  const changes = data.changes.map((change) => claimView(library, text, change));
  const factors = [...groupBy(data.keyFactors, ({ factor }) => [factor.id])].map(([factor, items]) => ({
    factor: library.factor(factor),
    meant: items.map((item) => text.text(item.meant)),
  }));
  const after = body.after();
  const notTold = data.notTold === undefined ? undefined : text.text(data.notTold);
  const related = library.relatedTo(example).map(({ example: other, reasons }) => ({
    example: other,
    reasons: reasons.slice(0, shownReasons).map((reason) => reasonView(library, text, reason)),
  }));
  const { names, quotations, pictures, consent } = data.disclosure;
  const disclosure = [names, quotations, pictures, consent.how].map(text.text);
  const problems = problemsAnswered(library, [example.url]);
  const takenUp = library.takenUpFrom.get(`examples/${example.id}`) ?? [];
  const onMaps = onMapsView(library, `examples/${example.id}`);
  return {
    example,
    regions: library.regions,
    summary,
    /** The change that is known best. */
    strongest,
    quote: quoteOf(library, example),
    inShort,
    notice,
    start,
    did,
    done,
    changes,
    /** How others can measure it, for each of its areas. */
    measures: example.areas.flatMap((area) => measuresLink(library, area) ?? []),
    problems,
    takenUp,
    /** The one source of all that was done or changed, where they share one. */
    claimsSource: oneSource([...done, ...changes]),
    notTold,
    factors,
    after,
    related,
    onMaps,
    sources: sourceItems(library, data.sources),
    disclosure,
    stage: stageInWords[data.stage],
    asOf: monthInWords(data.asOf),
    published: dayInWords(data.published),
    updated: data.updated && dayInWords(data.updated),
    reviewBy: dayInWords(data.reviewBy),
    confirmed: data.confirmed && { on: dayInWords(data.confirmed.on), status: data.confirmed.status },
    contents: [
      start,
      did,
      ...(done.length ? [{ id: 'in-numbers', title: 'What was done, in numbers' }] : []),
      { id: 'what-changed', title: 'What changed, and how it is known' },
      { id: 'what-was-key', title: 'What was key' },
      ...after,
      ...(notTold ? [{ id: 'not-told', title: 'What the source does not tell' }] : []),
      ...(takenUp.length ? [{ id: 'taken-up', title: 'What others did with it' }] : []),
      ...(problems.length ? [{ id: 'problems', title: 'Problems that this helps with' }] : []),
      ...(related.length ? [{ id: 'related', title: 'Related examples' }] : []),
      ...(onMaps.maps.length ? [{ id: 'on-maps', title: 'What places planned' }] : []),
      { id: 'source', title: 'Quote this' },
      { id: 'where-from', title: 'Where it comes from' },
      { id: 'protected', title: 'How people are protected' },
    ].filter((part) => part !== undefined),
  };
}
