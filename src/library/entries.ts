/** Published entries as pages use them, with what they refer to in the place of references. */
import type { CollectionEntry } from 'astro:content';
import type { Body } from '../markdown/sections.ts';
import type { Box, ChangeMap, MapItem } from '../schemas/change-map.ts';
import type { Drawing } from '../schemas/drawing.ts';
import type { Reference } from '../schemas/fields.ts';
import type { CollectionName } from '../schemas/index.ts';
import type { PagePart } from '../schemas/page-reference.ts';
import type { AuthorityKinds, Regions, Vocabulary } from '../schemas/vocabulary.ts';

/** A published entry as pages use it. */
export interface Published<Name extends CollectionName> {
  id: string;
  data: CollectionEntry<Name>['data'];
  url: string;
  /** The body as it was rendered, still a tree, on which a page marks its terms. */
  body: Body;
}

type Label = Vocabulary[number];

export interface Area extends Published<'priority-areas'> {
  /** A drawing of the programme's own, or the name of one that every programme has. */
  sign: Drawing | string;
}
export type Theme = Published<'themes'>;
export type Source = CollectionEntry<'sources'>;
export interface Place extends Published<'places'> {
  region: Regions[number];
  kinds: AuthorityKinds;
  areas: Area[];
}
export interface Factor extends Published<'factors'> {
  themes: Theme[];
  areas: Area[];
  /** What it meant in which example. */
  meanings: { example: Example; meant: string }[];
}
export interface Example extends Published<'case-studies'> {
  place: Place;
  areas: Area[];
  themes: Theme[];
  groups: Label[];
  outcomes: Label[];
}
export interface Step {
  title: string;
  url: string;
  /** What kind of page it is, in words. */
  kind: string;
  why: string;
  /** The example that it leads to, if it does. */
  example?: Example;
}
/** A page that leads a reader to the right others, by who they are or what they face. */
export interface Problem extends Published<'problems'> {
  steps: Step[];
}
export type GlossaryTerm = Published<'glossary'>;
/** A place or body that took up what an example or a factor here tells of. */
export interface TakenUp extends Published<'taken-up'> {
  place?: Place | undefined;
  from: { part: PagePart; title: string; url: string };
}
/** Ways in which progress in an area can be shown. */
export interface AreaMeasures {
  area: Area;
  data: CollectionEntry<'measures'>['data'];
  url: string;
}
/** How one place said that change would come about. */
export interface LocalMap {
  id: string;
  data: ChangeMap;
  url: string;
  place: Place;
}
export interface OnMap {
  map: LocalMap;
  box: Box;
  item: MapItem;
}
/** What several maps say, in other words. */
export interface Recurring extends Published<'recurring'> {
  items: OnMap[];
}
/** Finds an entry by its slug or by a reference to it. */
export type Find<T> = (of: string | Reference) => T;
