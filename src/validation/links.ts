/** Addresses: links within the site that lead nowhere, pages that stand in one another's way, what has moved. */
import { siteParts } from '../schemas/site.ts';
import { collectionNames, listNames, type CollectionName, type ListName } from '../schemas/index.ts';
import { readBody } from '../markdown/body.ts';
import { examplePartIds } from '../markdown/heading-ids.ts';
import { policyFaults } from '../markdown/policy.ts';
import { shownPath } from '../config/settings.ts';
import { mapItems } from '../schemas/items.ts';
import { addressesOf, addressOf, draftAddresses, takenIn } from './addresses.ts';
import { headingIdsIn } from './body-checks.ts';
import type { BodyEntry, Content } from './content.ts';
import { nearestFirst, shown, type Diagnostic, type Position } from './diagnostics.ts';
import { offNote } from './off-site.ts';
import type { IsJudged, Present, Report } from './report.ts';

/** Links in bodies that lead to no page, or to no part of one. `all` is the content with what is known of faulty files. */
export function checkLinks(
  content: Content,
  all: Content,
  present: Present,
  isJudged: IsJudged,
): { faults: Diagnostic[]; notes: Diagnostic[] } {
  const addresses = new Set(addressesOf((name) => present.get(name) ?? []));
  const moved = new Map(content.moved?.data.map(({ from, to }) => [`/${from}/`, to === undefined ? '' : `/${to}/`]));
  const fragments = fragmentFinder(all);
  const drafts = new Set(draftAddresses(content));
  // A draft with hints in its keys is not loaded, so that no link to it can be told from one to a page.
  const begun = new Set(draftAddresses(all));
  const reached = new Set([...addresses].filter((address) => drafts.has(address) || !begun.has(address)));
  const found = collectionNames.flatMap((name) =>
    all.entries[name]
      .filter(({ file }) => isJudged(file))
      .flatMap((entry) =>
        linkFaults(
          entry,
          addressOf(name, entry.id) ?? '',
          entry.data.draft ? addresses : reached,
          moved,
          entry.data.draft ? new Set() : drafts,
          fragments,
          content.site?.data.address,
        ),
      ),
  );
  const isNote = ({ rule }: Diagnostic): boolean => rule === 'withdrawn' || rule === 'draft';
  return { faults: found.filter((one) => !isNote(one)), notes: found.filter(isNote) };
}

/** An entry's page stands in nobody's way: neither of the site's own, nor of another in capitals alone. */
export function checkPageAddresses({ entries, lists }: Content, report: Report): void {
  for (const name of [...collectionNames, ...listNames]) {
    const folder = addressOf(name, '')?.slice(1, -1);
    if (folder === undefined) continue;
    const taken = takenIn(folder);
    for (const entry of { ...entries, ...lists }[name])
      if (taken.has(entry.id))
        report(entry, [], {
          rule: 'address',
          message: `the address ${addressOf(name, entry.id)} is taken by a part of the site`,
          fix: Object.hasOwn(lists, name)
            ? 'Give the file another name, and the entry that it is named for.'
            : 'Give the file another name.',
        });
  }
}

/** What has moved leads to a page in one step, and no page stands where it was. */
export function checkMoved(content: Content, present: Present, today: string, report: Report, note: Report): void {
  const { entries, lists, moved } = content;
  if (!moved) return;
  const off = new Set(draftAddresses(content));
  const drafts = (name: CollectionName | ListName) =>
    new Set({ ...entries, ...lists }[name].filter(({ data }) => data.draft).map(({ id }) => id));
  const addresses = new Set(
    addressesOf((name) => {
      const unpublished = drafts(name);
      return [...(present.get(name) ?? [])].filter((id) => !unpublished.has(id));
    }).map((address) => address.slice(1, -1)),
  );
  // Some computers take two addresses for one where only their capitals differ.
  const inSmall = new Map([...addresses].map((address) => [address.toLowerCase(), address]));
  const root = takenIn('');
  const seen = new Map<string, string>();
  const left = new Map(moved.data.map(({ from, withdrawn }) => [from, withdrawn]));
  for (const [index, { from, to, withdrawn }] of moved.data.entries()) {
    const name = `item ${index + 1}`;
    const wrong = (message: string, fix: string): void =>
      report(moved, [index, 'from'], { rule: 'moved', message: `${name}, from ${shown(from)} ${message}`, fix });
    const small = from.toLowerCase();
    const twin = seen.get(small) ?? inSmall.get(small);
    if (seen.get(small) === from) wrong('stands in the list twice', 'Keep one of the two.');
    else if (addresses.has(from)) wrong('is still the address of a page', 'Take the item out, or the page.');
    else if (twin !== undefined)
      wrong(`differs from ${shown(twin)} in its capitals alone`, 'Take the item out: many hosts take the two for one.');
    else if (root.has(from) || (root.has(small.split('/', 1)[0] ?? '') && /\.|^_|^pagefind/.test(small)))
      wrong('is taken by a part of the site', 'Take the item out.');
    seen.set(small, from);
    const isDraft = off.has(`/${to}/`);
    if (to !== undefined && (isDraft || left.get(to) !== undefined))
      note(moved, [index, 'to'], offNote(`${name}, to ${shown(to)}`, isDraft));
    else if (to !== undefined && left.has(to))
      report(moved, [index, 'to'], {
        rule: 'moved',
        message: `${name}, to ${shown(to)} has itself moved`,
        fix: 'Write where that leads, so that readers get there in one step.',
      });
    // A list goes with its last entry, and comes back with the next: meanwhile the old address says so.
    else if (to !== undefined && !addresses.has(to) && !siteParts.some((part) => part === to))
      report(moved, [index, 'to'], {
        rule: 'moved',
        message: `${name}, to ${shown(to)} is the address of no page`,
        allowed: nearestFirst(to, addresses).filter(Boolean).slice(0, 5),
        fix: 'Write the address of a page that is published.',
      });
    if (withdrawn !== undefined && withdrawn > today)
      report(moved, [index, 'withdrawn'], {
        rule: 'moved',
        message: `${name}, withdrawn ${shown(withdrawn)} is in the future`,
        fix: 'Write a day that has passed.',
      });
  }
}

/** Finds the fragments of an entry's page; nothing where they cannot be known. */
function fragmentFinder({ entries, lists }: Content): (address: string) => ReadonlySet<string> | undefined {
  const byAddress = new Map<string, { name: CollectionName; entry: BodyEntry<unknown> }>(
    collectionNames.flatMap((name) =>
      entries[name].map((entry) => [addressOf(name, entry.id) ?? '', { name, entry }] as const),
    ),
  );
  return (address) => {
    if (address === '/glossary/') return new Set(['main', 'letters', ...entries.glossary.map(({ id }) => id)]);
    const found = byAddress.get(address);
    const tree = found && (found.entry.tree ?? readBody(found.entry.body).tree);
    // What breaks the policy is not rendered, so that the ids of its headings are not known.
    if (!tree || policyFaults(tree).length) return undefined;
    const map = found.name === 'places' && lists['change-maps'].find(({ id }) => id === found.entry.id);
    return new Set<string>([
      'main',
      ...(found.name === 'case-studies' ? examplePartIds : []),
      ...(map ? ['planned', ...mapItems(map.data).map(({ item }) => item.id)] : []),
      ...headingIdsIn(tree),
    ]);
  };
}

/** The path of a link within the site, whose address is `home`; nothing for a link to elsewhere. */
function withinSite(url: string, home: string | undefined): string | undefined {
  if (/^[/#]/.test(url)) return url;
  const bare = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
  const rest = home !== undefined && bare(url).startsWith(bare(home)) ? bare(url).slice(bare(home).length) : 'x';
  return /^(?:$|[/?#])/.test(rest) ? rest || '/' : undefined;
}

/** Links within the site that lead nowhere. `own` is the address of the entry itself. */
function linkFaults(
  entry: BodyEntry<unknown>,
  own: string,
  addresses: ReadonlySet<string>,
  moved: ReadonlyMap<string, string>,
  drafts: ReadonlySet<string>,
  fragmentsOf: (address: string) => ReadonlySet<string> | undefined,
  home: string | undefined,
): Diagnostic[] {
  const faults: Diagnostic[] = [];
  const judge = (written: string, position: Position): void => {
    const report = (message: string, allowed: readonly string[], fix: string, rule = 'link'): void =>
      void faults.push({ path: shownPath(entry.file), ...position, rule, message, allowed, fix });
    const url = withinSite(written, home);
    if (url === undefined) return;
    if (url !== written) {
      const [path = '', rest = ''] = url.split(/(?=[?#])(.*)/s);
      const whole = path.endsWith('/') ? path : `${path}/`;
      return report(
        `the link ${shown(written)} leads to a page of this site by its public address`,
        addresses.has(whole) ? [] : nearestFirst(whole, addresses).slice(0, 5),
        `Write its path alone: ${whole}${rest}`,
      );
    }
    const [beforeFragment = '', fragment] = url.split(/#(.*)/s);
    const path = beforeFragment.replace(/\?.*$/s, '') || own;
    if (path !== own && (moved.get(path) === '' || drafts.has(path))) {
      const { rule, message, fix } = offNote(`the page that the link ${shown(url)} leads to`, drafts.has(path));
      return report(message, [], fix, rule);
    }
    if (path !== own && !addresses.has(path))
      return report(
        `the link ${shown(url)} leads to no page of the site`,
        moved.has(path) ? [moved.get(path)!] : nearestFirst(path, addresses).slice(0, 5),
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
