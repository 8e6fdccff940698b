/** The compare page: fetches the pages of the chosen examples and sets their parts side by side. */
import { slugPattern } from '../../schemas/slug.ts';
import { element, find } from '../element.ts';
import { addressOf, choiceOf, most, namedBy } from './choice.ts';

const root = find('compare');
const status = find('status');
const table = find<HTMLTableElement>('compared');
const sheet = find('sheet');
const more = find('more');
const again = find('again');
const parts = find('parts');
const pairs = find('pairs');
const ways = find('ways');

const { chosen, repeated } = choiceOf(location.search);
const to = (slugs: readonly string[]): string => addressOf(location.pathname, slugs);

interface Shown {
  slug: string;
  url: string;
  title: string;
  /** The example as its own page has it. */
  article: HTMLElement;
}
interface View {
  all: readonly Shown[];
  /** The slugs that new addresses keep: all that are chosen but those that name no example. */
  kept: readonly string[];
  /** How many of the examples name each factor. */
  counts: ReadonlyMap<string, number>;
}
/** A page that is there, or why there is none. */
type Answer = Shown | { slug: string; fault: 'unknown' | 'failed' };

async function load(slug: string): Promise<Answer> {
  if (!slugPattern.test(slug)) return { slug, fault: 'unknown' };
  const url = `${root.dataset['examples'] ?? '/'}${slug}/`;
  try {
    const response = await fetch(url);
    if (!response.ok && response.status !== 404) return { slug, fault: 'failed' };
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const article = page.querySelector<HTMLElement>('[data-example]');
    if (article?.dataset['example'] !== slug) return { slug, fault: 'unknown' };
    return { slug, url, title: textOf(article, 'title'), article };
  } catch {
    return { slug, fault: 'failed' };
  }
}

const part = (within: ParentNode, name: string): HTMLElement | null => within.querySelector(`[data-part="${name}"]`);
const textOf = (within: ParentNode, name: string): string => part(within, name)?.textContent.trim() ?? '';
const factorsOf = ({ article }: Shown): HTMLElement[] => [...article.querySelectorAll<HTMLElement>('[data-factor]')];

const link = (href: string, text: string, rest = '', className = ''): HTMLAnchorElement =>
  element('a', { href, className }, text, ...(rest ? [element('span', { className: 'visually-hidden' }, rest)] : []));

/** A copy for this page, where no two elements may share an id, and headings would cut across those of the table. */
function copyOf(source: Element, { url, title }: Shown): HTMLElement {
  const copy = document.importNode(source, true) as HTMLElement;
  for (const heading of copy.querySelectorAll('h2, h3'))
    heading.replaceWith(
      element('p', { className: heading.classList.contains('claim') ? 'claim' : 'heading' }, ...heading.childNodes),
    );
  for (const one of [copy, ...copy.querySelectorAll('*')])
    for (const name of ['id', 'aria-labelledby', 'aria-describedby']) one.removeAttribute(name);
  for (const anchor of copy.querySelectorAll('a[href^="#"]'))
    anchor.setAttribute('href', url + (anchor.getAttribute('href') ?? ''));
  copy
    .querySelectorAll('[role="region"]')
    .forEach((region, index) => region.setAttribute('aria-label', `Table ${index + 1} of ${title}`));
  return copy;
}

/** What each row of the table shows of an example; nothing where its page has no such part. */
const rows: Record<string, (shown: Shown, view: View) => Node[]> = {
  facts({ article, slug, title }, { kept }) {
    const linksIn = (name: string) =>
      [...(part(article, name)?.querySelectorAll('a') ?? [])].map((found) =>
        link(found.getAttribute('href') ?? '', found.textContent.trim()),
      );
    const place = part(article, 'place');
    const strength = textOf(article, 'strength');
    const rest = kept.filter((other) => other !== slug);
    return [
      element(
        'ul',
        { className: 'plain-list facts' },
        element('li', {}, link(place?.getAttribute('href') ?? '', place?.textContent.trim() ?? '')),
        element('li', {}, ...linksIn('kind').flatMap((one) => [one, ', ']), textOf(article, 'region')),
        ...linksIn('areas').map((one) => element('li', {}, one)),
        element('li', {}, `${textOf(article, 'stage')} in ${textOf(article, 'as-of')}`),
        ...(strength ? [element('li', {}, `What changed: ${strength}`)] : []),
      ),
      element('p', { className: 'no-print' }, link(to(rest), 'Remove', ` ${title}`)),
    ];
  },
  start: (shown) => contentOf(shown, 'start'),
  did: (shown) => contentOf(shown, 'did', 'paid'),
  paid: (shown) => contentOf(shown, 'paid').slice(1),
  changes(shown) {
    const items = [...shown.article.querySelectorAll('[data-part="change"]')];
    const copies = items.map((item) => element('li', {}, ...copyOf(item, shown).childNodes));
    return [element('ul', { className: 'plain-list' }, ...copies)];
  },
  factors(shown, { counts }) {
    const order = [...counts.keys()];
    const own = factorsOf(shown).sort((a, b) => order.indexOf(idOf(a)) - order.indexOf(idOf(b)));
    const sharedBy = (item: HTMLElement): number => counts.get(idOf(item)) ?? 0;
    const items = [...own.filter((item) => sharedBy(item) > 1), ...own.filter((item) => sharedBy(item) === 1)];
    const shownItems = items.map((item) => {
      const mark = element('strong', { className: 'shared' }, `Shared by ${sharedBy(item)}`);
      return element('li', {}, ...(sharedBy(item) > 1 ? [mark, ' '] : []), ...copyOf(item, shown).childNodes);
    });
    return [element('ul', { className: 'plain-list' }, ...shownItems)];
  },
};

const idOf = (item: HTMLElement): string => item.dataset['factor'] ?? '';

/** The elements of a part of an example, without a part within it that has a row of its own. */
function contentOf(shown: Shown, name: string, without?: string): Element[] {
  const found = part(shown.article, name);
  if (!found) return [];
  const copy = copyOf(found, shown);
  if (without !== undefined) part(copy, without)?.remove();
  return [...copy.children];
}

const roles: Record<string, string> = { col: 'columnheader', row: 'rowheader' };

/** Fills the table, whose rows stand on the page with their heads. */
function showTable(view: View): void {
  const { all } = view;
  table.querySelector('thead tr')?.append(
    ...all.map(({ url, title }) => {
      const head = element('th', {}, link(url, title));
      head.scope = 'col';
      return head;
    }),
  );
  for (const row of table.querySelectorAll<HTMLElement>('[data-row]')) {
    // HTML has no headings within heads of rows; who reads by headings finds the parts all the same.
    const head = row.querySelector('th');
    head?.replaceChildren(element('span', { role: 'heading', ariaLevel: '2' }, ...head.childNodes));
    for (const shown of all) {
      const content = rows[row.dataset['row'] ?? '']?.(shown, view) ?? [];
      row.append(
        element(
          'td',
          {},
          element('p', { className: 'of' }, shown.title),
          ...(content.length ? content : [element('p', { className: 'muted' }, row.dataset['none'] ?? '')]),
        ),
      );
    }
  }
  // Laid out as a grid, a table keeps its meaning only where its roles are written out.
  table.setAttribute('role', 'table');
  for (const group of table.children)
    if (group instanceof HTMLTableSectionElement) group.setAttribute('role', 'rowgroup');
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    for (const cell of row.cells) cell.setAttribute('role', roles[cell.scope] ?? 'cell');
  }
  for (const layout of [table, sheet]) layout.classList.add(`columns-${all.length}`);
  table.hidden = false;
  parts.hidden = false;
  showSheet();
}

/** The same for paper, where each example runs down a column of its own: rows in line would leave gaps, and need two. */
function showSheet(): void {
  const heads = [...table.querySelectorAll<HTMLElement>('thead th')].slice(1);
  const columns = heads.map((head, index) => {
    const parts = [...table.querySelectorAll<HTMLElement>('[data-row]')].flatMap((row) => [
      element('h3', {}, row.querySelector('th')?.textContent.trim() ?? ''),
      ...[...(row.querySelectorAll(':scope > td')[index]?.children ?? [])]
        .filter((child) => !child.matches('.of, .no-print'))
        .map((child) => child.cloneNode(true)),
    ]);
    return element('section', {}, element('h2', {}, head.textContent), ...parts);
  });
  sheet.replaceChildren(...columns);
}

/** Related examples of those shown, each as a link that adds it. */
function showMore({ all, kept }: View): void {
  const offered = new Map<string, HTMLElement>();
  if (kept.length < most)
    for (const { title, article } of all)
      for (const item of article.querySelectorAll<HTMLElement>('[data-related]')) {
        const slug = item.dataset['related'] ?? '';
        const name = item.querySelector('h3')?.textContent.trim() ?? slug;
        if (kept.includes(slug) || offered.has(slug)) continue;
        const details = [
          all.length > 1 ? `Related to “${title}”.` : '',
          `${textOf(item, 'where')}.`,
          textOf(item, 'reason').replace(/\s+/g, ' '),
        ];
        offered.set(
          slug,
          element(
            'li',
            {},
            link(to([...kept, slug]), `Add “${name}”`),
            element('p', { className: 'small' }, details.filter(Boolean).join(' ')),
          ),
        );
      }
  more.querySelector('ul')?.replaceChildren(...offered.values());
  more.hidden = offered.size === 0;
}

const asked = chosen.slice(0, most);

async function show(): Promise<void> {
  status.textContent = asked.length ? 'The examples are being fetched.' : '';
  const answers = await Promise.all(asked.map(load));
  const all = answers.filter((answer) => 'article' in answer);
  const of = (kind: string) => answers.filter((answer) => 'fault' in answer && answer.fault === kind);
  const unknown = of('unknown').map(({ slug }) => slug);
  const failed = of('failed').map(({ slug }) => slug);
  const kept = chosen.filter((slug) => !unknown.includes(slug));
  const twice = all.filter(({ slug }) => repeated.includes(slug));

  const view: View = { all, kept, counts: namedBy(all.map((one) => factorsOf(one).map(idOf))) };

  if (all.length > 1) showTable(view);
  showMore(view);
  again.hidden = failed.length === 0;
  pairs.hidden = all.length > 0 || failed.length > 0;
  ways.classList.add('ready');
  again.querySelector('a')?.setAttribute('href', to(kept));
  document.title = [...all.map(({ title }) => title), document.title].join(' – ');
  const sentences = [
    ...(chosen.length ? [] : [root.dataset['none'] ?? '']),
    ...unknown.map((slug) => `No example is called “${slug}”. Look at the address again, or choose from all examples.`),
    ...failed.map((slug) => `The example “${slug}” could not be loaded. Check your connection, then try again.`),
    ...twice.map(({ title }) => `“${title}” was chosen twice and is shown once. Choose another in its place.`),
    ...(chosen.length > most
      ? [`You chose ${chosen.length} examples, and at most ${most} fit. Remove one to make room for the next.`]
      : []),
    ...(all.length === 1
      ? [
          `One example is chosen: “${all[0]?.title}”. ${more.hidden ? 'Choose another' : 'Add another below'} to compare.`,
        ]
      : []),
    ...(all.length > 1 ? [sumOf(view)] : []),
  ];
  status.replaceChildren(...sentences.map((sentence) => element('p', {}, sentence)));
}

function sumOf({ all, counts }: View): string {
  const shared = [...counts.values()].filter((count) => count > 1).length;
  const share =
    shared === 0
      ? 'No factor was key to more than one of them.'
      : `${shared === 1 ? '1 factor was' : `${shared} factors were`} key to more than one of them.`;
  return `${all.length} examples stand side by side. ${differencesOf(all)} ${share}`;
}

/** In what the examples differ, of what one looks at first. */
function differencesOf(all: readonly Shown[]): string {
  const looked = { place: 'place', kind: 'kind of authority', areas: 'priority area', stage: 'stage' };
  const differing = Object.entries(looked)
    .filter(([name]) => new Set(all.map(({ article }) => textOf(article, name).replace(/\s+/g, ' '))).size > 1)
    .map(([, words]) => words);
  return differing.length
    ? `They differ in ${new Intl.ListFormat('en-GB').format(differing)}.`
    : 'They are of one place, priority area and stage.';
}

void show();
