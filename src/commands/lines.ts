/** The words of entries, a value or a sentence a line, as one who reads the site meets them. */
import type { Reference } from '../schemas/fields.ts';
import { collectionNames, listNames } from '../schemas/index.ts';
import { addressOf } from '../validation/addresses.ts';
import type { BodyEntry, Content, Entry, Path } from '../validation/content.ts';
import { isReference } from '../validation/off-site.ts';
import { textOfEntry, type Text } from '../validation/questions/text.ts';

export interface Line {
  /** What it is: a key in words, or the heading that it stands under. */
  label: string;
  text: string;
  /** In the file. */
  line: number;
}

/** What readers can see change: an entry that is no draft, or a list that many pages draw on. */
export interface Subject {
  /** The same before a change and after it. */
  key: string;
  /** From the root of the site; none, where it has no page of its own. */
  address: string | undefined;
  title: string;
  entry: Entry<unknown>;
  lines: () => Line[];
}

/** What an entry, or an item of a vocabulary, is called. */
const titleIn = (data: unknown): string | undefined => {
  const { title, name } = data as { title?: string; name?: string };
  return title ?? name;
};

/** The title of what a reference names, as the first that has it says; its slug, where none has. */
function titleOf(contents: readonly Content[], { collection, id }: Reference): string {
  for (const { entries, lists, vocabularies } of contents) {
    const found = { ...entries, ...lists }[collection as 'places']?.find((entry) => entry.id === id)?.data;
    const items = (vocabularies as Record<string, Entry<{ slug: string; title: string }[]>>)[collection]?.data;
    const title = titleIn(found ?? items?.find(({ slug }) => slug === id) ?? {});
    if (title !== undefined) return title;
  }
  return id;
}

/** Keys of which readers see nothing. */
const unseen = new Set(['accepted', 'draft', 'slug', 'id', 'leads', 'knownNames']);

/** priorityAreas as "Priority areas". */
const inWords = (path: Path): string => {
  const words = path
    .filter((part) => typeof part === 'string')
    .map((part) => part.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function* valueLines(contents: readonly Content[], entry: Entry<unknown>, value: unknown, path: Path): Generator<Line> {
  if (value === undefined || value === null || unseen.has(String(path.at(-1)))) return;
  if (typeof value !== 'object' || isReference(value)) {
    const text = isReference(value) ? titleOf(contents, value) : String(value);
    yield { label: inWords(path) || 'Text', text, line: entry.locate(path).line };
  } else
    for (const [key, item] of Object.entries(value))
      yield* valueLines(contents, entry, item, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** The body sentence by sentence. */
const bodyLines = (name: Text['name'], entry: Entry<unknown>): Line[] =>
  'tree' in entry
    ? textOfEntry(name, entry as BodyEntry<unknown>)
        .passages.filter(({ kind }) => kind !== 'key')
        .flatMap(({ kind, section, parsed, at }) =>
          parsed().sentences.map(({ text, index }) => ({
            label: kind === 'heading' ? 'Heading' : section || 'Text',
            text: text.replace(/\s+/g, ' ').trim(),
            line: at(index).line,
          })),
        )
    : [];

/** Everything that readers can see change, in the order of its addresses. `other` has titles that `content` lacks. */
export function subjectsOf(content: Content, other?: Content): Subject[] {
  const contents = [content, ...(other ? [other] : [])];
  const { entries, lists, vocabularies, site } = content;
  const subject = (name: string, entry: Entry<unknown>, title: string): Subject => ({
    key: `${name}/${entry.id}`,
    address: addressOf(name as 'places', entry.id),
    title,
    entry,
    lines: () => [...valueLines(contents, entry, entry.data, []), ...bodyLines(name as 'places', entry)],
  });
  const all = { ...entries, ...lists };
  return [
    ...[...collectionNames, ...listNames].flatMap((name) =>
      all[name]
        .filter(({ data }) => !data.draft)
        .map((entry) => {
          const named = { 'change-maps': 'places', measures: 'priority-areas' }[name as string];
          const title = titleIn(entry.data) ?? titleOf(contents, { collection: named ?? name, id: entry.id });
          return subject(name, entry, title);
        }),
    ),
    ...Object.entries(vocabularies).map(([name, entry]) => subject('vocabularies', entry, name)),
    ...(site ? [subject('', site, site.data.name)] : []),
  ].sort((a, b) => ((a.address ?? a.key) < (b.address ?? b.key) ? -1 : 1));
}
