import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writtenAddress } from '../../src/schemas/page-reference.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { metaPolicy } from '../../src/config/security.ts';
import { fixtureDay, sites, type Site } from '../sites.ts';
import { attributes, brokenLinks, captures, filesOf, htmlFaults, pageOf, pagesOf, textOf } from './pages.ts';

const pages = pagesOf(sites.root);
const gzipped = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;
const fileOf = (site: Site, address: string): Buffer =>
  readFileSync(join(site.directory, address.slice(site.base.length)));

describe('every page', () => {
  it('has a title, description and heading of its own', () => {
    const titles = pages.map(({ html }) => captures(html, /<title>([^<]*)<\/title>/g)[0]);
    expect(new Set(titles).size).toBe(pages.length);
    const descriptions = pages.map(
      ({ html }) => captures(html, /<meta name="description" content="([^"]*)"/g)[0] ?? '',
    );
    expect(descriptions.filter((text) => text.length < 20)).toEqual([]);
    expect(new Set(descriptions).size).toBe(pages.length);
    for (const { path, html } of pages) expect([path, captures(html, /<h1[ >]/g).length]).toEqual([path, 1]);
  });

  it('has its canonical address, icon and language', () => {
    for (const { path, html } of pages) {
      expect(html, path).toContain('<html lang="en-GB"');
      expect(html, path).toMatch(/<link rel="icon" href="\/icon\.svg"/);
      if (path === '404.html' || path === 'search/index.html') continue;
      const address = `https://learning.example.org/${path.replace(/index\.html$/, '')}`;
      expect(html, path).toContain(`<link rel="canonical" href="${address}"`);
    }
  });

  it('carries the content security policy, and no inline style or script', () => {
    for (const { path, html } of pages) {
      expect(html, path).toContain(`<meta http-equiv="Content-Security-Policy" content="${metaPolicy(false)}"`);
      expect(html, path).not.toMatch(/<style|\sstyle="|\son[a-z]+="|javascript:/i);
    }
  });

  it('has no script but where one searches, compares, plans, offers or copies, and asks nothing of another host', () => {
    const withScript = pages.filter(({ html }) => html.includes('<script')).map(({ path }) => path);
    expect(withScript.filter((path) => !/^examples\/[a-z-]+\/index\.html$/.test(path))).toEqual([
      'compare/index.html',
      'examples/index.html',
      'measures/plan/index.html',
      'offer/index.html',
      'search/index.html',
    ]);
    for (const { path, html } of pages) {
      expect(
        captures(html, /<script([^>]*)>/g).every((attribute) => attribute.includes('src="/_astro/')),
        path,
      ).toBe(true);
      const asked = [
        ...attributes(html, 'src'),
        ...captures(html, /<link rel="(?:stylesheet|preload|icon)"[^>]*href="([^"]*)"/g),
      ];
      expect(
        asked.filter((address) => !address.startsWith('/')),
        path,
      ).toEqual([]);
    }
  });

  it('weighs at most 25 kB with its styles and scripts, and all fonts at most 30 kB', () => {
    const weights = pages.map(({ path, html }) => {
      const parts = [
        ...captures(html, /<link rel="stylesheet"[^>]*href="([^"]*)"/g),
        ...captures(html, /<script[^>]*src="([^"]*)"/g),
      ];
      return { path, bytes: gzipped(html) + parts.reduce((sum, part) => sum + gzipped(fileOf(sites.root, part)), 0) };
    });
    const heaviest = weights.reduce((a, b) => (a.bytes > b.bytes ? a : b));
    console.log(`heaviest page: ${heaviest.path}, ${heaviest.bytes} bytes`);
    expect(heaviest.bytes).toBeLessThanOrEqual(25_000);
    const fonts = filesOf(sites.root).filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file));
    const fontBytes = fonts.reduce((sum, file) => sum + readFileSync(join(sites.root.directory, file)).length, 0);
    console.log(`fonts: ${fonts.length}, ${fontBytes} bytes`);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fontBytes).toBeLessThanOrEqual(30_000);
  });

  it('is valid HTML', async () => {
    expect(await htmlFaults(pages)).toEqual([]);
  });
});

describe.each([
  ['/', sites.root],
  ['/learning/', sites.under],
])('under the base path %s', (base, site) => {
  it('no link or fragment is broken', () => {
    const { broken, checked, pages: count } = brokenLinks(site);
    console.log(`links and fragments checked under ${base}: ${checked} on ${count} pages`);
    expect(broken).toEqual([]);
    expect(checked).toBeGreaterThan(count * 20);
  });

  it('every address within the site begins with it', () => {
    for (const { path, html } of pagesOf(site)) {
      const own = [...attributes(html, 'href'), ...attributes(html, 'src'), ...attributes(html, 'action')].filter(
        (address) => address.startsWith('/'),
      );
      expect(
        own.filter((address) => !address.startsWith(base)),
        path,
      ).toEqual([]);
    }
  });
});

describe('the build', () => {
  it('gives the same bytes twice', () => {
    const files = filesOf(sites.root);
    expect(filesOf(sites.again)).toEqual(files);
    const differing = files.filter(
      (file) => !readFileSync(join(sites.root.directory, file)).equals(readFileSync(join(sites.again.directory, file))),
    );
    expect(differing).toEqual([]);
  });

  it('lists every page in the sitemap but the not-found page and the old address of the search, which robots.txt names', () => {
    const listed = captures(readFileSync(join(sites.root.directory, 'sitemap-0.xml'), 'utf8'), /<loc>([^<]*)<\/loc>/g);
    const expected = pages
      .filter(({ path }) => path !== '404.html' && path !== 'search/index.html')
      .map(({ path }) => `https://learning.example.org/${path.replace(/index\.html$/, '')}`);
    expect(listed.sort()).toEqual(expected.sort());
    expect(readFileSync(join(sites.root.directory, 'robots.txt'), 'utf8')).toContain(
      'Sitemap: https://learning.example.org/sitemap-index.xml',
    );
    expect(readFileSync(join(sites.under.directory, 'robots.txt'), 'utf8')).toContain(
      'Sitemap: https://learning.example.org/learning/sitemap-index.xml',
    );
  });

  it('writes the policy and the caching into _headers', () => {
    const headers = readFileSync(join(sites.root.directory, '_headers'), 'utf8');
    expect(headers).toContain(`Content-Security-Policy: ${metaPolicy(false)}; frame-ancestors 'none'`);
    expect(headers).toMatch(/\/_astro\/\*\n[^/]*immutable/);
  });
});

describe('the pages together', () => {
  const examplePages = pages.filter(({ path }) => /^examples\/[a-z][^/]*\/index\.html$/.test(path));

  it('link examples and factors, themes, areas and places both ways', () => {
    expect(examplePages.length).toBeGreaterThan(0);
    for (const { path, html } of examplePages) {
      const address = `/${path.replace(/index\.html$/, '')}`;
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      const linked = [
        ...new Set(attributes(main, 'href').filter((to) => /^\/(?:factors|places)\/[a-z-]+\/$/.test(to))),
      ];
      expect(linked.length, path).toBeGreaterThan(1);
      for (const to of linked) {
        const back = pageOf(sites.root, to);
        const whole = attributes(back, 'href').find((link) => link === `${to}examples/`);
        const backLinks = [
          ...attributes(back, 'href'),
          ...(whole ? attributes(pageOf(sites.root, whole), 'href') : []),
        ];
        expect(backLinks, `${to} back to ${address}`).toContain(address);
      }
    }
  });

  it('lead from every example to one to five related ones, each with a reason, and at least one from elsewhere', () => {
    const placeOf = (html: string): string => captures(html, /<a href="([^"]*)" data-part="place"/g)[0] ?? '';
    for (const { path, html } of examplePages) {
      const related = html.match(/<h2 id="related"[\s\S]*?<\/section>/)?.[0] ?? '';
      const items = related.split('<li').slice(1);
      expect(items.length, path).toBeGreaterThanOrEqual(1);
      expect(items.length, path).toBeLessThanOrEqual(5);
      for (const item of items)
        expect(textOf(captures(item, /<p\b[^>]* data-part="reason"[^>]*>([\s\S]*?)<\/p>/g)[0] ?? ''), path).toMatch(
          /\w+.*\.\s*$/,
        );
      const linked = items.map((item) => attributes(item, 'href')[0] ?? '');
      expect(linked, path).not.toContain(`/${path.replace(/index\.html$/, '')}`);
      expect(new Set(linked).size, path).toBe(items.length);
      const own = placeOf(html);
      expect(own, path).toMatch(/^\/places\//);
      expect(
        linked.map((to) => placeOf(pageOf(sites.root, to))).filter((place) => place !== own).length,
        path,
      ).toBeGreaterThan(0);
    }
  });

  it('name every part of an example in its contents, and give each claim a heading of its own', () => {
    for (const { path, html } of examplePages) {
      const contents = captures(
        /<nav aria-labelledby="contents"[\s\S]*?<\/nav>/.exec(html)?.[0] ?? '',
        /href="#([^"]*)"/g,
      );
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      const parts = captures(main, /<h2 id="([^"]*)"/g).filter((id) => id !== 'in-short');
      expect(
        contents.filter((id) => parts.includes(id)),
        path,
      ).toEqual(parts);
      expect(contents, path).toEqual(expect.arrayContaining(['source', 'where-from', 'protected']));
      for (const [part, level] of [
        ['change', 'h3'],
        ['done', 'h4'],
      ] as const)
        for (const claim of captures(main, new RegExp(`<li [^>]*data-part="${part}"[^>]*>([\\s\\S]*?)</li>`, 'g')))
          expect(claim, path).toMatch(new RegExp(`<${level} class="claim"`));
    }
  });

  it('say what kind of place an example is from, and where that is, on its page, its card and the page of the place', () => {
    const says = 'metropolitan district, Yorkshire and The Humber';
    for (const page of ['examples/weaving-in-the-golden-thread', 'themes/ambition'])
      expect(textOf(pageOf(sites.root, page)).toLowerCase(), page).toMatch(new RegExp(`lendale[, ]*${says}`, 'i'));
    expect(textOf(pageOf(sites.root, 'places')).toLowerCase()).toContain(`${says}. 3 examples`.toLowerCase());
    expect(textOf(pageOf(sites.root, 'places/lendale'))).toMatch(
      /Region Yorkshire and The Humber.*Metropolitan district/,
    );
  });

  it('write out an abbreviation at its first use and link it to the glossary', () => {
    const html = pageOf(sites.root, 'examples/drawing-up-a-new-plan');
    expect(html).toMatch(
      /special educational needs and disabilities \(<a class="term" href="\/glossary\/[a-z-]+\/">SEND<\/a>\)/,
    );
    expect(textOf(html).match(/special educational needs and disabilities \(SEND\)/g)).toHaveLength(1);
  });

  it('say on every example what it rests on, that it is old, and that nobody has confirmed it', () => {
    for (const { path, html } of examplePages) {
      expect(textOf(html), path).toMatch(/Check before you rely on this/);
      expect(textOf(html), path).toMatch(/The place has not confirmed it/);
      expect(textOf(html), path).toMatch(/Ashcombe/);
      expect(html, path).toMatch(/class="basis (?:measured|reported|expected)"/);
    }
  });
});

describe.each([
  ['the large fixture', sites.root],
  ['the other programme', sites.second],
])('the ways in to %s', async (_, site) => {
  const { entries } = readContent(site.content, fixtureDay).content;
  const main = (path: string): string => /<main[\s\S]*<\/main>/.exec(pageOf(site, path))?.[0] ?? '';
  /** Where each link of a text leads, under the words of the link. */
  const links = (html: string): string[] =>
    [...html.matchAll(/<a [^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
      ([, to, words]) => `${textOf(words ?? '').trim()} -> ${to}`,
    );

  it('show each path on the home page and in the list, and each of its pages with its kind and the reason', () => {
    expect(entries.problems.length).toBeGreaterThan(1);
    for (const { id, data } of entries.problems) {
      for (const page of ['index.html', 'problems'])
        expect(links(main(page)), page).toContain(`${data.title} -> /problems/${id}/`);
      const steps = main(`problems/${id}`).match(/<li\b[\s\S]*?<\/li>/g) ?? [];
      expect(steps).toHaveLength(data.steps.length);
      for (const [index, { to: page, why }] of data.steps.entries()) {
        const to = writtenAddress(page);
        const title = textOf(/<h1[\s\S]*?<\/h1>/.exec(pageOf(site, to))?.[0] ?? '').trim();
        expect(links(steps[index] ?? '')[0]).toBe(`${title} -> /${to}/`);
        expect(textOf(steps[index] ?? '')).toMatch(/(?:Example|Factor|Theme|Priority area|Place|Page) /);
        // The first words, since abbreviations may be written out.
        expect(textOf(steps[index] ?? '')).toContain(why.split(' ').slice(0, 2).join(' '));
      }
    }
  });

  it('list every factor, term, abbreviation and other word by letter, each with a link', () => {
    const letters = main('a-to-z').split(/(?=<section)/);
    expect(attributes(letters[0] ?? '', 'href')).toEqual(
      captures(letters.join(''), /<h2[^>]* id="letter-([^"]*)"/g).map((letter) => `#letter-${letter}`),
    );
    const under = (word: string): string => {
      const letter = word.charAt(0).toUpperCase();
      const found = letters.find((section) => section.includes(`id="letter-${letter}"`));
      expect(found, word).toContain('href="#letters"');
      return found ?? '';
    };
    for (const { id, data } of entries.factors)
      expect(links(under(data.title))).toContain(`${data.title} -> /factors/${id}/`);
    for (const { id, data } of entries.glossary) {
      const to = `${data.title} -> /glossary/${id}/`;
      expect(links(under(data.title))).toContain(to);
      for (const word of [data.abbreviation ?? data.title, ...data.alsoCalled]) {
        if (word.toLowerCase() === data.title.toLowerCase()) continue;
        const item = under(word)
          .match(/<li\b[\s\S]*?<\/li>/g)
          ?.find((part) => textOf(part).trim().startsWith(`${word}: see `));
        expect(links(item ?? ''), word).toContain(to);
      }
    }
  });

  it('lead from each theme on the page on what helped to its factors', () => {
    for (const { id } of entries.themes) {
      const [, section = ''] = main('themes').split(`data-theme="${id}"`);
      const own = entries.factors.filter(({ data }) => data.themes.some((theme) => theme.id === id));
      expect(captures(section.split('</section>')[0] ?? '', /href="\/factors\/([^"/]*)\/"/g).toSorted(), id).toEqual(
        own.map((factor) => factor.id).toSorted(),
      );
    }
  });

  it('lead from each abbreviation in the glossary to its term, which stands under its title', () => {
    for (const { id, data } of entries.glossary) {
      const html = main('glossary');
      expect(html).toMatch(new RegExp(`<dt id="${id}"[^>]*>\\s*<a href="/glossary/${id}/"`));
      if (data.abbreviation !== undefined && data.abbreviation !== data.title)
        expect(links(html)).toContain(`${data.title} -> #${id}`);
    }
  });
});

describe('another programme', () => {
  it('gets its own name, areas, places and nothing of this one', () => {
    const all = pagesOf(sites.second);
    expect(all.length).toBeGreaterThan(15);
    expect(pageOf(sites.second, 'index.html')).toContain('River Towns Exchange');
    expect(pageOf(sites.second, 'priority-areas/warning')).toContain('Warning in time');
    for (const { path, html } of all)
      expect(textOf(html), path).not.toMatch(/SEND|[Aa]dulthood|evaluation of eight|Lendale/);
  });

  it('gets Markdown as its authors wrote it: tables, notes, tasks, strikethrough, the note component', () => {
    const html = pageOf(sites.second, 'examples/sandbag-library');
    expect(html).toMatch(/<th scope="col">Month<\/th>/);
    expect(html).toMatch(/<strong class="task-mark">Done:<\/strong> Find a store/);
    expect(html).toMatch(/<del>small<\/del>/);
    expect(html).toMatch(/id="note:fn-1"/);
    expect(html).toMatch(/<p class="note-title">Wet bags<\/p>/);
    expect(html).toContain('River Towns Survey (<a class="term" href="/glossary/river-towns-survey/">RTS</a>)');
  });
});
