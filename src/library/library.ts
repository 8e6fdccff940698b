/** The one door to content: everything published, resolved and in order. Pages take all that they show from here. */
import { getCollection, type CollectionEntry } from 'astro:content';
import { digestOf } from '../building/digest.ts';
import type { AuthorityKinds, Regions, Vocabulary } from '../schemas/vocabulary.ts';
import type { Box, ChangeMap, MapItem } from '../schemas/change-map.ts';
import type { CollectionName, ListName } from '../schemas/index.ts';
import { stepTarget } from '../schemas/problem.ts';
import type { Moved } from '../schemas/moved.ts';
import { shownPart, type ShowingPart } from '../schemas/shown-by.ts';
import type { Site } from '../schemas/site.ts';
import { areasByFactor, groupBy, meaningsByFactor, relatedExamples, type Reason } from './derive.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { siteContent, type SiteContent } from '../loaders/handover.ts';
import { mapItems } from './items.ts';
import { otherWordsFinder, pageText, termIndex, type PageText } from './page-text.ts';
import type { DataOf, ListDataOf, Lists } from '../loaders/read-content.ts';
import { siteUrl } from '../config/settings.ts';
import { urls } from '../config/urls.ts';
import { pageKinds } from './words.ts';

type Label = Vocabulary[number];

export type Area = Published<DataOf<'priority-areas'>>;
export type Theme = Published<DataOf<'themes'>>;
export interface Source {
  id: string;
  data: DataOf<'sources'>;
}
export interface Place extends Published<DataOf<'places'>> {
  region: Regions[number];
  kinds: AuthorityKinds;
  areas: Area[];
}
export interface Factor extends Published<DataOf<'factors'>> {
  themes: Theme[];
  areas: Area[];
  /** What it meant in which example. */
  meanings: { example: Example; meant: string }[];
}
export interface Example extends Published<DataOf<'case-studies'>> {
  place: Place;
  areas: Area[];
  themes: Theme[];
  groups: Label[];
  outcomes: Label[];
}
export interface Step {
  title: string;
  url: string;
  /** What kind of page it is, in words. */
  kind: string;
  why: string;
}
/** A page that leads a reader to the right others, by who they are or what they face. */
export interface Problem extends Published<DataOf<'problems'>> {
  steps: Step[];
}
export type GlossaryTerm = Published<DataOf<'glossary'>>;
/** A place or body that took up what an example or a factor here tells of. */
export interface TakenUp extends Published<DataOf<'taken-up'>> {
  place?: Place | undefined;
  from: { part: ShowingPart; title: string; url: string };
}
/** Ways in which progress in an area can be shown. */
export interface AreaMeasures {
  area: Area;
  data: ListDataOf<'measures'>;
  url: string;
}
/** How one place said that change would come about. */
export interface LocalMap {
  id: string;
  digest: string;
  data: ChangeMap;
  url: string;
  place: Place;
}
interface OnMap {
  map: LocalMap;
  box: Box;
  item: MapItem;
}
/** What several maps say, in other words. */
export interface Recurring extends Published<DataOf<'recurring'>> {
  items: OnMap[];
}
export interface Library {
  /** A digest of what any page may show: the settings, vocabularies, areas, themes, sources and glossary. */
  common: string;
  site: Site;
  origin: string;
  groups: Vocabulary;
  kinds: AuthorityKinds;
  regions: Regions;
  areas: Area[];
  themes: Theme[];
  places: Place[];
  factors: Factor[];
  examples: Example[];
  problems: Problem[];
  terms: GlossaryTerm[];
  /** Every claim of change. */
  evidence: Evidence<Example>;
  /** Who took something up, the newest account first. */
  takenUp: TakenUp[];
  /** The same by what was taken up, such as examples/SLUG, and by the place that did. */
  takenUpFrom: ReadonlyMap<string, TakenUp[]>;
  takenUpBy: ReadonlyMap<string, TakenUp[]>;
  pages: CollectionEntry<'pages'>[];
  /** In the order of the areas. */
  measures: AreaMeasures[];
  changeMaps: LocalMap[];
  recurring: Recurring[];
  /** The items of maps that an example or a factor shows, by examples/SLUG or factors/SLUG. */
  onMaps: ReadonlyMap<string, OnMap[]>;
  /** What became of addresses that the site once had. */
  moved: Moved[];
  featured: Example;
  examplesByArea: ReadonlyMap<string, Example[]>;
  examplesByTheme: ReadonlyMap<string, Example[]>;
  examplesByPlace: ReadonlyMap<string, Example[]>;
  factorsByArea: ReadonlyMap<string, Factor[]>;
  factorsByTheme: ReadonlyMap<string, Factor[]>;
  source: (id: string) => Source;
  area: (id: string) => Area;
  place: (id: string) => Place;
  factor: (id: string) => Factor;
  example: (id: string) => Example;
  /** The related examples of one, the best first, each with why. */
  relatedTo: (example: Example) => { example: Example; reasons: Reason[] }[];
  /** The texts of a new page; `about` is a glossary term that the page itself explains. */
  pageText: (about?: string) => PageText;
  /** Other words for the terms in an HTML text. */
  otherWords: (html: string) => string[];
  /** The heading or label of a part of the site or a page, and its address. */
  link: (to: string) => string;
}

const byOrder = (a: { data: { order: number; title: string } }, b: typeof a): number =>
  a.data.order - b.data.order || byText(a.data.title, b.data.title);
const byTitle = (a: { data: { title: string } }, b: typeof a): number => byText(a.data.title, b.data.title);
const byNewestAccount = (a: { data: { asOf: string; title: string } }, b: typeof a): number =>
  byText(b.data.asOf, a.data.asOf) || byText(a.data.title, b.data.title);
const collator = new Intl.Collator('en-GB');
const byText = (a: string, b: string): number => collator.compare(a, b);

const keyed = <T extends { id: string }>(items: readonly T[]) => {
  const map = new Map(items.map((item) => [item.id, item]));
  return (id: string): T => {
    const item = map.get(id);
    // Reading the content has judged every reference, so this is a fault of the engine.
    if (!item) throw new Error(`nothing is called ${id}`);
    return item;
  };
};

/** A published entry as pages use it. */
interface Published<Data> {
  id: string;
  /** Of all that its file holds, and of the keys alone. */
  digest: string;
  keysDigest: string;
  data: Data;
  url: string;
  /** The body, rendered when a page asks for it: most pages of a build that follows another do not. */
  html: () => string;
}

async function load({ content, html }: SiteContent): Promise<Library> {
  const { site, vocabularies } = content;
  const { groups, outcomes, 'authority-kinds': kinds, regions } = vocabularies;
  // Reading the content has told what is missing, so this is a fault of the engine.
  if (!site || !groups || !outcomes || !kinds || !regions) throw new Error('the content is not whole');
  const published = <Name extends CollectionName>(name: Name, urlOf: (id: string) => string) =>
    content.entries[name]
      .filter(({ data }) => !data.draft)
      .map((entry): Published<DataOf<Name>> => {
        const { id, digest, keysDigest, data } = entry;
        return { id, digest, keysDigest, data: data as DataOf<Name>, url: urlOf(id), html: () => html(entry) };
      });
  const publishedLists = <Name extends ListName>(name: Name): Lists[Name] =>
    content.lists[name].filter(({ data }) => !data.draft) as Lists[Name];
  const bySlug = <T extends { slug: string }>(items: readonly T[]) =>
    keyed(items.map((item) => ({ id: item.slug, ...item })));
  const group = bySlug(groups.data);
  const outcome = bySlug(outcomes.data);
  const kind = bySlug(kinds.data);
  const region = bySlug(regions.data);

  const areas: Area[] = published('priority-areas', urls.priorityArea).sort(byOrder);
  const themes: Theme[] = published('themes', urls.theme).sort(byOrder);
  const area = keyed(areas);
  const theme = keyed(themes);
  const places: Place[] = published('places', urls.place)
    .map((entry) => ({
      ...entry,
      region: region(entry.data.region),
      kinds: [...new Set(entry.data.authorities.map((authority) => authority.kind))].map(kind),
      areas: entry.data.priorityAreas.map(area).sort(byOrder),
    }))
    .sort(byTitle);
  const place = keyed(places);
  const examples: Example[] = published('case-studies', urls.example)
    .map((entry) => ({
      ...entry,
      place: place(entry.data.place),
      areas: entry.data.priorityAreas.map(area),
      themes: entry.data.themes.map(theme).sort(byOrder),
      groups: entry.data.groups.map(group),
      outcomes: entry.data.outcomes.map(outcome),
    }))
    .sort(byNewestAccount);
  const example = keyed(examples);
  const factorEntries = published('factors', urls.factor);
  const meanings = meaningsByFactor(examples);
  const factorAreas = areasByFactor(factorEntries, examples);
  const factors: Factor[] = factorEntries
    .map((entry) => ({
      ...entry,
      themes: entry.data.themes.map(theme).sort(byOrder),
      areas: [...(factorAreas.get(entry.id) ?? [])].map(area).sort(byOrder),
      meanings: (meanings.get(entry.id) ?? []).map((meaning) => ({
        example: example(meaning.example),
        meant: meaning.meant,
      })),
    }))
    .sort(byTitle);
  const factor = keyed(factors);
  const takenUp: TakenUp[] = published('taken-up', urls.takenUp)
    .map((entry) => {
      const { part, id } = shownPart(entry.data.from);
      const { data, url } = part === 'examples' ? example(id) : factor(id);
      return {
        ...entry,
        place: entry.data.place === undefined ? undefined : place(entry.data.place),
        from: { part, title: data.title, url },
      };
    })
    .sort(byNewestAccount);
  const measures: AreaMeasures[] = publishedLists('measures')
    .map(({ id, data }) => ({ area: area(id), data, url: urls.measuresOf(id) }))
    .sort((a, b) => byOrder(a.area, b.area));
  const sources = content.entries.sources.filter(({ data }) => !data.draft);
  const terms: GlossaryTerm[] = published('glossary', urls.term).sort(byTitle);
  const pages = (await getCollection('pages')).sort(byTitle);
  const page = keyed(pages);
  const pageAt = (to: string): Omit<Step, 'why'> => {
    const { part, id } = stepTarget(to);
    if (part === undefined) return { title: page(id).data.title, url: urls.page(id), kind: pageKinds.page };
    const { data, url } = { examples: example, factors: factor, themes: theme, 'priority-areas': area, places: place }[
      part
    ](id);
    return { title: data.title, url, kind: pageKinds[part] };
  };
  const problems: Problem[] = published('problems', urls.problem)
    .map((entry) => ({
      ...entry,
      steps: entry.data.steps.map(({ to, why }) => ({ ...pageAt(to), why })),
    }))
    .sort(byOrder);
  const changeMaps: LocalMap[] = publishedLists('change-maps')
    .map(({ id, digest, data }) => ({ id, digest, data, url: urls.changeMap(id), place: place(id) }))
    .sort((a, b) => byTitle(a.place, b.place));
  const onMap: OnMap[] = changeMaps.flatMap((map) => mapItems(map.data).map(({ box, item }) => ({ map, box, item })));
  const mapItem = keyed(onMap.map((one) => ({ id: `${one.map.id}#${one.item.id}`, one })));
  const recurring: Recurring[] = published('recurring', urls.recurs)
    .map((entry) => ({
      ...entry,
      items: entry.data.items.map(({ map, item }) => mapItem(`${map}#${item}`).one),
    }))
    .sort(byOrder);
  const related = relatedExamples(examples);
  let evidence: Evidence<Example> | undefined;
  const textTerms = terms.map(({ id, data: { title, abbreviation, plural, alsoCalled } }) => ({
    id,
    title,
    abbreviation,
    plural,
    alsoCalled,
  }));
  const index = termIndex(textTerms);
  const parts: Record<string, string> = {
    examples: urls.examples(),
    factors: urls.factors(),
    themes: urls.themes,
    'priority-areas': urls.priorityAreas,
    places: urls.places(),
    paths: urls.problems,
    glossary: urls.glossary,
    'a-to-z': urls.aToZ,
    search: urls.search,
    compare: urls.compare(),
    evidence: urls.evidence(),
    where: urls.where,
    when: urls.when(),
    'taken-up': urls.takenUpList(),
    measures: urls.measures,
    coverage: urls.coverage(),
    'change-maps': urls.changeMaps(),
    recurring: urls.recurring(),
    home: urls.home,
  };
  return {
    common: digestOf(
      [site, groups, outcomes, kinds, regions, ...areas, ...themes, ...sources, ...terms]
        .map(({ id, digest }) => `${id} ${digest}`)
        .join('\n'),
    ),
    site: site.data,
    origin: siteUrl(new URL(site.data.address).origin),
    groups: groups.data,
    kinds: kinds.data,
    regions: regions.data,
    areas,
    themes,
    places,
    factors,
    examples,
    problems,
    terms,
    // Counted when a page asks for it: while one writes, few do.
    get evidence() {
      return (evidence ??= evidenceOf(examples));
    },
    takenUp,
    takenUpFrom: groupBy(takenUp, ({ data }) => [data.from]),
    takenUpBy: groupBy(takenUp, ({ data }) => (data.place === undefined ? [] : [data.place])),
    pages,
    measures,
    changeMaps,
    recurring,
    onMaps: groupBy(onMap, ({ item }) => item.links.map(({ to }) => to)),
    moved: content.moved?.data ?? [],
    featured: example(site.data.featured),
    examplesByArea: groupBy(examples, ({ data }) => data.priorityAreas),
    examplesByTheme: groupBy(examples, ({ data }) => data.themes),
    examplesByPlace: groupBy(examples, ({ data }) => [data.place]),
    factorsByArea: groupBy(factors, (factor) => factor.areas.map(({ id }) => id)),
    factorsByTheme: groupBy(factors, ({ data }) => data.themes),
    source: keyed(sources),
    area,
    place,
    factor,
    example,
    relatedTo: ({ id }) => related(id).map(({ example: other, reasons }) => ({ example: example(other), reasons })),
    pageText: (about) => pageText(index, about),
    otherWords: otherWordsFinder(textTerms),
    link: (to) => parts[to] ?? urls.page(to),
  };
}

const libraries = new WeakMap<SiteContent, Promise<Library>>();

/** The library, made once for all pages; afresh, while a site is being written, when the content has changed. */
export async function getLibrary(): Promise<Library> {
  const content = await siteContent();
  const made = libraries.get(content) ?? load(content);
  libraries.set(content, made);
  return made;
}
