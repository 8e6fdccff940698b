/** What the content explains or lists as no person: names of places, terms, sources, organisations and schemes. */
import { wordsIn } from '../questions/words.ts';
import { listNames } from '../../schemas/index.ts';
import type { Content } from '../content.ts';

export interface Known {
  /** Every word, in lower case, of a name that the content explains. */
  knownWords: ReadonlySet<string>;
  /** Names of organisations and schemes that site.yaml lists. */
  knownNames: ReadonlySet<string>;
  /** The site's own email address. */
  contact: string | undefined;
}

export const placeNamesOf = ({ entries }: Content): string[] =>
  entries.places.flatMap(({ data }) => [data.title, ...data.authorities.map(({ name }) => name)]);

/** Every form of every glossary term. */
export const termsOf = ({ entries }: Content): string[] =>
  entries.glossary.flatMap(({ data }) => [
    data.title,
    data.plural ?? `${data.title}s`,
    ...(data.abbreviation === undefined ? [] : [data.abbreviation]),
    ...data.alsoCalled,
  ]);

/** `faulty` holds what could still be read of files that are left out of the content. */
export function knownOf(content: Content, faulty: readonly unknown[]): Known {
  const { entries, lists, vocabularies, site } = content;
  const names = [
    ...placeNamesOf(content),
    ...termsOf(content),
    ...entries.sources.flatMap(({ data }) => [data.title, data.shortTitle, data.publisher, data.licence]),
    ...entries['priority-areas'].flatMap(({ data }) => [data.title, data.shortTitle]),
    ...entries.themes.map(({ data }) => data.title),
    ...Object.values(vocabularies).flatMap(({ data }) => data.map(({ title }) => title)),
    // A map has the name of its place, and a list of measures that of its area.
    ...listNames.flatMap((name) => lists[name].map(({ id }) => id)),
    ...(site ? [site.data.name, site.data.publisher, site.data.licence.name] : []),
    ...faulty.flatMap((data) => namesIn(data)),
  ];
  return {
    knownWords: new Set(names.flatMap((name) => [...wordsIn(name), ...wordsIn(name.replaceAll('-', ' '))])),
    knownNames: new Set([...(site?.data.knownNames ?? []), ...faulty.flatMap((data) => stringsOf(data, 'knownNames'))]),
    contact: site?.data.contact.email ?? faulty.map(emailIn).find(Boolean),
  };
}

const namesIn = (data: unknown): string[] =>
  [
    'title',
    'shortTitle',
    'plural',
    'abbreviation',
    'alsoCalled',
    'name',
    'publisher',
    'authorities',
    'licence',
  ].flatMap((key) => stringsOf(data, key));

const emailIn = (data: unknown): string | undefined => {
  const email = (data as { contact?: { email?: unknown } } | null | undefined)?.contact?.email;
  return typeof email === 'string' ? email : undefined;
};

/** The texts under a key, in a list or in items by their name. */
function stringsOf(data: unknown, key: string): string[] {
  const value = (data as Record<string, unknown> | null | undefined)?.[key];
  return [value].flat().flatMap((one: unknown) => {
    const text = typeof one === 'object' && one !== null ? (one as Record<string, unknown>)['name'] : one;
    return typeof text === 'string' ? [text] : [];
  });
}
