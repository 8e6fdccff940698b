/** What no single file can tell, but for references: names used twice, days, consent, factors that nothing names. */
import type { Reference } from '../schemas/fields.ts';
import { collectionNames } from '../schemas/index.ts';
import { shownPath } from '../config/settings.ts';
import { checkConsent } from './consent.ts';
import type { Content, Entry, Path } from './content.ts';
import { shown } from './diagnostics.ts';
import type { IsJudged, Report } from './report.ts';
import { fieldName } from './schema-diagnostics.ts';

/** `unread` holds the texts of faulty examples, which may name a factor. */
export function checkEntries(
  content: Content,
  unread: readonly string[],
  today: string,
  isJudged: IsJudged,
  report: Report,
  note: Report,
): void {
  checkTitles(content, isJudged, report);
  checkFactorsAreNamed(content, unread, isJudged, note);
  checkSourcesAreNamed(content, unread, note);
  checkThemes(content, report);
  checkDays(content, today, report);
  checkConsent(content, today, note);
  checkRelated(content, isJudged, report);
}

/** Those that are judged last, then the newer: of two that clash, the fault is in the later. */
const judgedLast = <T extends Entry<unknown>>(entries: readonly T[], isJudged: IsJudged): T[] => {
  const age = ({ file, data }: T): string => {
    const { draft, published = '' } = data as { draft?: boolean; published?: string };
    return `${Number(isJudged(file))}${Number(draft ?? false)}${published}`;
  };
  return entries.toSorted((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : 0));
};

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

function checkFactorsAreNamed({ entries }: Content, unread: readonly string[], isJudged: IsJudged, note: Report): void {
  // An example that has ceased to name a factor cannot be told from one that never did.
  const about = entries['case-studies'].find(({ file }) => isJudged(file))?.file;
  const named = new Set(
    entries['case-studies']
      .filter(({ data }) => !data.draft)
      .flatMap(({ data }) => data.keyFactors.map(({ factor }) => factor.id)),
  );
  for (const entry of entries.factors)
    if (!entry.data.draft && !named.has(entry.id) && !unread.some((text) => namesFactor(text, entry.id)))
      note(entry, [], {
        rule: 'unused-factor',
        message: `no example names the factor ${shown(entry.id)}`,
        fix: 'Name it in the keyFactors of an example, or take the file out.',
        about,
      });
}

/** A source is shown where something is from there, and nowhere else. */
function checkSourcesAreNamed({ entries, lists }: Content, unread: readonly string[], note: Report): void {
  const named = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { collection, id } = value as Partial<Reference>;
    if (collection === 'sources' && id !== undefined) named.add(id);
    else Object.values(value).forEach(walk);
  };
  for (const list of Object.values({ ...entries, ...lists })) for (const { data } of list) walk(data);
  for (const entry of entries.sources)
    if (!entry.data.draft && !named.has(entry.id) && !unread.some((text) => text.includes(entry.id)))
      note(entry, [], {
        rule: 'unused-source',
        message: `nothing is from the source ${shown(entry.id)}, so readers do not see it`,
        fix: 'Name it in the sources of what is from there, or take the file out.',
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
          message: `${fieldName(path)} ${shown(value)} is in the future`,
          fix: `Write a ${value.length === 7 ? 'month' : 'day'} that has passed.`,
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

function checkRelated({ entries }: Content, isJudged: IsJudged, report: Report): void {
  const pairs = new Set<string>();
  for (const entry of judgedLast(entries['case-studies'], isJudged))
    for (const [
      index,
      {
        example: { id: example },
      },
    ] of entry.data.related.entries()) {
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
