/** What people call an entry when they do not know its slug. */
import { distance } from 'fastest-levenshtein';
import { vocabularyNames } from '../schemas/index.ts';
import { slugPattern } from '../schemas/slug.ts';
import { slugMeant } from './yaml-slips.ts';

/** The slugs of a collection or vocabulary, each with its title, of faulty files too. */
export type Names = (collection: string) => ReadonlyMap<string, string>;

const bare = (text: string): string => slugMeant(text).replaceAll('-', '');

/** The slug of what `text` calls by its slug or its title, or nearly so; nothing where none is near. */
export function slugNamed(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const wanted = bare(text.split('/').findLast((part) => part !== '') ?? '');
  const near = [...names]
    .flatMap(([slug, title]) => [slug, title].map((name) => ({ slug, name: bare(name) })))
    .map(({ slug, name }) => ({ slug, far: distance(wanted, name), length: name.length }))
    .filter(({ far, length }) => far <= Math.max(1, length / 4))
    .sort((a, b) => a.far - b.far);
  return near[0]?.slug;
}

const isVocabulary = (collection: string): boolean => vocabularyNames.some((name) => name === collection);

/** What a reference that leads nowhere is not, so that people know where to look. */
export const notIn = (collection: string): string =>
  isVocabulary(collection)
    ? `is not a slug in vocabularies/${collection}.yaml`
    : `is not the name of a file in ${collection}/`;

/** How what `text` calls is added, where it is new. Words that are no slug may be a name, and are not made into one. */
export const howToAdd = (text: string, collection: string): string =>
  isVocabulary(collection)
    ? `add it to vocabularies/${collection}.yaml`
    : `copy ${collection}/_template.mdx to ${slugPattern.test(text) ? `${collection}/${text}.mdx` : 'a file of its own beside it'} and fill that in`;
