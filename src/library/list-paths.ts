/** What the paths of pages have in common, as Astro's getStaticPaths wants them. */
import { paged } from './derive.ts';

/** The pages of a list, each with `params` and `props` beside its own. The first has no number in its address. */
export const pagesOf = <T, Params extends object, Props extends object>(
  items: readonly T[],
  params: Params,
  props: Props,
  size?: number,
) =>
  paged(items, size).map((list) => ({
    params: { ...params, page: list.page === 1 ? undefined : String(list.page) },
    props: { ...props, list },
  }));
