import { inSite } from '../../config/urls.ts';
import type { Moved } from '../../schemas/moved.ts';
import type { Library } from '../library.ts';
import { dayInWords } from '../words.ts';

/** What a page says where another once stood. Of one that is withdrawn, nothing that it said is said again. */
export function movedView(library: Library, { to, withdrawn, why = '' }: Moved) {
  const text = library.pageText();
  if (to === undefined)
    return {
      title: 'This page has been withdrawn',
      summary: `${text.text(why)} It was withdrawn on ${dayInWords(withdrawn ?? '')}. Other pages may help you.`,
    };
  // What it leads to may be a draft by now, or rest on a consent that is over.
  if (!library.addresses.includes(`/${to}/`))
    return {
      title: 'This page is not on the site now',
      summary: 'It moved, and the page that it moved to is off the site. Other pages may help you.',
    };
  const url = inSite(`/${to}/`);
  const { areas, themes, places, factors, examples, problems, terms, takenUp } = library;
  const entry = [areas, themes, places, factors, examples, problems, terms, takenUp]
    .flat()
    .find((one) => one.url === url);
  const page = library.pages.find(({ id }) => id === to);
  const title = entry?.data.title ?? page?.data.title ?? library.site.navigation.find((link) => link.to === to)?.label;
  return {
    title: 'This page has moved',
    summary: 'It stands at another address now.',
    to: { url, title: title ?? 'its new address' },
  };
}
