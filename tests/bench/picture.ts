/** The picture of the results: seconds against the number of examples, a line for each tool. */
import { grouped, type Row, seconds, sizesOf } from './report.ts';

/** Colours by tool, on light and on dark, each 4.5 to 1 or better. No tool is told by colour alone: each line is named. */
const colours: Record<string, [light: string, dark: string]> = {
  own: ['#0b5394', '#7fb8ff'],
  hugo: ['#a3195b', '#ff8fc0'],
  eleventy: ['#3a6600', '#a6d86e'],
  astro: ['#984000', '#ffb27a'],
  docusaurus: ['#5b2d90', '#cfa8ff'],
};

const [width, height] = [840, 460];
const frame = { left: 70, right: 560, top: 70, bottom: 400 };
/** How far apart two labels stand at least, so that neither covers the other. */
const lineHeight = 20;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const rounded = (number: number): string => number.toFixed(1);

/** Where numbers stand on an axis that goes up by tens. One number alone stands in the middle. */
function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  const [first, last] = [Math.log10(low), Math.log10(high)];
  return (value) =>
    first === last ? (from + to) / 2 : from + ((Math.log10(value) - first) / (last - first)) * (to - from);
}

/** Moves positions apart, downwards, until each has its own line, and keeps them in order and in the frame. */
export function spread(positions: readonly number[], least: number, bottom: number): number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const moved = [...positions];
  let above = -Infinity;
  for (const index of order) above = moved[index] = Math.max(moved[index] ?? 0, above + least);
  let below = bottom + least;
  for (const index of order.reverse()) below = moved[index] = Math.min(moved[index] ?? 0, below - least);
  return moved;
}

/** Draws the rows. Log scales on both axes: a line that goes up as steeply as the grid is linear. */
export function picture(rows: readonly Row[], taken: string): string {
  const sizes = sizesOf(rows);
  const lows = rows.map((row) => row.seconds);
  const decades = [Math.floor(Math.log10(Math.min(...lows))), Math.ceil(Math.log10(Math.max(...lows)))] as const;
  const x = scale(sizes[0] ?? 1, sizes.at(-1) ?? 1, frame.left + 20, frame.right - 20);
  const y = scale(10 ** decades[0], 10 ** decades[1], frame.bottom, frame.top);
  const series = [...new Set(rows.map(({ id }) => id))].map((id) => {
    const points = sizes.flatMap((size) => rows.find((row) => row.id === id && row.size === size) ?? []);
    return { id, points, last: points.at(-1) as Row };
  });
  const reaching = series.filter(({ last }) => last.size === sizes.at(-1));
  const labels = spread(
    reaching.map(({ last }) => y(last.seconds)),
    lineHeight,
    frame.bottom,
  );

  const grid = Array.from({ length: decades[1] - decades[0] + 1 }, (_, index) => decades[0] + index).map((decade) => {
    const at = rounded(y(10 ** decade));
    const name = decade < 0 ? (10 ** decade).toFixed(-decade) : grouped(10 ** decade);
    return `<path class="grid" d="M${frame.left} ${at}H${frame.right}"/><text x="${frame.left - 8}" y="${at}" dy="0.35em" text-anchor="end">${name} s</text>`;
  });
  const marks = sizes.map(
    (size) =>
      `<path class="grid" d="M${rounded(x(size))} ${frame.top}V${frame.bottom}"/><text x="${rounded(x(size))}" y="${frame.bottom + 24}" text-anchor="middle">${grouped(size)}</text>`,
  );
  const lines = series.map(({ id, points, last }) => {
    const path = points
      .map((row, at) => `${at ? 'L' : 'M'}${rounded(x(row.size))} ${rounded(y(row.seconds))}`)
      .join('');
    const dots = points.map((row) => `<circle cx="${rounded(x(row.size))}" cy="${rounded(y(row.seconds))}" r="4"/>`);
    const name = `${escaped(last.tool)}, ${seconds(last.seconds)} s`;
    const label = labels[reaching.findIndex((one) => one.id === id)];
    const named =
      label === undefined
        ? // A line that ends early has its name above its end, and not across the others.
          `<text x="${rounded(x(last.size))}" y="${rounded(y(last.seconds) - 14)}" text-anchor="middle">${name}</text>`
        : `<path class="lead" d="M${rounded(x(last.size) + 6)} ${rounded(y(last.seconds))}L${frame.right + 8} ${rounded(label)}"/><text x="${frame.right + 12}" y="${rounded(label)}" dy="0.35em">${name}</text>`;
    return `<g class="${id}"><path class="line" d="${path}"/>${dots.join('')}${named}</g>`;
  });
  const told = series.map(
    ({ points, last }) =>
      `${last.tool}: ${points.map((row) => `${seconds(row.seconds)} seconds for ${grouped(row.size)} examples`).join(', ')}.`,
  );
  const inks = (index: 0 | 1): string =>
    Object.entries(colours)
      .map(([id, pair]) => `.${id}{--ink:${pair[index]}}`)
      .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
<title id="title">Seconds to build a site and its search index, by the number of examples</title>
<desc id="desc">${escaped(told.join(' '))}</desc>
<style>
svg{--paper:#fff;--text:#1f2328;--faint:#d0d7de;font:14px system-ui,sans-serif}
${inks(0)}
@media (prefers-color-scheme:dark){svg{--paper:#0d1117;--text:#e6edf3;--faint:#30363d}${inks(1)}}
.paper{fill:var(--paper)}
text{fill:var(--ink,var(--text));stroke:var(--paper);stroke-width:4px;paint-order:stroke}
.name{font-size:17px;font-weight:600}
.grid{stroke:var(--faint)}
.line{fill:none;stroke:var(--ink);stroke-width:2}
.lead{stroke:var(--ink);stroke-dasharray:2 3}
circle{fill:var(--ink)}
.own .line{stroke-width:4}
.own text{font-weight:600}
</style>
<rect class="paper" width="${width}" height="${height}"/>
<text class="name" x="16" y="28">Seconds to build a site and its search index</text>
<text x="16" y="50">Clean builds, ${escaped(taken)}. The tools do not do the same work.</text>
${[...grid, ...marks].join('\n')}
<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 48}" text-anchor="middle">examples</text>
${lines.join('\n')}
</svg>
`;
}
