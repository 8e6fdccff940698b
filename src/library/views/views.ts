/**
 * What each page shows, with its texts ready as HTML. They are made in the order in which readers meet them, since
 * the first use of an abbreviation on a page is written out.
 */
import { paidAndStaffed } from '../../schemas/case-study.ts';
import { allOfSections, wholeBody, withPartNamed, type Section } from '../../markdown/sections.ts';
import type { Moved } from '../../schemas/moved.ts';
import { problemKinds } from '../../schemas/problem.ts';
import { byLetter, crossReferences, groupBy, groupSize, pageSize, strongestBasis, type Reason } from '../derive.ts';
import type { Area, Example, Factor, GlossaryTerm, Library, Place, Problem, Theme } from '../library.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { inSite } from '../../config/urls.ts';
import {
  basisInWords,
  changeDetails,
  counted,
  dayInWords,
  inSentence,
  monthInWords,
  namesInWords,
  pageKinds,
  problemKindInWords,
  stageInWords,
} from '../words.ts';

/** How many examples, of those `among`, name a factor. One that names it twice counts once. */
export const exampleCount = ({ meanings }: Factor, among: (example: Example) => boolean = () => true): number =>
  new Set(meanings.map(({ example }) => example).filter(among)).size;

export interface Card {
  example: Example;
  summary: string;
}
export interface FactorCard {
  factor: Factor;
  summary: string;
  /** How many examples name it: of all, or of those that the list is about. */
  count: number;
}
export interface Group<T> {
  title: string;
  url: string;
  area?: Area | undefined;
  items: T[];
  /** How many there are in all; more than the items shown where the list was cut. */
  total: number;
}

export const cards = (text: PageText, examples: readonly Example[]): Card[] =>
  examples.map((example) => ({ example, summary: text.brief(example.data.summary) }));

export const factorCards = (
  text: PageText,
  factors: readonly Factor[],
  among?: (example: Example) => boolean,
): FactorCard[] =>
  factors.map((factor) => ({
    factor,
    summary: text.brief(factor.data.summary),
    count: exampleCount(factor, among),
  }));

/** The first of each area's items, for the areas that have any. */
function byArea<T, Shown>(
  areas: readonly Area[],
  items: readonly T[],
  areasOf: (item: T) => readonly Area[],
  show: (items: T[]) => Shown[],
): Group<Shown>[] {
  return areas.flatMap((area) => {
    const own = items.filter((item) => areasOf(item).includes(area));
    return own.length
      ? [{ title: area.data.title, url: area.url, area, items: show(own.slice(0, groupSize)), total: own.length }]
      : [];
  });
}

/** The factors that most examples name, at most `size` of them. */
export const mostNamed = (
  factors: readonly Factor[] = [],
  size = pageSize,
  among?: (example: Example) => boolean,
): Factor[] =>
  factors
    .map((factor) => ({ factor, count: exampleCount(factor, among) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, size)
    .map(({ factor }) => factor);

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

export function exampleView(library: Library, example: Example) {
  const { data } = example;
  const text = library.pageText();
  const summary = text.brief(data.summary);
  const inShort = data.inShort.map(text.brief);
  const notice = { title: library.site.notice.title, text: text.brief(library.site.notice.text) };
  const { sections } = example.body;
  const shown = ({ id, title, nodes }: Section) => ({ id, title, html: text.html(nodes) });
  const section = (index: number) => sections[index] && shown(sections[index]);
  const start = section(0);
  const done = sections[1];
  const did = done && shown({ ...done, nodes: withPartNamed(done.nodes, paidAndStaffed, 'paid') });
  const changes = data.changes.map((change) => ({
    basis: change.basis,
    basisTitle: basisInWords[change.basis].title,
    claim: text.text(change.claim),
    figure: change.figure,
    sample: change.figure === undefined || change.sample === undefined ? undefined : text.brief(change.sample),
    details: text.brief(changeDetails(change)),
    source: text.brief(`${library.source(change.source).data.shortTitle}, ${change.where}`),
  }));
  const factors = [...groupBy(data.keyFactors, ({ factor }) => [factor.id])].map(([factor, items]) => ({
    factor: library.factor(factor),
    meant: items.map((item) => text.text(item.meant)),
  }));
  const [hard, next] = [section(2), section(3)];
  const rest = sections.slice(4).map(shown);
  const related = library.relatedTo(example).map(({ example: other, reasons }) => ({
    example: other,
    reasons: reasons.slice(0, shownReasons).map((reason) => reasonView(library, text, reason)),
  }));
  const sources = [...groupBy(data.sources, ({ source }) => [source.id])].map(([source, places]) => {
    const { data: found } = library.source(source);
    const where = places.map((place) => place.where).join('; ');
    const by = found.authors.length ? `${namesInWords(found.authors)} (${found.year}), ` : '';
    return {
      credit: `${by}${found.title}${found.authors.length ? '' : ` (${found.year})`}. ${found.publisher}. ${where}.`,
      url: found.url,
    };
  });
  const disclosure = [
    data.disclosure.names,
    data.disclosure.quotations,
    data.disclosure.pictures,
    data.disclosure.consent.how,
  ].map(text.text);
  const takenUpBy = library.takenUpFrom.get(`examples/${example.id}`) ?? [];
  const changed = data.updated ?? data.published;
  return {
    example,
    summary,
    inShort,
    notice,
    start,
    did,
    changes,
    evidence: strongestBasis(data.changes),
    takenUp: takenUpBy,
    /** The one source of all changes, where they share one. */
    changesSource: new Set(changes.map(({ source }) => source)).size === 1 ? changes[0]?.source : undefined,
    factors,
    hard,
    next,
    rest,
    related,
    sources,
    disclosure,
    stage: stageInWords[data.stage],
    asOf: monthInWords(data.asOf),
    published: dayInWords(data.published),
    updated: data.updated && dayInWords(data.updated),
    reviewBy: dayInWords(data.reviewBy),
    confirmed: data.confirmed && { on: dayInWords(data.confirmed.on), status: data.confirmed.status },
    citation: `${library.site.name} (${changed.slice(0, 4)}). ${data.title}. ${library.origin}${example.url}`,
    contents: [
      start,
      did,
      { id: 'what-changed', title: 'What changed, and how it is known' },
      { id: 'what-was-key', title: 'What was key' },
      hard,
      next,
      ...rest,
      ...(takenUpBy.length ? [{ id: 'taken-up', title: 'Taken up by others' }] : []),
      ...(related.length ? [{ id: 'related', title: 'Related examples' }] : []),
      { id: 'source', title: 'Source and how to cite' },
    ].filter((part) => part !== undefined),
  };
}

export function factorView(library: Library, factor: Factor) {
  const text = library.pageText();
  const summary = text.brief(factor.data.summary);
  const body = text.html(wholeBody(factor.body));
  const meanings = library.areas.flatMap((area) => {
    const own = factor.meanings.filter(({ example }) => example.areas[0] === area);
    const items = own.slice(0, groupSize).map(({ example, meant }) => ({ example, meant: text.text(meant) }));
    return own.length ? [{ area, items, total: own.length }] : [];
  });
  const takenUp = library.takenUpFrom.get(`factors/${factor.id}`) ?? [];
  return { factor, summary, body, meanings, total: exampleCount(factor), takenUp };
}

export function themeView(library: Library, theme: Theme) {
  const text = library.pageText();
  const summary = text.brief(theme.data.summary);
  const body = text.html(wholeBody(theme.body));
  const factors = factorCards(text, mostNamed(library.factorsByTheme.get(theme.id)));
  const examples = library.examplesByTheme.get(theme.id) ?? [];
  const groups = byArea(
    library.areas,
    examples,
    (example) => example.areas.slice(0, 1),
    (own) => cards(text, own),
  );
  return { theme, summary, body, factors, groups, total: examples.length };
}

export function areaView(library: Library, area: Area) {
  const text = library.pageText();
  const summary = text.brief(area.data.summary);
  const aim = text.text(area.data.aim);
  const all = library.examplesByArea.get(area.id) ?? [];
  const introduction = text.html(area.body.lead);
  const examples = cards(text, all.slice(0, groupSize));
  const body = text.html(allOfSections(area.body.sections));
  const own = (example: Example): boolean => example.areas.includes(area);
  const factors = factorCards(text, mostNamed(library.factorsByArea.get(area.id), pageSize, own), own);
  const chosenBy = library.places.filter((place) => place.areas.includes(area)).slice(0, pageSize);
  return { area, summary, aim, introduction, examples, total: all.length, body, factors, chosenBy };
}

export function placeView(library: Library, place: Place) {
  const text = library.pageText();
  const summary = text.brief(place.data.summary);
  const body = text.html(wholeBody(place.body));
  const all = library.examplesByPlace.get(place.id) ?? [];
  const examples = cards(text, all.slice(0, groupSize));
  const shown = new Set(all.flatMap(({ areas }) => areas));
  const areas = library.areas.flatMap((area) => {
    const chosen = place.areas.includes(area);
    return chosen || shown.has(area) ? [{ area, chosen, shown: shown.has(area) }] : [];
  });
  const sources = place.data.sources.map(({ source, where }) => `${library.source(source).data.title}, ${where}`);
  const claims = library.evidence.place.get(place.id)?.claims.length ?? 0;
  const takenUp = library.takenUpBy.get(place.id) ?? [];
  return { place, summary, body, examples, total: all.length, areas, sources, claims, takenUp };
}

/** The problem pages of each kind that has any. */
export const problemGroups = ({ problems }: Library) =>
  problemKinds.flatMap((kind) => {
    const own = problems.filter(({ data }) => data.kind === kind);
    return own.length ? [{ kind, title: problemKindInWords[kind], problems: own }] : [];
  });

export function problemView(library: Library, problem: Problem) {
  const text = library.pageText();
  const summary = text.brief(problem.data.summary);
  const steps = problem.steps.map((step) => ({ ...step, why: text.brief(step.why) }));
  return { problem, summary, steps, body: text.html(wholeBody(problem.body)) };
}

export function homeView(library: Library) {
  const text = library.pageText();
  const featured = { example: library.featured, summary: text.brief(library.featured.data.summary) };
  const areas = library.areas.map((area) => ({ area, count: library.examplesByArea.get(area.id)?.length ?? 0 }));
  const newest = cards(
    text,
    [...library.examples]
      .sort((a, b) => (a.data.published < b.data.published ? 1 : a.data.published > b.data.published ? -1 : 0))
      .slice(0, 2),
  );
  const often = mostNamed(library.factors, groupSize).map((factor) => ({
    factor,
    count: counted(exampleCount(factor), 'example'),
  }));
  const most = Math.max(0, ...areas.map(({ count }) => count));
  const gaps = areas.filter(({ count }) => count <= 1 && count < most);
  return { featured, areas, newest, often, gaps, problems: problemGroups(library) };
}

/** Of each area that has two examples or more, the first two, to begin a comparison with. */
export const comparePairs = (library: Library) =>
  library.areas.flatMap((area) => {
    const examples = (library.examplesByArea.get(area.id) ?? []).slice(0, 2);
    return examples.length === 2 ? [{ area, examples }] : [];
  });

export function termView(library: Library, term: GlossaryTerm) {
  const text = library.pageText(term.id);
  return {
    term,
    meaning: text.text(term.data.summary),
    body: text.html(wholeBody(term.body)),
    source:
      term.data.notExplainedIn === undefined ? undefined : library.source(term.data.notExplainedIn).data.shortTitle,
  };
}

/** What a list by letter shows: a term or factor, or another word with what it stands for. */
interface Named<T> {
  word: string;
  entry?: T;
  see?: GlossaryTerm[];
}

/** The other words for terms, each with the terms themselves. */
function otherWords(library: Library, wordsOf: (term: GlossaryTerm) => string[]): Named<never>[] {
  const terms = new Map(library.terms.map((term) => [term.id, term]));
  return crossReferences(library.terms, wordsOf).map(({ word, see }) => ({
    word,
    see: see.flatMap((id) => terms.get(id) ?? []),
  }));
}

const shortForms = ({ data }: GlossaryTerm): string[] => (data.abbreviation === undefined ? [] : [data.abbreviation]);

/** The terms with their meanings, and the abbreviations that lead to them, by letter. */
export function glossaryView(library: Library) {
  const terms = library.terms.map((term) => ({
    word: term.data.title,
    entry: {
      term,
      source:
        term.data.notExplainedIn === undefined
          ? undefined
          : inSentence(library.source(term.data.notExplainedIn).data.shortTitle),
    },
  }));
  return byLetter<Named<(typeof terms)[number]['entry']>>(
    [...terms, ...otherWords(library, shortForms)],
    library.site.language,
  );
}

/** Every factor, every term and every other word for a term, by letter. */
export function aToZView(library: Library) {
  const { language } = library.site;
  const factors = library.factors.map(({ url, data }) => ({
    word: data.title,
    entry: { url, note: pageKinds.factors },
  }));
  const terms = library.terms.map(({ url, data }) => ({
    word: data.title,
    entry: { url, note: data.abbreviation === data.title ? undefined : data.abbreviation },
  }));
  const others = otherWords(library, (term) => [...shortForms(term), ...term.data.alsoCalled]);
  return byLetter<Named<{ url: string; note: string | undefined }>>([...factors, ...terms, ...others], language);
}

/**
 * What an example can be found by in the search, as the groups below offer it. Kinds of authority go by another name
 * than kind, since the search has a filter of that name: it tells examples, factors and other pages apart.
 */
export const searchFilters = ({ data, place }: Example) => ({
  area: data.priorityAreas,
  theme: data.themes,
  place: [data.place],
  group: data.groups,
  kind: place.kinds.map(({ slug }) => slug),
  region: [place.region.slug],
});

/** The groups of tick-boxes of the search, each with how many examples it would give. */
export function searchGroups(library: Library) {
  const options = (
    items: readonly { id: string; data: { title: string; shortTitle?: string } }[],
    found: ReadonlyMap<string, unknown[]>,
  ) => items.map(({ id, data }) => ({ id, title: data.shortTitle ?? data.title, count: found.get(id)?.length ?? 0 }));
  const labelled = (
    items: readonly { slug: string; title: string }[],
    labelsOf: (example: Example) => readonly { slug: string }[],
  ) => {
    const found = groupBy(library.examples, (example) => labelsOf(example).map(({ slug }) => slug));
    return items.map(({ slug, title }) => ({ id: slug, title, count: found.get(slug)?.length ?? 0 }));
  };
  return [
    { key: 'area', title: 'Priority area', options: options(library.areas, library.examplesByArea) },
    { key: 'theme', title: 'Theme', options: options(library.themes, library.examplesByTheme) },
    { key: 'place', title: 'Place', options: options(library.places, library.examplesByPlace) },
    { key: 'group', title: 'Who was involved', options: labelled(library.groups, ({ groups }) => groups) },
    {
      key: 'kind',
      title: 'Kind of authority',
      options: labelled(library.kinds, ({ place }) => place.kinds).filter(({ count }) => count > 0),
    },
    {
      key: 'region',
      title: 'Region',
      options: labelled(library.regions, ({ place }) => [place.region]).filter(({ count }) => count > 0),
    },
  ];
}

/** What a page says where another once stood. Of one that is withdrawn, nothing that it said is said again. */
export function movedView(library: Library, { to, withdrawn, why = '' }: Moved) {
  const text = library.pageText();
  if (to === undefined)
    return {
      title: 'This page has been withdrawn',
      summary: `${text.text(why)} It was withdrawn on ${dayInWords(withdrawn ?? '')}. Other pages may help you.`,
    };
  const url = inSite(`/${to}/`);
  const { areas, themes, places, factors, examples, problems, terms, takenUp } = library;
  const entry = [areas, themes, places, factors, examples, problems, terms, takenUp]
    .flat()
    .find((one) => one.url === url);
  const page = library.pages.find(({ id }) => id === to);
  const title = entry?.data.title ?? page?.data.title ?? library.site.navigation.find((link) => link.to === to)?.label;
  return {
    title: 'This page has moved',
    summary: 'It stands at another address now.',
    to: { url, title: title ?? 'its new address' },
  };
}
