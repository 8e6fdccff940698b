/** The colour of a site: of its name, its lines, its charts and its buttons. */

/** That of a site which names none. */
export const neutralColour = '#3b4657';

export const colourPattern = /^#[0-9A-Fa-f]{6}$/;
export const colourSays = "must be # and six of 0 to 9 and a to f, in quotation marks, such as '#0b4a52'";
/** The darkest of the backgrounds that the colour stands on, --tint in src/styles/_base.scss. White is paler. */
const background = '#f4efe4';
/** What WCAG asks of text. */
const least = 4.5;

/** What is wrong with a colour; nothing, where it can be read on every page. */
export function colourFault(value: string): string | undefined {
  if (!colourPattern.test(value)) return colourSays;
  const found = contrast(value, background);
  // Cut, not rounded: 4.46 is not enough and must not be shown as 4.5.
  const shown = (Math.floor(found * 10) / 10).toFixed(1);
  return found < least
    ? `is too pale to read: it stands out from the pages by ${shown} to 1, and has to by ${least} to 1`
    : undefined;
}

/** The contrast of two colours as WCAG counts it, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [paler = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (paler + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Red, green and blue, each from 0 to 255. */
export const channels = (colour: string): number[] =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
