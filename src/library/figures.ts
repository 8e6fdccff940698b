/** Figures as they are drawn: how many of how many, where a figure says so. */

/** The most dots that are told apart at a glance. */
export const mostDots = 60;

/**
 * What a figure such as "11 of 12", "18" or "82%" shows: dots of which so many are full, or a share. Nothing for any other,
 * and for numbers too large for dots.
 */
export function drawnFigure(figure: string): { full: number; all: number } | { share: number } | undefined {
  const [, full, all = full] = /^(\d{1,2})(?: of (\d{1,2}))?$/.exec(figure) ?? [];
  if (full !== undefined && Number(all) <= mostDots && Number(full) <= Number(all) && Number(all) > 0)
    return { full: Number(full), all: Number(all) };
  const [, percent] = /^(\d{1,3})%$/.exec(figure) ?? [];
  return percent !== undefined && Number(percent) <= 100 ? { share: Number(percent) / 100 } : undefined;
}
