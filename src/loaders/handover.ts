/**
 * Where the content goes from what reads it to what shows it. Astro bundles the pages apart from what runs the build, so
 * that each would have a copy of any module of its own: what they share stands under a symbol that both know. It does not
 * go through Astro's content store, which with thousands of entries takes longer than all that is done with them.
 */
import type { BodyEntry, Content } from './read-content.ts';

/** The content of a site, without a fault. It never changes: when a file does, there is another. */
export interface SiteContent {
  content: Content;
  /** The HTML of an entry's body. */
  html: (entry: BodyEntry<unknown>) => string;
}

interface Shared {
  source?: () => Promise<SiteContent>;
  follower?: () => void;
}
const place = Symbol.for('content of the site');
const shared = ((globalThis as { [place]?: Shared })[place] ??= {});

/** Says where the content comes from. */
export const offerContent = (source: () => Promise<SiteContent>): void => void (shared.source = source);

/** The content, as it is now.
 * @throws ContentError where it has a fault.
 */
export function siteContent(): Promise<SiteContent> {
  // The settings of the build offer it before any page is made, so this is a fault of the engine.
  if (!shared.source) throw new Error('no content has been offered');
  return shared.source();
}

/** Says what is to be done when the content has changed. There is one that follows it: Astro's own collection. */
export const followContent = (follower: () => void): void => void (shared.follower = follower);

export const contentHasChanged = (): void => shared.follower?.();
