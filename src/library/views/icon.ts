/** The icon that browsers show beside the site's name. */
import type { Library } from '../library.ts';

/** The programme's own icon as a file; for one that has none, two who talk, in the colour of the site. */
export function iconText({ icon, site }: Library): string {
  const { attributes, shapes } = icon ?? {
    attributes: { viewBox: '0 0 32 32' },
    shapes:
      `<rect width="32" height="32" rx="6" fill="${site.colour}"/>` +
      '<path d="M6 7h13v9h-7l-3 3v-3H6zM23 12h3v9h-2v3l-3-3h-8" fill="none" stroke="#fff" stroke-width="2" stroke-linejoin="round"/>',
  };
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<svg xmlns="http://www.w3.org/2000/svg"${written.join('')}>${shapes}</svg>\n`;
}
