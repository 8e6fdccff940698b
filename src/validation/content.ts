/** A folder of content that has been read, as checks and the library are given it. */
import type { Root } from 'mdast';
import type { z } from 'astro/zod';
import type {
  collections,
  CollectionName,
  ListName,
  lists,
  moved,
  site,
  vocabularies,
  VocabularyName,
} from '../schemas/index.ts';
import type { Drawing } from '../schemas/drawing.ts';
import type { InnerLink } from './body-checks.ts';
import type { Position } from './diagnostics.ts';

export type DataOf<Name extends CollectionName> = z.infer<(typeof collections)[Name]>;
export type ListDataOf<Name extends ListName> = z.infer<(typeof lists)[Name]>;
type VocabularyOf<Name extends VocabularyName> = z.infer<(typeof vocabularies)[Name]>;
/** The keys and indexes that lead to a value in a file. */
export type Path = readonly PropertyKey[];

/** Finds the line and column of a value, or of its key, in the file that it came from. */
export type Locate = (path: Path, part?: 'key') => Position;

export interface Entry<Data> {
  /** The slug: the file's name without its ending. */
  id: string;
  /** The absolute path of the file. */
  file: string;
  /** Of what the file holds. */
  digest: string;
  data: Data;
  locate: Locate;
}

export interface BodyEntry<Data> extends Entry<Data> {
  /** The body, with as many empty lines before it as the frontmatter takes, so that lines count as in the file. */
  body: string;
  /** The body's tree; undefined where the body was not opened. */
  tree: Root | undefined;
  /** The links in the body that may lead to a page of the site. */
  links: readonly InnerLink[];
}

export type Entries = { [Name in CollectionName]: BodyEntry<DataOf<Name>>[] };
export type Lists = { [Name in ListName]: Entry<ListDataOf<Name>>[] };
export type Vocabularies = { [Name in VocabularyName]: Entry<VocabularyOf<Name>> };

/** What is known of files that have a fault, so that one fault neither hides nor makes another. */
export interface Unread {
  /** The texts of examples, which may name a factor. */
  texts: string[];
  /** By the collection or list: keys that are right by themselves, and the body, to judge by and never to be shown. */
  halves: { name: CollectionName | ListName; entry: BodyEntry<unknown> }[];
}

/** A folder of content. A file with a fault is left out of its list, never half read. */
export interface Content {
  directory: string;
  entries: Entries;
  lists: Lists;
  vocabularies: Partial<Vocabularies>;
  site: Entry<z.infer<typeof site>> | undefined;
  /** Signs of the programme's own, and its icon, which may both be left out. */
  signs: Entry<Drawing>[];
  icon: Entry<Drawing> | undefined;
  /** What became of addresses that the site once had. The file may be left out. */
  moved: Entry<z.infer<typeof moved>> | undefined;
}
