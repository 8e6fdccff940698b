/** The one door to content: everything published, resolved and in order. Pages take all that they show from here. */
import type { CollectionEntry } from 'astro:content';
import { siteUrl } from '../config/settings.ts';
import { inSite, urls } from '../config/urls.ts';
import { pageText, termIndex } from '../markdown/page-text.ts';
import type { Body } from '../markdown/sections.ts';
import { idsOf } from '../schemas/fields.ts';
import { collectionNames, listNames, type CollectionName, type ListName } from '../schemas/index.ts';
import { mapItems } from '../schemas/items.ts';
import { partOf, writtenAddress, type PageReference } from '../schemas/page-reference.ts';
import type { Site, siteParts } from '../schemas/site.ts';
import { addressesOf, addressOf, partsOf } from '../validation/addresses.ts';
import { draftsOf, publishedOf } from './collections.ts';
import { areasByFactor, groupBy, meaningsByFactor, relatedExamples } from './derive.ts';
import type {
  Area,
  AreaMeasures,
  Example,
  Factor,
  Find,
  GlossaryTerm,
  LocalMap,
  OnMap,
  Place,
  Problem,
  Published,
  Recurring,
  Step,
  TakenUp,
  Theme,
} from './entries.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { mapUsing, measuresUsing, usesOfTerms, type Using } from './uses.ts';
import { pageKinds } from './words.ts';

const byOrder = (a: { data: { order: number; title: string } }, b: typeof a): number =>
  a.data.order - b.data.order || byText(a.data.title, b.data.title);
const byTitle = (a: { data: { title: string } }, b: typeof a): number => byText(a.data.title, b.data.title);
const byNewestAccount = (a: { data: { asOf: string; title: string } }, b: typeof a): number =>
  byText(b.data.asOf, a.data.asOf) || byText(a.data.title, b.data.title);
const collator = new Intl.Collator('en-GB');
const byText = (a: string, b: string): number => collator.compare(a, b);

const keyed = <T extends { id: string }>(items: readonly T[]): Find<T> => {
  const map = new Map(items.map((item) => [item.id, item]));
  return (of) => {
    const id = typeof of === 'string' ? of : of.id;
    const item = map.get(id);
    // The loader has judged every reference, so this is a fault of the engine.
    if (!item) throw new Error(`nothing is called ${id}`);
    return item;
  };
};

const dataOf = <Data>(entries: readonly { data: Data }[]): Data[] => entries.map(({ data }) => data);

async function load() {
  const published = async <Name extends CollectionName>(name: Name, urlOf: (id: string) => string) =>
    (await publishedOf(name)).map(({ id, data, rendered }): Published<Name> => ({
      id,
      data,
      url: urlOf(id),
      body: (rendered?.metadata?.['body'] ?? { lead: [], sections: [] }) as Body,
    }));
  const bySlug = <T extends { slug: string }>(items: readonly T[]) =>
    keyed(items.map((item) => ({ id: item.slug, ...item })));
  const [{ data: site }] = (await publishedOf('site')) as [CollectionEntry<'site'>];
  const [groups, outcomes, kinds, regions, moved] = [
    dataOf(await publishedOf('groups')),
    dataOf(await publishedOf('outcomes')),
    dataOf(await publishedOf('authority-kinds')),
    dataOf(await publishedOf('regions')),
    dataOf(await publishedOf('moved')),
  ];
  const group = bySlug(groups);
  const outcome = bySlug(outcomes);
  const kind = bySlug(kinds);
  const region = bySlug(regions);

  const signs = new Map((await publishedOf('signs')).map(({ id, data }) => [id, data]));
  const [icon] = dataOf(await publishedOf('icon'));
  const areas: Area[] = (await published('priority-areas', urls.priorityArea))
    .map((entry) => ({ ...entry, sign: signs.get(entry.data.sign) ?? entry.data.sign }))
    .sort(byOrder);
  const themes: Theme[] = (await published('themes', urls.theme)).sort(byOrder);
  const area = keyed(areas);
  const theme = keyed(themes);
  const places: Place[] = (await published('places', urls.place))
    .map((entry) => ({
      ...entry,
      region: region(entry.data.region),
      kinds: [...new Set(entry.data.authorities.map((authority) => authority.kind.id))].map(kind),
      areas: entry.data.priorityAreas.map(area).sort(byOrder),
    }))
    .sort(byTitle);
  const place = keyed(places);
  const examples: Example[] = (await published('case-studies', urls.example))
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
  const factorEntries = await published('factors', urls.factor);
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
  const pages = (await publishedOf('pages')).sort(byTitle);
  const page = keyed(pages);
  const found = site.findings && page(site.findings);
  /** What was found on the whole, where a page tells it. */
  const findings = found && { url: urls.page(found.id), title: found.data.title };
  /** The addresses of what is off the site, which no page leads to. */
  const off = new Set(moved.flatMap(({ from, withdrawn }) => (withdrawn === undefined ? [] : [inSite(`/${from}/`)])));
  for (const name of collectionNames) for (const id of await draftsOf(name)) off.add(inSite(addressOf(name, id) ?? ''));
  const parts: Record<string, string> = {
    examples: urls.examples(),
    themes: urls.themes,
    'priority-areas': urls.priorityAreas,
    places: urls.places(),
    problems: urls.problems,
    glossary: urls.glossary,
    'a-to-z': urls.aToZ,
    compare: urls.compare(),
    evidence: urls.evidence(),
    where: urls.where,
    'taken-up': urls.takenUpList(),
    measures: urls.measures,
    coverage: urls.coverage(),
    offer: urls.offer(),
  };
  const find = { examples: example, factors: factor, themes: theme, 'priority-areas': area, places: place };
  /** The page that a reference leads to. */
  const pageAt = (to: PageReference): Omit<Step, 'why'> => {
    const part = partOf(to);
    if (part === undefined) return { title: page(to).data.title, url: urls.page(to.id), kind: pageKinds.page };
    if (off.has(inSite(`/${writtenAddress(to)}/`)))
      // Factors have no list of their own: they stand under their themes.
      return { title: 'A page that is no longer on the site', url: parts[part] ?? urls.themes, kind: pageKinds[part] };
    const { data, url } = find[part](to);
    return { title: data.title, url, kind: pageKinds[part], ...(part === 'examples' && { example: example(to) }) };
  };
  const takenUp: TakenUp[] = (await published('taken-up', urls.takenUp))
    .map((entry) => {
      const { title, url } = pageAt(entry.data.from);
      return {
        ...entry,
        place: entry.data.place === undefined ? undefined : place(entry.data.place),
        from: { part: partOf(entry.data.from) ?? 'examples', title, url },
      };
    })
    .sort(byNewestAccount);
  const measures: AreaMeasures[] = (await publishedOf('measures'))
    .map(({ id, data }) => ({ area: area(id), data, url: urls.measuresOf(id) }))
    .sort((a, b) => byOrder(a.area, b.area));
  const sources = await publishedOf('sources');
  const terms: GlossaryTerm[] = (await published('glossary', urls.term)).sort(byTitle);
  const problems: Problem[] = (await published('problems', urls.problem))
    .map((entry) => ({
      ...entry,
      steps: entry.data.steps.map(({ to, why }) => ({ ...pageAt(to), why })),
    }))
    .sort(byOrder);
  const changeMaps: LocalMap[] = (await publishedOf('change-maps'))
    .map(({ id, data }) => ({ id, data, url: urls.planOf(id), place: place(id) }))
    .sort((a, b) => byTitle(a.place, b.place));
  const onMap: OnMap[] = changeMaps.flatMap((map) => mapItems(map.data).map(({ box, item }) => ({ map, box, item })));
  const mapItem = keyed(onMap.map((one) => ({ id: `${one.map.id}#${one.item.id}`, one })));
  const recurring: Recurring[] = (await published('recurring', urls.recurs))
    .map((entry) => ({
      ...entry,
      items: entry.data.items.map(({ map, item }) => mapItem(`${map.id}#${item}`).one),
    }))
    .sort(byOrder);
  const ids = new Map<CollectionName | ListName, string[]>();
  for (const name of [...collectionNames, ...listNames])
    ids.set(
      name,
      (await publishedOf(name)).map(({ id }) => id),
    );
  const idsIn = (name: CollectionName | ListName): string[] => ids.get(name) ?? [];
  const there = new Set(partsOf(idsIn));
  const addresses = [...new Set([...addressesOf(idsIn), ...moved.map(({ from }) => `/${from}/`)])].sort();
  const related = relatedExamples(examples);
  let evidence: Evidence<Example> | undefined;
  let uses: Map<string, Using[]> | undefined;
  const textTerms = terms.map(({ id, data: { title, abbreviation, plural } }) => ({
    id,
    title,
    abbreviation,
    plural,
  }));
  const index = termIndex(textTerms, off);
  const menu = (links: readonly { label: string; to: string }[]): { label: string; url: string }[] =>
    links
      .filter(({ to }) => there.has(to) || !Object.hasOwn(parts, to))
      .map(({ label, to }) => ({ label, url: parts[to] ?? urls.page(to) }));
  return {
    site,
    /** The programme's own, where it has one. */
    icon,
    findings,
    origin: siteUrl(new URL(site.address).origin),
    groups,
    kinds,
    regions,
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
    /** The pages that use a term. */
    usesOf: (term: string): Using[] => {
      const entries = [...areas, ...problems, ...themes, ...factors, ...examples, ...places];
      uses ??= usesOfTerms(index, [...entries, ...measures.map(measuresUsing), ...changeMaps.map(mapUsing)]);
      return uses.get(term) ?? [];
    },
    /** Who took something up, the newest account first. */
    takenUp,
    /** The same by what was taken up, such as examples/SLUG, and by the place that did. */
    takenUpFrom: groupBy(takenUp, ({ data }) => [writtenAddress(data.from)]),
    takenUpBy: groupBy(takenUp, ({ data }) => (data.place === undefined ? [] : [data.place.id])),
    pages,
    /** In the order of the areas. */
    measures,
    changeMaps,
    recurring,
    /** The items of maps that an example or a factor shows, by examples/SLUG or factors/SLUG. */
    onMaps: groupBy(onMap, ({ item }) => item.links.map(({ to }) => writtenAddress(to))),
    /** What became of addresses that the site once had. */
    moved,
    off,
    /** Whether a part of the site is there: one that would list nothing is not. */
    has: (part: (typeof siteParts)[number]): boolean => there.has(part),
    /** Every address at which the site answers, sorted: its pages, and those that have moved or been withdrawn. */
    addresses,
    featured: examples.find(({ id }) => id === site.featured.id) ?? example(examples[0]?.id ?? ''),
    examplesByArea: groupBy(examples, ({ data }) => idsOf(data.priorityAreas)),
    examplesByTheme: groupBy(examples, ({ data }) => idsOf(data.themes)),
    examplesByPlace: groupBy(examples, ({ data }) => [data.place.id]),
    /** The places that have an example, by region. */
    shownByRegion: groupBy(new Set(examples.map(({ place: from }) => from)), ({ region: of }) => [of.slug]),
    factorsByArea: groupBy(factors, (factor) => factor.areas.map(({ id }) => id)),
    factorsByTheme: groupBy(factors, ({ data }) => idsOf(data.themes)),
    source: keyed(sources),
    area,
    place,
    factor,
    example,
    /** The related examples of one, the best first, each with why. */
    relatedTo: ({ id }: Pick<Example, 'id'>) =>
      related(id).map(({ example: other, reasons }) => ({ example: example(other), reasons })),
    /** The texts of a new page; `about` is a glossary term that the page itself explains. */
    pageText: (about?: string) => pageText(index, about),
    /** The links of a menu, without those to parts that are not there. */
    menu,
    /** The same, each with what it holds. */
    groupsOf: (links: Site['navigation']) =>
      links.flatMap((link) => menu([link]).map((one) => ({ ...one, holds: menu(link.holds) }))),
  };
}

/** Everything published, resolved and in order. */
export type Library = Awaited<ReturnType<typeof load>>;

let library: Promise<Library> | undefined;

/** The library, made once for all pages. In development Vite loads this file again when the content has changed. */
export const getLibrary = (): Promise<Library> => (library ??= load());
