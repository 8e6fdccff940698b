/** What no single file can tell: references between entries, names used twice, days, sections, links. */
import {
  collectionNames,
  listNames,
  vocabularyNames,
  type CollectionName,
  type ListName,
  type VocabularyName,
} from '../schemas/index.ts';
import { showingFolders, shownPart } from '../schemas/shown-by.ts';
import { stepFolders, stepTarget } from '../schemas/problem.ts';
import { siteParts } from '../schemas/site.ts';
import { addressesOf, addressOf } from '../config/addresses.ts';
import { abbreviationFaults } from './abbreviations.ts';
import { headingIdsIn } from './body-checks.ts';
import { nearestFirst, shown, type Diagnostic, type Position } from './diagnostics.ts';
import { mapItems, measureItems, type Placed } from '../library/items.ts';
import { fieldName, type BodyEntry, type Content, type Entry } from '../loaders/read-content.ts';
import { shownPath } from '../config/settings.ts';

type Path = readonly PropertyKey[];
type Present = ReadonlyMap<string, ReadonlySet<string>>;
type IsJudged = (file: string) => boolean;
interface Found {
  rule: string;
  message: string;
  fix: string;
  allowed?: readonly string[];
  /** Another file that may be at fault: where that one is judged, the fault is told too. */
  about?: string | undefined;
}
type Report = (entry: Entry<unknown>, path: Path, found: Found) => void;

/**
 * Every fault between files that is in, or because of, one that is judged. `present` holds the slugs of all files, faulty
 * ones too, and `unread` the texts of faulty examples, which may name a factor.
 */
export function referenceFaults(
  content: Content,
  present: Present,
  today: string,
  isJudged: IsJudged,
  unread: readonly string[],
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const report: Report = (entry, path, { about, ...found }) => {
    if (isJudged(entry.file) || (about !== undefined && isJudged(about)))
      faults.push({ path: shownPath(entry.file), ...entry.locate(path), ...found });
  };
  const known = knownSlugs(content, present);
  for (const { entry, path, to, value } of references(content)) {
    const choices = known.get(to);
    if (choices && !choices.has(value) && isJudged(entry.file))
      report(entry, path, {
        rule: 'reference',
        message: `${fieldName(path)} ${shown(value)} names nothing in ${to}`,
        allowed: to === 'the site' ? nearestFirst(value, choices).slice(0, 5) : nearestFirst(value, choices),
        fix: 'Use one of these, or add it first.',
      });
  }
  checkDrafts(content, report);
  checkTitles(content, isJudged, report);
  checkFactorsAreNamed(content, unread, isJudged, report);
  checkThemes(content, report);
  checkDays(content, today, report);
  checkConsent(content, today, report);
  checkRelated(content, isJudged, report);
  checkPageAddresses(content, report);
  checkItems(content, report);
  checkMoved(content, present, today, report);
  const addresses = new Set(addressesOf((name) => known.get(name) ?? []));
  const renamed = new Map(
    content.moved?.data.flatMap(({ from, to }) => (to === undefined ? [] : [[`/${from}/`, `/${to}/`]])),
  );
  const fragments = fragmentFinder(content);
  for (const name of collectionNames)
    for (const entry of content.entries[name])
      if (isJudged(entry.file))
        faults.push(...linkFaults(entry, addressOf(name, entry.id) ?? '', addresses, renamed, fragments));
  faults.push(...abbreviationFaults(content, isJudged));
  return faults;
}

/** The slugs that a reference may name, by collection or vocabulary. A vocabulary with a fault of its own has none. */
function knownSlugs(content: Content, present: Present): Map<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>(present);
  for (const name of vocabularyNames) {
    const list = content.vocabularies[name]?.data;
    if (list) known.set(name, new Set(list.map(({ slug }) => slug)));
  }
  known.set('navigation', new Set([...siteParts, ...(present.get('pages') ?? [])]));
  known.set('the site', stepTargets(present));
  return known;
}

/** What a step of a path may lead to, as authors write it. */
function stepTargets(present: Present): Set<string> {
  const targets = new Set(present.get('pages'));
  for (const [part, folder] of Object.entries(stepFolders))
    for (const id of present.get(folder) ?? []) targets.add(`${part}/${id}`);
  return targets;
}

interface Reference {
  entry: Entry<unknown>;
  path: Path;
  to: CollectionName | ListName | VocabularyName | 'navigation' | 'the site';
  value: string;
}

/** Every reference that any entry makes. */
function* references({ entries, lists, site }: Content): Generator<Reference> {
  const many = function* (entry: Entry<unknown>, key: string, to: Reference['to'], values: readonly string[]) {
    for (const [index, value] of values.entries()) yield { entry, path: [key, index], to, value };
  };
  const cited = function* (entry: Entry<unknown>, key: string, items: readonly { source: string }[]) {
    for (const [index, { source }] of items.entries())
      yield { entry, path: [key, index, 'source'], to: 'sources' as const, value: source };
  };
  for (const entry of entries['case-studies']) {
    const { data } = entry;
    yield { entry, path: ['place'], to: 'places', value: data.place };
    yield* many(entry, 'priorityAreas', 'priority-areas', data.priorityAreas);
    yield* many(entry, 'themes', 'themes', data.themes);
    yield* many(entry, 'groups', 'groups', data.groups);
    yield* many(entry, 'outcomes', 'outcomes', data.outcomes);
    for (const [index, { factor }] of data.keyFactors.entries())
      yield { entry, path: ['keyFactors', index, 'factor'], to: 'factors', value: factor };
    for (const [index, { example }] of data.related.entries())
      yield { entry, path: ['related', index, 'example'], to: 'case-studies', value: example };
    yield* cited(entry, 'changes', data.changes);
    yield* cited(entry, 'sources', data.sources);
  }
  for (const entry of entries.factors) {
    yield* many(entry, 'themes', 'themes', entry.data.themes);
    yield* many(entry, 'priorityAreas', 'priority-areas', entry.data.priorityAreas);
  }
  for (const entry of entries.places) {
    yield { entry, path: ['region'], to: 'regions', value: entry.data.region };
    for (const [index, { kind }] of entry.data.authorities.entries())
      yield { entry, path: ['authorities', index, 'kind'], to: 'authority-kinds', value: kind };
    yield* many(entry, 'priorityAreas', 'priority-areas', entry.data.priorityAreas);
    yield* cited(entry, 'sources', entry.data.sources);
  }
  for (const entry of entries.problems)
    for (const [index, { to }] of entry.data.steps.entries())
      yield { entry, path: ['steps', index, 'to'], to: 'the site', value: to };
  for (const entry of entries['taken-up']) {
    const { place, from, sources } = entry.data;
    if (place !== undefined) yield { entry, path: ['place'], to: 'places', value: place };
    yield shownReference(entry, ['from'], from);
    yield* cited(entry, 'sources', sources);
  }
  for (const entry of entries.recurring)
    for (const [index, { map }] of entry.data.items.entries())
      yield { entry, path: ['items', index, 'map'], to: 'change-maps', value: map };
  for (const entry of lists['change-maps']) {
    yield { entry, path: [], to: 'places', value: entry.id };
    yield* cited(entry, 'sources', entry.data.sources);
    for (const { item, path } of mapItems(entry.data)) {
      for (const [index, value] of item.priorityAreas.entries())
        yield { entry, path: [...path, 'priorityAreas', index], to: 'priority-areas', value };
      for (const [index, value] of item.themes.entries())
        yield { entry, path: [...path, 'themes', index], to: 'themes', value };
      for (const [index, { to }] of item.links.entries())
        yield shownReference(entry, [...path, 'links', index, 'to'], to);
    }
  }
  for (const entry of lists.measures) {
    yield { entry, path: [], to: 'priority-areas', value: entry.id };
    yield* cited(entry, 'sources', entry.data.sources);
    for (const { item, path } of measureItems(entry.data))
      for (const [index, { to }] of item.usedIn.entries())
        yield shownReference(entry, [...path, 'usedIn', index, 'to'], to);
  }
  for (const name of ['themes', 'priority-areas'] as const)
    for (const entry of entries[name]) yield* cited(entry, 'sources', entry.data.sources);
  for (const entry of entries.glossary)
    if (entry.data.notExplainedIn !== undefined)
      yield { entry, path: ['notExplainedIn'], to: 'sources', value: entry.data.notExplainedIn };
  if (site) {
    yield { entry: site, path: ['featured'], to: 'case-studies', value: site.data.featured };
    for (const key of ['navigation', 'footer'] as const)
      for (const [index, { to }] of site.data[key].entries())
        yield { entry: site, path: [key, index, 'to'], to: 'navigation', value: to };
  }
}

/** A reference to an example or a factor, as authors write it. */
function shownReference(entry: Entry<unknown>, path: Path, value: string): Reference {
  const { part, id } = shownPart(value);
  return { entry, path, to: showingFolders[part], value: id };
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
      fix: 'Use one of these, or add it first.',
    });
  for (const entry of lists.measures) once(entry, measureItems(entry.data));
  for (const entry of lists['change-maps']) {
    const items = mapItems(entry.data);
    const ids = once(entry, items);
    idsOf.set(entry.id, ids);
    for (const { item, path } of items)
      for (const [index, { to }] of item.leads.entries())
        if (!ids.has(to) || to === item.id) missing(entry, [...path, 'leads', index, 'to'], to, ids, entry.id);
  }
  for (const entry of entries.recurring)
    for (const [index, { map, item }] of entry.data.items.entries()) {
      const ids = idsOf.get(map);
      if (ids && !ids.has(item)) missing(entry, ['items', index, 'item'], item, ids, map);
    }
}

/** A published entry cannot lean on a draft: readers would meet a link to nothing. */
function checkDrafts(content: Content, report: Report): void {
  const draftsOf = (entries: readonly { id: string; file: string; data: { draft: boolean } }[]) =>
    new Map(entries.filter(({ data }) => data.draft).map(({ id, file }) => [id, file]));
  const drafts = new Map<string, ReadonlyMap<string, string>>([
    ...collectionNames.map((name) => [name, draftsOf(content.entries[name])] as const),
    ...listNames.map((name) => [name, draftsOf(content.lists[name])] as const),
  ]);
  // Most of the time there is none, and there may be many references.
  if ([...drafts.values()].every(({ size }) => size === 0)) return;
  for (const { entry, path, to, value } of references(content)) {
    const own = entry.data as { draft?: boolean };
    const { folder, id } = namedEntry(to, value);
    const draft = drafts.get(folder)?.get(id);
    if (!own.draft && draft !== undefined)
      report(entry, path, {
        rule: 'draft',
        message: `${fieldName(path)} ${shown(value)} is a draft`,
        fix: 'Publish it, or take the reference out.',
        about: draft,
      });
  }
}

/** The folder and slug that a reference names. */
function namedEntry(to: Reference['to'], value: string): { folder: string; id: string } {
  if (to !== 'the site') return { folder: to === 'navigation' ? 'pages' : to, id: value };
  const { part, id } = stepTarget(value);
  return { folder: part === undefined ? 'pages' : stepFolders[part], id };
}

/** Those that are judged last: of two that clash, the fault is in the later. */
const judgedLast = <T extends Entry<unknown>>(entries: readonly T[], isJudged: IsJudged): T[] =>
  entries.toSorted((a, b) => Number(isJudged(a.file)) - Number(isJudged(b.file)));

function checkTitles({ entries }: Content, isJudged: IsJudged, report: Report): void {
  for (const name of collectionNames)
    for (const key of ['title', 'shortTitle', 'abbreviation'] as const) {
      const first = new Map<string, Entry<unknown>>();
      for (const entry of judgedLast<Entry<unknown>>(entries[name], isJudged)) {
        const value = (entry.data as Partial<Record<typeof key, string>>)[key];
        if (value === undefined) continue;
        const folded = value.toLowerCase();
        const other = first.get(folded);
        if (other)
          report(entry, [key], {
            rule: 'title',
            message: `${key} ${shown(value)} is also that of ${shownPath(other.file)}`,
            fix: 'Give one of them another.',
          });
        else first.set(folded, entry);
      }
    }
}

function checkFactorsAreNamed(
  { entries }: Content,
  unread: readonly string[],
  isJudged: IsJudged,
  report: Report,
): void {
  // An example that has ceased to name a factor cannot be told from one that never did.
  const about = entries['case-studies'].find(({ file }) => isJudged(file))?.file;
  const named = new Set(
    entries['case-studies']
      .filter(({ data }) => !data.draft)
      .flatMap(({ data }) => data.keyFactors.map(({ factor }) => factor)),
  );
  for (const entry of entries.factors)
    if (!entry.data.draft && !named.has(entry.id) && !unread.some((text) => namesFactor(text, entry.id)))
      report(entry, [], {
        rule: 'unused-factor',
        message: `no example names the factor ${shown(entry.id)}`,
        fix: 'Name it in the keyFactors of an example, or take the file out.',
        about,
      });
}

const namesFactor = (text: string, id: string): boolean => new RegExp(`\\bfactor: *["']?${id}["']?\\s`).test(text);

function checkThemes({ entries }: Content, report: Report): void {
  for (const entry of entries.themes)
    if (entry.data.origin === 'source' && entry.data.sources.length === 0)
      report(entry, ['origin'], {
        rule: 'missing-source',
        message: 'a theme from a source names no source',
        fix: 'Add sources, or write origin: editorial.',
      });
}

function checkDays({ entries }: Content, today: string, report: Report): void {
  for (const entry of entries['case-studies']) {
    const { published, updated, reviewBy, confirmed, asOf } = entry.data;
    const past: [Path, string | undefined][] = [
      [['published'], published],
      [['updated'], updated],
      [['confirmed', 'on'], confirmed?.on],
      [['asOf'], asOf],
    ];
    for (const [path, value] of past)
      if (value !== undefined && value > today.slice(0, value.length))
        report(entry, path, {
          rule: 'date',
          message: `${fieldName(path)} ${shown(value)} is in the future (today is ${today})`,
          fix: 'Write a day that has passed.',
        });
    if (updated !== undefined && updated < published)
      report(entry, ['updated'], {
        rule: 'date',
        message: `updated ${shown(updated)} is before published ${shown(published)}`,
        fix: 'Correct one of the two.',
      });
    if (reviewBy < (updated ?? published))
      report(entry, ['reviewBy'], {
        rule: 'date',
        message: `reviewBy ${shown(reviewBy)} is before the page's own date`,
        fix: 'Write a later day.',
      });
  }
}

function checkConsent({ entries }: Content, today: string, report: Report): void {
  for (const entry of entries['case-studies']) {
    // A draft is not on the site.
    if (entry.data.draft) continue;
    const { status, until } = entry.data.disclosure.consent;
    if (status === 'withdrawn')
      report(entry, ['disclosure', 'consent', 'status'], {
        rule: 'consent',
        message: 'consent has been withdrawn',
        fix: 'Take out what rests on it, or make the entry a draft.',
      });
    if (until !== undefined && until < today)
      report(entry, ['disclosure', 'consent', 'until'], {
        rule: 'consent',
        message: `consent ended on ${until}`,
        fix: 'Renew it, take out what rests on it, or make the entry a draft.',
      });
  }
}

function checkRelated({ entries }: Content, isJudged: IsJudged, report: Report): void {
  const pairs = new Set<string>();
  for (const entry of judgedLast(entries['case-studies'], isJudged))
    for (const [index, { example }] of entry.data.related.entries()) {
      const pair = [entry.id, example].sort().join(' ');
      if (example === entry.id)
        report(entry, ['related', index, 'example'], {
          rule: 'related',
          message: `related, item ${index + 1} names the example itself`,
          fix: 'Name another, or take it out.',
        });
      else if (pairs.has(pair))
        report(entry, ['related', index, 'example'], {
          rule: 'related',
          message: `related, item ${index + 1} ${shown(example)} is linked already`,
          fix: 'Take it out: the link shows on both sides.',
        });
      pairs.add(pair);
    }
}

/** Pages stand at the root, beside the parts of the site. */
function checkPageAddresses({ entries }: Content, report: Report): void {
  const taken = new Set<string>(siteParts);
  for (const entry of entries.pages)
    if (taken.has(entry.id))
      report(entry, [], {
        rule: 'address',
        message: `the address /${entry.id}/ is taken by a part of the site`,
        fix: 'Give the file another name.',
      });
}

/** What has moved leads to a page in one step, and no page stands where it was. */
function checkMoved({ entries, lists, moved }: Content, present: Present, today: string, report: Report): void {
  if (!moved) return;
  const drafts = (name: CollectionName | ListName) =>
    new Set({ ...entries, ...lists }[name].filter(({ data }) => data.draft).map(({ id }) => id));
  const addresses = new Set(
    addressesOf((name) => {
      const unpublished = drafts(name);
      return [...(present.get(name) ?? [])].filter((id) => !unpublished.has(id));
    }).map((address) => address.slice(1, -1)),
  );
  const seen = new Set<string>();
  const left = new Set(moved.data.map(({ from }) => from));
  for (const [index, { from, to, withdrawn }] of moved.data.entries()) {
    const name = `item ${index + 1}`;
    if (seen.has(from))
      report(moved, [index, 'from'], {
        rule: 'moved',
        message: `${name}, from ${shown(from)} stands in the list twice`,
        fix: 'Keep one of the two.',
      });
    seen.add(from);
    if (addresses.has(from))
      report(moved, [index, 'from'], {
        rule: 'moved',
        message: `${name}, from ${shown(from)} is still the address of a page`,
        fix: 'Take the item out, or the page.',
      });
    if (to !== undefined && left.has(to))
      report(moved, [index, 'to'], {
        rule: 'moved',
        message: `${name}, to ${shown(to)} has itself moved or been withdrawn`,
        fix: 'Write where that leads, so that readers get there in one step.',
      });
    else if (to !== undefined && !addresses.has(to))
      report(moved, [index, 'to'], {
        rule: 'moved',
        message: `${name}, to ${shown(to)} is the address of no page`,
        allowed: nearestFirst(to, addresses).filter(Boolean).slice(0, 5),
        fix: 'Write the address of a page that is published.',
      });
    if (withdrawn !== undefined && withdrawn > today)
      report(moved, [index, 'withdrawn'], {
        rule: 'moved',
        message: `${name}, withdrawn ${shown(withdrawn)} is in the future (today is ${today})`,
        fix: 'Write a day that has passed.',
      });
  }
}

/** The parts of an example's page that its layout adds to the headings of the body. */
const exampleParts = ['in-short', 'contents', 'what-changed', 'what-was-key', 'related', 'source'];

/** Finds the fragments of an entry's page; nothing where they cannot be known. */
function fragmentFinder({ entries }: Content): (address: string) => ReadonlySet<string> | undefined {
  const byAddress = new Map<string, { name: CollectionName; entry: BodyEntry<unknown> }>(
    collectionNames.flatMap((name) =>
      entries[name].map((entry) => [addressOf(name, entry.id) ?? '', { name, entry }] as const),
    ),
  );
  return (address) => {
    if (address === '/glossary/') return new Set(['main', 'letters', ...entries.glossary.map(({ id }) => id)]);
    const found = byAddress.get(address);
    const tree = found?.entry.tree;
    return tree && new Set(['main', ...(found.name === 'case-studies' ? exampleParts : []), ...headingIdsIn(tree)]);
  };
}

/** Links within the site that lead nowhere. `own` is the address of the entry itself. */
function linkFaults(
  entry: BodyEntry<unknown>,
  own: string,
  addresses: ReadonlySet<string>,
  renamed: ReadonlyMap<string, string>,
  fragmentsOf: (address: string) => ReadonlySet<string> | undefined,
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const judge = (url: string, place: Position): void => {
    const report = (message: string, allowed: readonly string[], fix: string): void =>
      void faults.push({ path: shownPath(entry.file), ...place, rule: 'link', message, allowed, fix: fix });
    const [beforeFragment = '', fragment] = url.split(/#(.*)/s);
    const path = beforeFragment.replace(/\?.*$/s, '') || own;
    if (path !== own && !addresses.has(path))
      return report(
        `the link ${shown(url)} leads to no page of the site`,
        renamed.has(path) ? [renamed.get(path)!] : nearestFirst(path, addresses).slice(0, 5),
        'Correct the address, with a slash at its end.',
      );
    const fragments = fragment ? fragmentsOf(path) : undefined;
    if (fragment && fragments && !fragments.has(fragment))
      report(
        `the link ${shown(url)} leads to no heading of ${path === own ? 'this page' : path}`,
        nearestFirst(fragment, fragments)
          .slice(0, 5)
          .map((id) => `#${id}`),
        'Correct what follows the #, or take it out.',
      );
  };
  for (const { url, line, column } of entry.links) judge(url, { line, column });
  return faults;
}
