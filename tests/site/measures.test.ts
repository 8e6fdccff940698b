import { describe, expect, it } from 'vitest';
import { writtenAddress } from '../../src/schemas/page-reference.ts';
import { idsOf } from '../../src/schemas/fields.ts';
import { measureItems } from '../../src/schemas/items.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { fixtureDay, sites, type Site } from '../sites.ts';
import { captures, pageOf, textOf } from './pages.ts';

const contentOf = async ({ content }: Site) => readContent(content, fixtureDay).content;

/** The rows of a table's body, each the text of its cells. */
const rowsOf = (table: string): string[][] =>
  captures(table, /<tr[^>]*>([\s\S]*?)<\/tr>/g).map((row) =>
    captures(row, /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g).map((cell) => textOf(cell).trim()),
  );
const tablesOf = (html: string): string[] => captures(html, /<table[^>]*>([\s\S]*?)<\/table>/g);

describe.each([sites.root, sites.second])('the pages of measures of $content', (site) => {
  it('count each measure of each area by where it comes from, with sums', async () => {
    const { lists } = await contentOf(site);
    const html = pageOf(site, 'measures/');
    const all = lists.measures.flatMap(({ data }) => measureItems(data).map(({ item }) => item));
    if (!all.length) {
      expect(textOf(html)).toContain('No measure is listed yet.');
      return;
    }
    const [head = [], ...rows] = rowsOf(tablesOf(html)[0] ?? '');
    const words = { records: 'Records', surveys: 'Surveys', groups: 'Groups', web: 'Web figures' };
    for (const [from, title] of Object.entries(words))
      expect(rows.at(-1)?.[head.indexOf(title)], title).toBe(String(all.filter((item) => item.from === from).length));
    expect(rows.at(-1)?.at(-1)).toBe(String(all.length));
    expect(rows).toHaveLength(lists.measures.length + 1);
    for (const row of rows) {
      const numbers = row.slice(1).map(Number);
      expect(numbers.slice(0, -1).reduce((sum, number) => sum + number, 0)).toBe(numbers.at(-1));
    }
  });

  it('give each measure an address, with what used it and on what that rests, and can all be ticked', async () => {
    const { lists } = await contentOf(site);
    const plan = pageOf(site, 'measures/plan/');
    for (const { id: area, data } of lists.measures) {
      const html = pageOf(site, `measures/${area}/`);
      for (const { item } of measureItems(data)) {
        expect(captures(html, new RegExp(`<li id="(${item.id})"`, 'g')), item.id).toHaveLength(1);
        expect(html).toMatch(new RegExp(`<li id="${item.id}"[^>]*><div[^>]*><h[23]\\b`));
        for (const { to } of item.like) expect(html).toContain(`href="${site.base}${writtenAddress(to)}/"`);
        expect(plan).toContain(`value="${area}/${item.id}"`);
      }
      expect(captures(plan, /(<legend[^>]*>\s*<h2)/g)).toHaveLength(lists.measures.length);
      expect(html).toContain(`href="${site.base}priority-areas/${area}/"`);
      expect(pageOf(site, `priority-areas/${area}/`)).toContain(`href="${site.base}measures/${area}/"`);
    }
    const all = lists.measures.flatMap(({ data }) => measureItems(data));
    expect(captures(plan, /<input type="checkbox" name="have" value="([^"]*)"/g)).toHaveLength(all.length);
  });
});

describe.each([sites.root, sites.second])('the page of coverage of $content', (site) => {
  it('counts the examples of each area and theme, and names each gap as one', async () => {
    const { entries } = await contentOf(site);
    const examples = entries['case-studies'].filter(({ data }) => !data.draft);
    const html = pageOf(site, 'coverage/');
    let gaps = 0;
    for (const { id: area } of entries['priority-areas'].filter(({ data }) => !data.draft))
      for (const { id: theme } of entries.themes.filter(({ data }) => !data.draft)) {
        const count = examples.filter(
          ({ data }) => idsOf(data.priorityAreas).includes(area) && idsOf(data.themes).includes(theme),
        ).length;
        const shown = captures(
          html,
          new RegExp(`href="[^"]*/examples/\\?area=${area}&(?:amp;|#38;)?[^"]*theme=${theme}"[^>]*>\\s*(\\d+)`, 'g'),
        );
        expect(shown, `${area}, ${theme}`).toEqual(count ? [String(count)] : []);
        if (!count) gaps += 1;
      }
    const [themes = ''] = tablesOf(html);
    // A gap is white, and is told to who does not see it.
    expect(
      captures(themes, /<td [^>]*data-gap[^>]*>\s*<span class="visually-hidden"[^>]*>(none yet)<\/span>/g),
    ).toHaveLength(gaps);
    expect(html).toMatch(/href="[^"]*\/offer\/"/);
    const caption = textOf(captures(themes, /<caption[^>]*>([\s\S]*?)<\/caption>/g)[0] ?? '');
    expect(caption).toContain(gaps ? `${gaps} of ` : 'have an example');
  });

  it('says of each place and area whether it was chosen, is shown here, both or neither', async () => {
    const { entries } = await contentOf(site);
    const examples = entries['case-studies'].filter(({ data }) => !data.draft);
    const areas = entries['priority-areas'].filter(({ data }) => !data.draft);
    const [, table = ''] = tablesOf(pageOf(site, 'coverage/'));
    const [head = [], ...rows] = rowsOf(table);
    for (const place of entries.places.filter(({ data }) => !data.draft)) {
      const row = rows.find(([title]) => title === place.data.title) ?? [];
      for (const area of areas) {
        const chosen = idsOf(place.data.priorityAreas).includes(area.id);
        const count = examples.filter(
          ({ data }) => data.place.id === place.id && idsOf(data.priorityAreas).includes(area.id),
        ).length;
        const cell = row[head.indexOf(area.data.shortTitle)] ?? '';
        const word = chosen ? (count ? 'Both' : 'Chosen') : count ? 'Shown' : 'Neither';
        expect(cell.startsWith(word), `${place.id}, ${area.id}: ${cell}`).toBe(true);
        expect(cell.includes('No example yet')).toBe(chosen && !count);
        if (count) expect(cell).toContain(`${count} example`);
      }
    }
  });
});
