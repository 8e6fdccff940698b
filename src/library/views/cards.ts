/** What lists show of an entry, and of what stands behind it. */
import type { Reference } from '../../schemas/fields.ts';
import { partOf } from '../../schemas/page-reference.ts';
import { groupBy, pageSize, strongestBasis } from '../derive.ts';
import type { Library } from '../library.ts';
import type { Example, Factor } from '../entries.ts';
import type { PageText } from '../../markdown/page-text.ts';
import { counted, namesInWords, pageKinds } from '../words.ts';

export interface Card {
  example: Example;
  summary: string;
  /** How the change is known that is known best. */
  basis: ReturnType<typeof strongestBasis>;
}

export const cards = (text: PageText, examples: readonly Example[]): Card[] =>
  examples.map((example) => ({
    example,
    summary: text.brief(example.data.summary),
    basis: strongestBasis(example.data.changes),
  }));

/** How many examples, of those `among`, name a factor. One that names it twice counts once. */
export const exampleCount = ({ meanings }: Factor, among: (example: Example) => boolean = () => true): number =>
  new Set(meanings.map(({ example }) => example).filter(among)).size;

/** Factors, each with how many examples name it: of all, or of those `among` which the list is about. */
export const factorCards = (
  text: PageText,
  factors: readonly Factor[],
  among?: (example: Example) => boolean,
  none = 'No example yet',
) =>
  factors.map((factor) => {
    const count = exampleCount(factor, among);
    return {
      url: factor.url,
      title: factor.data.title,
      summary: text.brief(factor.data.summary),
      count: count ? counted(count, 'example') : none,
    };
  });

/** The factors that most examples name, at most `size` of them. */
export const mostNamed = (
  factors: readonly Factor[] = [],
  size = pageSize,
  among?: (example: Example) => boolean,
): Factor[] =>
  factors
    .map((factor) => ({ factor, count: exampleCount(factor, among) }))
    .sort((a, b) => b.count - a.count)
    .slice(0, size)
    .map(({ factor }) => factor);

/** The areas, each with how many examples it has. */
export const areaCounts = ({ areas, examplesByArea }: Library) =>
  areas.map((area) => ({ area, count: examplesByArea.get(area.id)?.length ?? 0 }));

/** An example or a factor, as a link names it. */
export function showingPage(library: Pick<Library, 'example' | 'factor'>, to: Reference) {
  const part = partOf(to) ?? 'page';
  const { url, data } = part === 'examples' ? library.example(to) : library.factor(to);
  return { url, title: data.title, kind: pageKinds[part] };
}

/** Each source once, with all that it is cited for and how it may be used. */
export const sourceItems = (
  library: Pick<Library, 'source'>,
  sources: readonly { source: Reference; where: string }[],
) =>
  [...groupBy(sources, ({ source }) => [source.id])].map(([source, places]) => {
    const { data } = library.source(source);
    const where = places.map((place) => place.where).join('; ');
    const by = data.authors.length ? `${namesInWords(data.authors)} (${data.year}), ` : '';
    const title = `${data.title}${data.authors.length ? '' : ` (${data.year})`}`;
    return {
      credit: `${by}${title}. ${data.publisher}. ${where}. ${data.licence}.`.replaceAll('..', '.'),
      url: data.url,
    };
  });

/** Where in its sources something is told. */
export const creditsOf = (
  library: Pick<Library, 'source'>,
  sources: readonly { source: Reference; where: string }[],
): string[] => sources.map(({ source, where }) => `${library.source(source).data.title}, ${where}`);
