/** What a change of the content changes for those who read the site: pages, words and figures. */
import type { BlockContent, PhrasingContent } from 'mdast';
import { shownPath, lastToday, today } from '../config/settings.ts';
import { idsOf } from '../schemas/fields.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import { counted } from '../library/words.ts';
import { addressOf, awaitsMending } from '../validation/addresses.ts';
import type { BodyEntry, Content } from '../validation/content.ts';
import { referencesOf } from '../validation/references.ts';
import { replacedFigures, stillStanding } from './figures.ts';
import { subjectsOf, type Line, type Subject } from './lines.ts';
import { bold, code, codes, link, list, paragraph, struck, text } from './markdown.ts';
import { wordChanges, type ChangedLine, type Words } from './word-changes.ts';

/** A link to a line of a file, or what it would say. */
export type LinkToLine = (path: string, line: number, label: string) => PhrasingContent;

type Blank = (words: string) => string;
interface Pair {
  was: Subject;
  is: Subject;
  before: Line[];
  after: Line[];
}

export interface ReaderChanges {
  /** With at most `most` items in each list. */
  blocks: (most: number) => BlockContent[];
  /** What a reviewer is asked of figures. */
  figures: PhrasingContent[][];
}

/** The address of a page on the published site. */
function publishedAt(content: Content | undefined): (address: string) => string | undefined {
  const site = content?.site?.data.address.replace(/\/?$/, '/');
  return (address) => site && new URL(address.slice(1), site).href;
}

/** `blank` takes out of words what may name a person. */
export function readerChanges(
  before: Content | undefined,
  now: Content,
  toLine: LinkToLine,
  blank: Blank,
): ReaderChanges {
  const published = publishedAt(before);
  const had = new Map(before ? subjectsOf(before).map((one) => [one.key, one]) : []);
  const has = new Map(subjectsOf(now, before).map((one) => [one.key, one]));
  const pairs = [...has.values()].flatMap((is): Pair[] => {
    const was = had.get(is.key);
    return was && was.entry.digest !== is.entry.digest ? [{ was, is, before: was.lines(), after: is.lines() }] : [];
  });
  const named = ({ title, address }: Subject, isPublished: boolean): PhrasingContent => {
    const url = address !== undefined && isPublished && blank(address) === address ? published(address) : undefined;
    return url === undefined ? text(`“${blank(title)}”`) : link(url, blank(title));
  };
  const come = [...has.values()].filter(({ key, address }) => address !== undefined && !had.has(key));
  const gone = [...had.values()].filter(
    ({ key, address }) => address !== undefined && !has.has(key) && !awaitsMending(now, address),
  );
  const items = [
    ...come.map((one) => [text('a new page, '), named(one, false), ...brings(one, before, now, blank)]),
    ...newTags(before, now, blank),
    ...gone.map((one) => [text('no page any more: '), named(one, true), ...becameOf(one, now, blank)]),
  ];
  const shown = wordChanges(pairs.map((pair) => [blanked(pair.before, blank), blanked(pair.after, blank)]));
  return {
    blocks: (most) => {
      if (!items.length && !pairs.length) return [paragraph(text('No page comes, goes or reads otherwise.'))];
      const left = pairs.length - most;
      return [
        ...(items.length ? [list(items, most)] : []),
        ...pairs
          .slice(0, most)
          .flatMap((pair, index) => [
            paragraph(named(pair.is, true), text(', '), code(blank(shownPath(pair.is.entry.file)))),
            list(changedItems(pair, shown[index] ?? []), Math.ceil(most / 2)),
          ]),
        ...(left > 0 ? [paragraph(text(`${counted(left, 'more page changes', 'more pages change')}.`))] : []),
      ];
    },
    figures: pairs.flatMap((pair) => figureItems(pair, now, had, { toLine, named, blank })),
  };
}

const blanked = (lines: readonly Line[], blank: Blank): Line[] =>
  lines.map((line) => ({ ...line, label: blank(line.label), text: blank(line.text) }));

/** What a new example brings. */
function brings({ key, entry }: Subject, before: Content | undefined, now: Content, blank: Blank): PhrasingContent[] {
  const address = addressOf(key.split('/')[0] as 'places', entry.id) ?? '';
  const at = [text(' at '), code(blank(address))];
  if (!key.startsWith('case-studies/')) return at;
  const { keyFactors, priorityAreas, themes } = entry.data as CaseStudy;
  const isNew = (id: string): boolean =>
    now.entries.factors.some((one) => one.id === id) && !before?.entries.factors.some((one) => one.id === id);
  const factors = [...new Set(keyFactors.map(({ factor }) => factor.id))];
  return [
    ...at,
    text('; priority areas: '),
    ...codes(idsOf(priorityAreas).map(blank)),
    text('; themes: '),
    ...codes(idsOf(themes).map(blank)),
    text('; factors: '),
    ...codes(factors.map((id) => blank(isNew(id) ? `${id} (new)` : id))),
  ];
}

function newTags(before: Content | undefined, now: Content, blank: Blank): PhrasingContent[][] {
  const tagsOf = (content: Content | undefined) =>
    new Set(
      content?.entries['case-studies'].flatMap(({ data }) =>
        idsOf([...data.priorityAreas, ...data.themes, ...data.groups]),
      ),
    );
  const usedBefore = tagsOf(before);
  const tags = [...tagsOf(now)].filter((tag) => !usedBefore.has(tag));
  return tags.length ? [[text('tags that no example had before: '), ...codes(tags.map(blank))]] : [];
}

/** What becomes of the address of a page that goes. */
function becameOf({ address = '', key, entry }: Subject, now: Content, blank: Blank): PhrasingContent[] {
  const moved = now.moved?.data.find(({ from }) => `/${from}/` === address);
  const isDraft = now.entries[key.split('/')[0] as 'places']?.some(({ id, data }) => id === entry.id && data.draft);
  const at = [text(' at '), code(blank(address))];
  if (moved?.to !== undefined) return [...at, text(', which leads to '), code(blank(`/${moved.to}/`))];
  if (moved) return [...at, text(', which says that it was withdrawn')];
  return isDraft ? [...at, text(', which is off the site until it is published again')] : at;
}

/** The most characters of a run of words. */
const longest = 400;

function run({ kind, text: words }: Words): PhrasingContent {
  const cut = words.length > longest ? words.slice(0, words.lastIndexOf(' ', longest)) : words;
  const left = words.slice(cut.length).split(' ').filter(Boolean).length;
  const shown = left ? `${cut} … (${counted(left, 'more word')})` : words;
  return { kept: text, gone: struck, new: bold }[kind](shown);
}

/** The lines that changed. What changed and cannot be seen in them is told in words. */
function changedItems({ before, after }: Pair, changed: readonly ChangedLine[]): PhrasingContent[][] {
  if (changed.length)
    return changed.map(({ label, words }) => [
      text(`${label}: `),
      ...words.flatMap((one, index) => (index ? [text(' '), run(one)] : [run(one)])),
    ]);
  const textOf = (lines: readonly Line[]): string => lines.map(({ text: words }) => words).join('\n');
  return [
    [
      text(
        textOf(before) === textOf(after)
          ? 'The words stay the same: what changes is a link, the layout or what readers do not see.'
          : 'What changes may name somebody, and is not repeated here. See the file.',
      ),
    ],
  ];
}

/** The entries that name one: by a reference, or by a link in their body. */
function naming({ key, address = '', entry }: Subject, now: Content): Subject[] {
  const [collection = ''] = key.split('/');
  const files = new Set(
    [...referencesOf(now)]
      .filter(({ to }) => to.collection === collection && to.id === entry.id)
      .map((one) => one.entry.file),
  );
  return subjectsOf(now).filter(
    (one) =>
      one.key !== key &&
      (files.has(one.entry.file) ||
        ((one.entry as Partial<BodyEntry<unknown>>).links ?? []).some(({ url }) => url.split(/[?#]/)[0] === address)),
  );
}

/** How what is found is written. */
interface Writing {
  toLine: LinkToLine;
  named: (subject: Subject, isPublished: boolean) => PhrasingContent;
  blank: Blank;
}

function figureItems(
  { was, is, before, after }: Pair,
  now: Content,
  had: ReadonlyMap<string, Subject>,
  { toLine, named, blank }: Writing,
): PhrasingContent[][] {
  const replaced = replacedFigures(before, after);
  if (!replaced.length) return [];
  // What names a place or a source is about much else.
  const others = is.key.startsWith('case-studies/') ? naming(is, now) : [];
  const items: PhrasingContent[][] = replaced.flatMap((one) => {
    const standing = stillStanding(one, [is, ...others], ({ key }) => had.get(key)?.lines() ?? []);
    if (!standing.length) return [];
    const places = standing.flatMap(({ subject, line: { label, line } }, index) => [
      text(`${index ? '; ' : ''}${blank(label)}, `),
      toLine(subject.entry.file, line, `line ${line}`),
      ...(subject === is ? [] : [text(' of '), code(blank(shownPath(subject.entry.file)))]),
    ]);
    return [
      [named(is, true), text(`: ${one} was changed, and still stands in `), ...places, text('. Is it right there?')],
    ];
  });
  const [old, updated] = [was.entry.data, is.entry.data].map((data) => (data as Partial<CaseStudy>).updated);
  if (is.key.startsWith('case-studies/') && old === updated && (updated ?? '') < lastToday(today()))
    items.push([
      named(is, true),
      text(': a figure changes, and the day in '),
      code('updated'),
      text(' stays as it was. Should it be the day of this correction?'),
    ]);
  return items;
}
