/** References between entries, which the schemas mark: whatever they name has to be there. */
import { vocabularyNames } from '../schemas/index.ts';
import type { Reference } from '../schemas/fields.ts';
import { pageParts, writtenAddress } from '../schemas/page-reference.ts';
import { siteParts } from '../schemas/site.ts';
import { abbreviationFaults } from './abbreviations.ts';
import { partsOf } from './addresses.ts';
import type { Content, Entry, Path, Unread } from './content.ts';
import { nearestFirst, shown, type Diagnostic } from './diagnostics.ts';
import { checkSigns } from './drawings.ts';
import { checkEntries } from './entry-checks.ts';
import { mapItems, measureItems, type Placed } from '../schemas/items.ts';
import { checkLinks, checkMoved, checkPageAddresses } from './links.ts';
import { howToAdd, notIn, slugNamed, type Names } from './names.ts';
import { reportTo, type IsJudged, type Present, type Report } from './report.ts';
import { fieldName } from './schema-diagnostics.ts';
import { isReference, offNote, offSite } from './off-site.ts';

/**
 * Every fault between files that is in, or because of, one that is judged, and what there is to tidy, which stops
 * nothing. What could be read of faulty files is judged like the rest.
 */
export function faultsBetween(
  content: Content,
  present: Present,
  today: string,
  isJudged: IsJudged,
  unread: Unread,
  names: Names,
): { faults: Diagnostic[]; notes: Diagnostic[] } {
  const faults: Diagnostic[] = [];
  const notes: Diagnostic[] = [];
  const report = reportTo(faults, isJudged);
  const note = reportTo(notes, isJudged);
  const isOff = offSite(content);
  const known = knownSlugs(content, present);
  const all = withHalves(content, unread);
  const drafts = draftsOf(all);
  for (const { entry, path, to } of referencesOf(all)) {
    const { collection, id } = to;
    const own = entry.data as { draft?: boolean };
    const draft = own.draft ? undefined : drafts.get(collection)?.get(id);
    const isAddress = ['to', 'from'].includes(String(path.at(-1)));
    const value = isAddress ? writtenAddress(to) : id;
    const choices = known.get(collection);
    const isGone = choices !== undefined && !choices.has(id);
    if (isOff(to) && (isGone || draft !== undefined))
      note(entry, path, { ...offNote(`${fieldName(path)} ${shown(value)}`, draft !== undefined), about: draft });
    else if (isGone && isJudged(entry.file)) {
      const anyPage = isAddress && path[0] === 'steps';
      const slug = slugNamed(id, anyPage ? new Map() : withSlugs(choices, names(collection)));
      const nearest = anyPage
        ? nearestFirst(value, pageAddresses(known))
        : [...(slug === undefined ? [] : [slug]), ...nearestFirst(value, choices).filter((one) => one !== slug)];
      // What a draft names may still be on its way.
      const tell = own.draft ? note : report;
      const add = howToAdd(id, collection);
      tell(entry, path, {
        ...(own.draft ? { inDraft: true } : {}),
        rule: 'reference',
        message: `${fieldName(path)} ${shown(anyPage ? value : id)} ${anyPage ? 'is not a page of the site' : notIn(collection)}`,
        allowed: anyPage || slug !== undefined ? nearest.slice(0, 5) : nearest,
        fix:
          slug === undefined
            ? anyPage
              ? 'Use one of these.'
              : `Use one of these; or, if it is new, ${add}.`
            : `Write ${isAddress ? writtenAddress({ collection, id: slug }) : slug}; or, if you mean another, ${add}.`,
      });
    }
    // What has lost its place, its source or its area says too little.
    else if (draft !== undefined)
      report(entry, path, {
        rule: 'draft',
        message: `${fieldName(path)} ${shown(value)} is a draft`,
        fix: 'Publish it, or take the reference out.',
        about: draft,
      });
  }
  checkNavigation(content, present, drafts, report, note);
  checkSigns(content, present, report);
  checkEntries(content, unread.texts, today, isJudged, report, note);
  checkPageAddresses(content, report);
  checkItems(content, report);
  checkMoved(content, present, today, report, note);
  const links = checkLinks(content, all, present, isJudged);
  return {
    faults: [...faults, ...links.faults, ...abbreviationFaults(content, all, isJudged)],
    notes: [...notes, ...links.notes],
  };
}

/** The content with what could be read of faulty files among its entries: only what bears half an entry may have it. */
function withHalves(content: Content, { halves }: Unread): Content {
  const added = <All extends object>(all: All): All =>
    Object.fromEntries(
      Object.entries(all).map(([name, entries]) => [
        name,
        [...(entries as unknown[]), ...halves.filter((half) => half.name === name).map(({ entry }) => entry)],
      ]),
    ) as All;
  return { ...content, entries: added(content.entries), lists: added(content.lists) };
}

/** What may be named, each with its title where that is known. */
const withSlugs = (slugs: ReadonlySet<string>, titles: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...slugs].map((slug) => [slug, titles.get(slug) ?? slug]));

/** The slugs that a reference may name, by collection. A vocabulary with a fault of its own has none. */
function knownSlugs(content: Content, present: Present): Map<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>(present);
  for (const name of vocabularyNames) {
    const list = content.vocabularies[name]?.data;
    if (list) known.set(name, new Set(list.map(({ slug }) => slug)));
  }
  return known;
}

/** The pages that an address may name, as authors write them. */
const pageAddresses = (known: Present): string[] =>
  [...Object.values(pageParts), 'pages' as const].flatMap((collection) =>
    [...(known.get(collection) ?? [])].map((id) => writtenAddress({ collection, id })),
  );

/** The files of drafts, by collection and slug. */
const draftsOf = ({ entries, lists }: Content): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(
    Object.entries({ ...entries, ...lists }).map(([name, all]) => [
      name,
      new Map(all.filter(({ data }) => data.draft).map(({ id, file }) => [id, file])),
    ]),
  );

interface FoundReference {
  entry: Entry<unknown>;
  path: Path;
  to: Reference;
}

/** Every reference that any entry makes. */
export function* referencesOf({ entries, lists, site }: Content): Generator<FoundReference> {
  for (const entry of [...Object.values(entries).flat(), ...Object.values(lists).flat(), ...(site ? [site] : [])])
    yield* referencesIn(entry, entry.data, []);
  // A map has the name of its place, and a list of measures that of its area.
  for (const [name, collection] of [
    ['change-maps', 'places'],
    ['measures', 'priority-areas'],
  ] as const)
    for (const entry of lists[name]) yield { entry, path: [], to: { collection, id: entry.id } };
}

function* referencesIn(entry: Entry<unknown>, value: unknown, path: Path): Generator<FoundReference> {
  if (typeof value !== 'object' || value === null) return;
  if (isReference(value)) yield { entry, path, to: value };
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* referencesIn(entry, item, [...path, index]);
  else for (const [key, item] of Object.entries(value)) yield* referencesIn(entry, item, [...path, key]);
}

const isPart = (to: string): boolean => siteParts.some((part) => part === to);

/** What navigation names is a part of the site or a page. A part that has nothing to show yet is no fault. */
function checkNavigation(
  { site }: Content,
  present: Present,
  drafts: ReadonlyMap<string, ReadonlyMap<string, string>>,
  report: Report,
  note: Report,
): void {
  if (!site) return;
  const parts = partsOf((name) => [...(present.get(name) ?? [])].filter((id) => !drafts.get(name)?.has(id)));
  const choices = new Set([...siteParts, ...(present.get('pages') ?? [])]);
  const { navigation, footer } = site.data;
  const links: { path: Path; to: string }[] = [
    ...navigation.flatMap(({ to, holds }, index) => [
      { path: ['navigation', index, 'to'], to },
      ...holds.map((one, place) => ({ path: ['navigation', index, 'holds', place, 'to'], to: one.to })),
    ]),
    ...footer.map(({ to }, index) => ({ path: ['footer', index, 'to'], to })),
  ];
  for (const { path, to } of links) {
    if (!choices.has(to))
      report(site, path, {
        rule: 'reference',
        message: `${fieldName(path)} ${shown(to)} is neither a part of the site nor a page`,
        allowed: nearestFirst(to, choices),
        fix: `Use one of these; or, if it is a new page, ${howToAdd(to, 'pages')}.`,
      });
    else if (isPart(to) && !parts.includes(to))
      note(site, path, {
        rule: 'empty-part',
        message: `${fieldName(path)} ${shown(to)} is a part of the site that has no entry yet`,
        fix: 'Nothing is broken: menus leave it out until it has one.',
      });
    else if (drafts.get('pages')?.has(to))
      report(site, path, {
        rule: 'draft',
        message: `${fieldName(path)} ${shown(to)} is a draft`,
        fix: 'Publish it, or take the reference out.',
        about: drafts.get('pages')?.get(to),
      });
  }
}

/** Each item of a list has a name of its own, and what names an item names one that is there. */
function checkItems({ entries, lists }: Content, report: Report): void {
  const idsOf = new Map<string, Set<string>>();
  const once = (entry: Entry<unknown>, items: readonly Placed<{ id: string }>[]): Set<string> => {
    const seen = new Set<string>();
    for (const { item, path } of items) {
      if (seen.has(item.id))
        report(entry, [...path, 'id'], {
          rule: 'item',
          message: `the id ${shown(item.id)} stands in the file twice`,
          fix: 'Give one of the two another. One that has been published stays as it is.',
        });
      seen.add(item.id);
    }
    return seen;
  };
  const missing = (entry: Entry<unknown>, path: Path, id: string, ids: ReadonlySet<string>, map: string): void =>
    report(entry, path, {
      rule: 'item',
      message: `${fieldName(path)} ${shown(id)} names no item of change-maps/${map}.yaml`,
      allowed: nearestFirst(id, ids).slice(0, 5),
      fix: 'Use one of these, or add it to the map.',
    });
  for (const entry of lists.measures) once(entry, measureItems(entry.data));
  for (const entry of lists['change-maps']) {
    const items = mapItems(entry.data);
    const ids = once(entry, items);
    idsOf.set(entry.id, ids);
    for (const { item, path } of items)
      for (const [index, { to }] of item.leads.entries())
        if (!ids.has(to) || to === item.id) missing(entry, [...path, 'leads', index, 'to'], to, ids, entry.id);
    for (const { item, path } of items)
      for (const [index, { with: other }] of item.sameSubject.entries())
        if (!ids.has(other) || other === item.id)
          missing(entry, [...path, 'sameSubject', index, 'with'], other, ids, entry.id);
  }
  for (const entry of entries.recurring)
    for (const [index, { map, item }] of entry.data.items.entries()) {
      const ids = idsOf.get(map.id);
      if (ids && !ids.has(item)) missing(entry, ['items', index, 'item'], item, ids, map.id);
    }
}
