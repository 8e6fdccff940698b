import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sites } from '../sites.ts';
import { attributes, captures, pageOf, pagesOf, textOf } from './pages.ts';

/** The files as they are written, read by nothing of the site's own. */
interface Item {
  id: string;
  text: string;
  leads?: { to: string; because: string }[];
  links?: { to: string; because: string }[];
  sameSubject?: { with: string }[];
  items?: Item[];
}
const boxes = ['issues', 'organisational', 'local', 'national', 'mechanisms', 'outcomes'] as const;
const all = (items: Item[] = []): Item[] => items.flatMap((item) => [item, ...all(item.items)]);

describe.each([
  ['the large fixture', sites.root],
  ['the second programme', sites.second],
])('the change maps of %s', (_, site) => {
  const folder = join(site.content, 'change-maps');
  const maps = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => {
      const data = parse(readFileSync(join(folder, name), 'utf8')) as Partial<Record<(typeof boxes)[number], Item[]>>;
      const items = boxes.map((box) => all(data[box]));
      return { id: name.replace('.yaml', ''), items, flat: items.flat(), issues: all(data.issues) };
    });

  it('are counted box by box on the page of their place', () => {
    for (const { id, items } of maps) {
      const [plan = ''] = captures(pageOf(site, `places/${id}/`), /(<section [^>]*data-change-map[\s\S]*)/g);
      expect(captures(plan, /<h3[^>]*>[^<]*: (\d+)/g), id).toEqual(
        items.filter(({ length }) => length > 0).map(({ length }) => String(length)),
      );
    }
  });

  it('give every item an address, and draw those that the source joins', () => {
    for (const { id, flat, issues } of maps) {
      const html = pageOf(site, `places/${id}/`);
      const ids = captures(html, /<li id="([^"]*)" data-map-item/g);
      expect(ids.toSorted(), id).toEqual(flat.map((item) => item.id).toSorted());
      const joined = new Set(flat.flatMap(({ id: from, leads = [] }) => leads.flatMap(({ to }) => [from, to])));
      for (const { id: issue } of issues) joined.delete(issue);
      expect(captures(html, /<li class="(rows-\d+)/g), id).toHaveLength(joined.size);
      expect(textOf(html)).toContain(`${flat.length}\u00a0item`.replace('\u00a0', ' '));
    }
  });

  it('draw a line for each tie, say how many there are, and tell each from both sides', () => {
    for (const { id, flat } of maps) {
      const html = pageOf(site, `places/${id}/`);
      const ties = flat.reduce((sum, { leads = [] }) => sum + leads.length, 0);
      const [svg = ''] = captures(html, /<svg class="ties"([\s\S]*?)<\/svg>/g);
      expect(captures(svg, /(<path)/g), id).toHaveLength(ties);
      expect(captures(html, /data-tie="(leads)"/g), id).toHaveLength(ties);
      expect(captures(html, /data-tie="(back)"/g), id).toHaveLength(ties);
      if (ties > 0) expect(textOf(html), id).toMatch(new RegExp(`itself joins ${ties}\\spairs?`));
      // What is only on the same subject has no line, and is told from both sides.
      const same = flat.reduce((sum, { sameSubject = [] }) => sum + sameSubject.length, 0);
      expect(captures(html, /data-tie="(same)"/g), id).toHaveLength(2 * same);
    }
  });

  it('link each item to what shows it, and are linked back', () => {
    for (const { id, flat } of maps) {
      const html = pageOf(site, `places/${id}/`);
      const links = flat.flatMap(({ links: own = [] }) => own);
      expect(captures(html, /(data-shown-by)/g), id).toHaveLength(links.length);
      for (const { to } of links)
        expect(captures(pageOf(site, `${to}/`), /(data-part="on-maps")/g), `${to} from ${id}`).toHaveLength(1);
      expect(attributes(html, 'href')).toContain('#planned');
    }
  });

  it('are linked to from at most five items on the page of an example or a factor', () => {
    for (const { path, html } of pagesOf(site)) {
      const [part = ''] = captures(html, /<section class="section" data-part="on-maps"([\s\S]*?)<\/section>/g);
      expect(captures(part, /href="[^"]*\/places\/[^"#]*(#)(?!planned)/g).length, path).toBeLessThanOrEqual(5);
    }
  });
});

describe.each([
  ['the large fixture', sites.root],
  ['the second programme', sites.second],
])('what recurs in %s', (_, site) => {
  const folder = join(site.content, 'recurring');
  const groups = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx') && !name.startsWith('_'))
    .map((name) => {
      const [, front = ''] = readFileSync(join(folder, name), 'utf8').split('---\n');
      return { id: name.replace('.mdx', ''), ...(parse(front) as { items: { map: string; item: string }[] }) };
    });

  it('names each item with its address on its map, under its place', () => {
    for (const { id, items } of groups) {
      const html = pageOf(site, `recurring/${id}/`);
      expect(captures(html, /data-said[^>]*>\s*<a href="([^"]*)"/g).toSorted(), id).toEqual(
        items.map(({ map, item }) => `/places/${map}/#${item}`).toSorted(),
      );
      expect(captures(html, /data-place="([^"]*)"/g).toSorted(), id).toEqual(
        [...new Set(items.map(({ map }) => map))].toSorted(),
      );
    }
    expect(groups.length).toBeGreaterThan(0);
  });

  it('stands in full on the page on what helped', () => {
    const [, html = ''] = pageOf(site, 'themes/').split('id="recurring"');
    expect(captures(html, /href="\/recurring\/([^"/]*)\/"/g).toSorted()).toEqual(groups.map(({ id }) => id).toSorted());
  });
});
