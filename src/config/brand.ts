/** Gives the style sheets the site's colour, as brand(): one that is built with them is no style inside a page. */
import { SassColor, type CustomFunction } from 'sass';
import { channels, colourFault, neutralColour } from './colour.ts';
import { readLoosely } from './site-address.ts';

/** The colour in site.yaml. One that is wrong is left to the check of content, which tells all that is. */
async function siteColour(): Promise<string> {
  const colour = ((await readLoosely('site.yaml')) as { colour?: unknown } | null | undefined)?.colour;
  return typeof colour === 'string' && !colourFault(colour) ? colour : neutralColour;
}

/** The functions that the style sheets may call. */
export async function sheetFunctions(): Promise<Record<string, CustomFunction<'sync'>>> {
  const [red = 0, green = 0, blue = 0] = channels(await siteColour());
  return { 'brand()': () => new SassColor({ red, green, blue }) };
}
