import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writtenAddress } from '../../src/schemas/page-reference.ts';
import { idsOf } from '../../src/schemas/fields.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { bases } from '../../src/schemas/case-study.ts';
import { fixtureDay, sites, type Site } from '../sites.ts';
import { attributes, captures, pageOf, pagesOf, textOf } from './pages.ts';

const published = <T extends { data: { draft?: boolean | undefined } }>(entries: readonly T[]): T[] =>
  entries.filter(({ data }) => !data.draft);
const contentOf = async (site: Site) => {
  const { entries, vocabularies } = readContent(site.content, fixtureDay).content;
  const examples = published(entries['case-studies']);
  return { entries, vocabularies, examples, changes: examples.flatMap(({ data }) => data.changes) };
};
const listedIn = (site: Site, list: RegExp, part: RegExp): string[] =>
  pagesOf(site)
    .filter(({ path }) => list.test(path))
    .flatMap(({ html }) => captures(html, part));
const claim = /data-claim="([a-z]+)"/g;

describe.each([
  ['the large fixture', sites.root, await contentOf(sites.root)],
  ['another programme', sites.second, await contentOf(sites.second)],
])('the evidence of %s', (_, site, { entries, vocabularies, examples, changes }) => {
  it('lists every claim of every example once by its basis, at most 50 a page', () => {
    const counts = bases.flatMap((basis) =>
      pagesOf(site)
        .filter(({ path }) => path.startsWith(`evidence/basis/${basis}/`))
        .map(({ html }) => captures(html, claim).length),
    );
    expect(counts.reduce((a, b) => a + b, 0)).toBe(changes.length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(50);
  });

  it('shows the first claims of each basis on one page, and leads to all of those that have more', () => {
    const html = pageOf(site, 'evidence/');
    for (const basis of bases) {
      const all = changes.filter((change) => change.basis === basis).length;
      expect(captures(html, claim).filter((shown) => shown === basis)).toHaveLength(Math.min(10, all));
      const link = new RegExp(`<a href="/evidence/basis/${basis}/"[^>]*>\\s*All `);
      if (all > 10) expect(html).toMatch(link);
      else expect(html).not.toMatch(link);
    }
  });

  it('draws as many of each basis as the table says and the content holds', () => {
    const html = pageOf(site, 'evidence/');
    const held = bases.map((basis) => String(changes.filter((change) => change.basis === basis).length));
    expect(attributes(html, 'data-bar')).toEqual(held);
    expect(bases.flatMap((basis) => captures(html, new RegExp(`data-count="${basis}"[^>]*>(\\d+)<`, 'g')))).toEqual(
      held,
    );
  });

  it('lists by area, basis and place what the content holds of each', () => {
    for (const basis of bases) {
      const own = changes.filter((change) => change.basis === basis);
      expect(listedIn(site, new RegExp(`^evidence/basis/${basis}/`), claim), basis).toHaveLength(own.length);
    }
    for (const { id } of entries['priority-areas']) {
      const own = examples
        .filter(({ data }) => idsOf(data.priorityAreas).includes(id))
        .flatMap(({ data }) => data.changes);
      expect(listedIn(site, new RegExp(`^evidence/area/${id}/`), claim), id).toHaveLength(own.length);
    }
    for (const { id } of entries.places) {
      const own = examples.filter(({ data }) => data.place.id === id).flatMap(({ data }) => data.changes);
      expect(listedIn(site, new RegExp(`^evidence/place/${id}/`), claim), id).toHaveLength(own.length);
    }
  });

  it('is one mark for each change of an example, with the same in words', () => {
    for (const { id, data } of examples) {
      const html = pageOf(site, `examples/${id}/`);
      const marks = attributes(html, 'data-mark');
      expect(marks.toSorted(), id).toEqual(data.changes.map(({ basis }) => basis).toSorted());
      for (const basis of new Set(marks))
        expect(captures(html, /data-part="strength"[^>]*>([^<]*)</g)[0], id).toContain(
          `${marks.filter((mark) => mark === basis).length} ${basis}`,
        );
    }
  });

  it('is no list of what was done, which stands apart on the page of the example', () => {
    for (const { id, data } of examples) {
      const html = pageOf(site, `examples/${id}/`);
      expect(captures(html, /data-part="(done)"/g), id).toHaveLength(data.done.length);
      for (const { claim: text } of data.done) {
        expect(textOf(html), id).toContain(text);
        expect(
          pagesOf(site).filter(({ path, html: other }) => path.startsWith('evidence/') && other.includes(text)),
        ).toEqual([]);
      }
    }
    expect(sites.second !== site || examples.some(({ data }) => data.done.length)).toBe(true);
  });

  it('shows every region with as many examples as are from its places, and leads to its one place or lists the examples of several', () => {
    const html = pageOf(site, 'where/');
    const drawn = new Map(
      captures(html, /(data-region="[^"]*" data-examples="\d+")/g).map((tile) => {
        const [, slug = '', count = ''] = /"([^"]*)" data-examples="(\d+)"/.exec(tile) ?? [];
        return [slug, Number(count)];
      }),
    );
    const regions = vocabularies.regions?.data ?? [];
    expect([...drawn.keys()].sort()).toEqual(regions.map(({ slug }) => slug).sort());
    for (const { slug } of regions) {
      const places = entries.places.filter(({ data }) => data.region.id === slug).map(({ id }) => id);
      const own = examples.filter(({ data }) => places.includes(data.place.id)).map(({ id }) => id);
      expect(drawn.get(slug), slug).toBe(own.length);
      const from = new Set(examples.flatMap(({ id, data }) => (own.includes(id) ? data.place.id : [])));
      const listed = listedIn(site, new RegExp(`^where/region/${slug}/`), /<h3[^>]*><a href="\/examples\/([^/"]*)\//g);
      expect(listed.sort(), slug).toEqual(from.size > 1 ? own.sort() : []);
      const tile = new RegExp(
        `<a class="tile[^"]*" href="([^"]*)"[^>]*>(?:(?!</a>)[\\s\\S])*data-region="${slug}"`,
        'g',
      );
      const [only = ''] = from;
      expect(captures(html, tile), slug).toEqual(
        from.size > 1 ? [`/where/region/${slug}/`] : from.size ? [`/places/${only}/`] : [],
      );
      if (own.length === 0) expect(textOf(html)).toContain('No example yet');
    }
  });

  it('says of when the accounts are in one sentence', () => {
    const months = examples.map(({ data }) => data.asOf).sort();
    const html = pageOf(site, 'evidence/');
    const sentence = textOf(/id="when"[\s\S]*?<\/section>/.exec(html)?.[0] ?? '');
    for (const year of [months[0], months.at(-1)].map((month = '') => month.slice(0, 4)))
      expect(sentence).toContain(year);
    expect(sentence).toContain(`The ${months.length} account`);
  });

  it('has a page for each that took something up, linked from both sides', () => {
    for (const { id, data } of published(entries['taken-up'])) {
      const html = pageOf(site, `taken-up/${id}/`);
      const from = writtenAddress(data.from);
      expect(html).toContain(`href="/${from}/"`);
      expect(html).toContain('data-pagefind-filter="part:page"');
      const says = { 'took-up': 'Took it up', considering: 'Was considering it', similar: 'Did something like it' };
      expect(textOf(html), id).toContain(says[data.link]);
      expect(pageOf(site, `${from}/`)).toContain(`href="/taken-up/${id}/"`);
      if (data.place === undefined) continue;
      expect(html).toContain(`href="/places/${data.place.id}/"`);
      expect(pageOf(site, `places/${data.place.id}/`)).toContain(`href="/taken-up/${id}/"`);
    }
    expect(existsSync(join(site.directory, 'taken-up/index.html'))).toBe(true);
  });
});

it('another programme has its own account of who took something up', () => {
  expect(textOf(pageOf(sites.second, 'taken-up/'))).toContain('Eastwater tries a sandbag library');
});
