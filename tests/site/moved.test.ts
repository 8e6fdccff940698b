import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { run, sites } from '../sites.ts';
import { captures, pageOf, pagesOf, textOf } from './pages.ts';

const check = ({ directory }: ContentCopy, ...args: string[]) =>
  run('check.ts', ['--content', ...args], { CONTENT_DIR: directory });

const built = (file: string): string => readFileSync(join(sites.second.directory, file), 'utf8');

describe('an address that has moved', () => {
  const page = pageOf(sites.second, 'examples/river-watching');

  it('leads on to the new one without a script, for readers and search engines alike', () => {
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=/examples/river-watch/">');
    expect(page).toContain('<link rel="canonical" href="https://river-towns.example.org/examples/river-watch/">');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toMatch(/Go on to <a id="to" href="\/examples\/river-watch\/"[^>]*>/);
  });

  it('has a line in _redirects, for hosts that read it', () => {
    expect(built('_redirects')).toBe(
      '/examples/river-watching/ /examples/river-watch/ 301\n/2016/Case_Study.aspx/ /examples/river-watch/ 301\n/paths/ /problems/ 301\n',
    );
    // A site from which nothing has moved has no such file.
    expect(existsSync(join(sites.root.directory, '_redirects'))).toBe(false);
  });
});

describe('an address that was withdrawn', () => {
  it('says so, with the day, the reason and where to go instead', () => {
    const page = pageOf(sites.second, 'examples/old-one');
    const text = textOf(page);
    expect(text).toContain('This page has been withdrawn');
    expect(text).toContain('The people in it asked for it to be taken down. It was withdrawn on 1 May 2024.');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toMatch(/<h2[^>]*>By priority area<\/h2>/);
    expect(captures(page, /http-equiv="(refresh)"/g)).toEqual([]);
  });
});

it('neither searches for moved and withdrawn pages nor lists them for search engines', () => {
  for (const address of ['examples/river-watching', 'examples/old-one']) {
    expect(pageOf(sites.second, address)).not.toContain('data-pagefind-body');
    expect(built('sitemap-0.xml')).not.toContain(`/${address}/`);
  }
  expect(built('sitemap-0.xml')).toContain('/examples/river-watch/');
});

describe.each(Object.values(sites))('addresses.txt of $directory', (site) => {
  it('lists every page but those of lists that come and go, sorted, without the base path', () => {
    const addresses = pagesOf(site)
      // The form is no page for readers.
      .filter(({ path }) => path !== '404.html' && path !== 'publish/index.html')
      .filter(({ path }) => !/\/examples\/(?:\d+\/)?index\.html$|\/\d+\/index\.html$/.test(path))
      .filter(({ path }) => !/^(?:evidence|where)\/./.test(path.replace(/index\.html$/, '')))
      .map(({ path }) => `/${path.replace(/index\.html$/, '')}`)
      .sort();
    expect(addresses).toContain('/examples/');
    expect(readFileSync(join(site.directory, 'addresses.txt'), 'utf8')).toBe(
      addresses.map((one) => `${one}\n`).join(''),
    );
  });
});

describe('moved.yaml', () => {
  const faultsOf = async (text: string) => {
    const copy = copyOfContent();
    copy.write('moved.yaml', text);
    const { output } = await check(copy);
    return captures(output, /moved\.yaml:(.*)$/gm);
  };

  it('may be left out, or hold an empty list', async () => {
    expect(await faultsOf('[]\n')).toEqual([]);
  });

  it('is faulty where an address still exists, leads nowhere, leads on twice, stands twice or was withdrawn tomorrow', async () => {
    const faults = await faultsOf(
      [
        '- from: examples/river-watch\n  to: about',
        '- from: examples/a\n  to: examples/river-wach',
        '- from: examples/b\n  to: examples/a',
        '- from: examples/b\n  withdrawn: 2999-01-01\n  why: It was wrong.',
        '',
      ].join('\n'),
    );
    expect(faults.map((fault) => fault.replace(/ Allowed: .*| To mend: .*/, ''))).toEqual([
      '1:9 item 1, from "examples/river-watch" is still the address of a page.',
      '4:7 item 2, to "examples/river-wach" is the address of no page.',
      '6:7 item 3, to "examples/a" has itself moved.',
      '7:9 item 4, from "examples/b" stands in the list twice.',
      expect.stringMatching(/^8:14 item 4, withdrawn "2999-01-01" is in the future/),
    ]);
    expect(faults[1]).toContain('Allowed: examples/river-watch, ');
  });

  it('is faulty where a key is misspelt, missing or too many, or an address is no address', async () => {
    const faults = await faultsOf(
      [
        '- form: examples/a\n  to: about',
        '- from: examples/a',
        '- from: examples/b\n  to: about\n  withdrawn: 2024-05-01',
        '- from: /examples/c/\n  withdrawn: 2024-05-01',
        '',
      ].join('\n'),
    );
    expect(faults.join('\n')).toMatch(/^1:3 the key "form" is not known in item 1\. Allowed: from/m);
    expect(faults.join('\n')).toMatch(/item 2, to is missing, and so is withdrawn/);
    expect(faults.join('\n')).toMatch(/item 3, withdrawn "2024-05-01" stands beside to/);
    expect(faults.join('\n')).toMatch(/item 4, from "\/examples\/c\/" must be the old address without the name/);
    expect(faults.join('\n')).toMatch(/item 4, why is missing: say why|the key item 4, why is missing/);
  });

  it('keeps an old address of any form, and says how to write one that was copied from a browser', async () => {
    expect(built('2016/Case_Study.aspx/index.html')).toContain('url=/examples/river-watch/');
    const item = (from: string) => `- from: '${from}'\n  to: about\n`;
    const kept = [
      'Default.aspx',
      'news/2016/05/bus',
      'examples/10-years',
      'a_b.c/d.html',
      'straße/über-uns',
      'wiki/A(b)',
    ];
    expect(await faultsOf(kept.map(item).join(''))).toEqual([]);
    const copied = {
      'https://old.example.org/examples/10-years/?page=2#top': 'examples/10-years',
      '/caf%C3%A9/': 'café',
      'news/index.html': 'news',
      'a b/../c': undefined,
    };
    const faults = await faultsOf(Object.keys(copied).map(item).join(''));
    expect(faults.map((fault) => /To mend: (?:Write (\S+)\. )?/.exec(fault)?.[1])).toEqual(Object.values(copied));
  });

  it('is faulty where an address is one of the site’s own, or differs from one in capitals alone', async () => {
    const own = ['robots.txt', '404.html', '_astro/x.css', 'pagefind/pagefind.js', 'publish', 'Examples/River-Watch'];
    const faults = await faultsOf(own.map((from) => `- from: ${from}\n  to: about\n`).join(''));
    expect(faults.map((fault) => fault.replace(/^.*?" | To mend.*/g, ''))).toEqual([
      ...own.slice(0, -1).map(() => 'is taken by a part of the site.'),
      'differs from "examples/river-watch" in its capitals alone.',
    ]);
  });

  it('names the new address where a link still leads to the old one', async () => {
    const copy = copyOfContent();
    copy.write('pages/about.mdx', `${copy.read('pages/about.mdx')}\n[Watch](/examples/river-watching/).\n`);
    expect((await check(copy)).output).toMatch(
      /about\.mdx:\d+:1 the link "\/examples\/river-watching\/" leads to no page of the site\. Allowed: \/examples\/river-watch\/\. To mend:/,
    );
  });

  it('lets an example that is withdrawn stay as a draft', async () => {
    const copy = copyOfContent();
    copy.write('moved.yaml', '- from: places/eastwater\n  withdrawn: 2024-05-01\n  why: It was wrong.\n');
    expect((await check(copy)).output).toContain('is still the address of a page');
    copy.edit('places/eastwater.mdx', 'title:', 'draft: true\ntitle:');
    expect((await check(copy)).output).not.toContain('moved.yaml');
  });
});

it('an entry whose address is one of the site’s own is faulty, whatever its folder', async () => {
  const copy = copyOfContent();
  for (const name of ['search', 'offer', 'publish'])
    copy.write(`pages/${name}.mdx`, copy.read('pages/about.mdx').replace(/^title: .*$/m, `title: ${name}`));
  const [measures = ''] = readdirSync(copy.path('measures')).filter((file) => !file.startsWith('_'));
  copy.write('measures/plan.yaml', copy.read(`measures/${measures}`));
  const { output } = await check(copy);
  expect(captures(output, /the address (\S+) is taken by a part of the site/g).sort()).toEqual([
    '/measures/plan/',
    '/offer/',
    '/publish/',
    '/search/',
  ]);
});

describe('npm run check -- --published', () => {
  const published = (copy: ContentCopy): string => {
    writeFileSync(`${copy.directory}.published.txt`, built('addresses.txt'));
    return `${copy.directory}.published.txt`;
  };

  it('passes what the last release published', async () => {
    const copy = copyOfContent();
    expect((await check(copy, '--published', published(copy))).status).toBe(0);
  });

  it('tells each address that neither exists nor is moved, withdrawn ones too, with the mend', async () => {
    const copy = copyOfContent();
    copy.write('moved.yaml', '- from: examples/old-one\n  withdrawn: 2024-05-01\n  why: It was wrong.\n');
    rmSync(copy.path('pages/about.mdx'));
    copy.edit('site.yaml', 'to: about', 'to: problems');
    // A draft is off the site for a time.
    copy.edit('factors/training.mdx', 'title:', 'draft: true\ntitle:');
    const { status, output } = await check(copy, '--published', published(copy));
    expect(status).toBe(1);
    const lost = captures(
      output,
      /^.*published\.txt:\d+:1 the address "([^"]*)" was published and leads nowhere now/gm,
    );
    expect(lost).toEqual(['/2016/Case_Study.aspx/', '/about/', '/examples/river-watching/', '/paths/']);
    expect(output).toContain('Allowed: /examples/river-watch/, ');
    expect(output).toContain('"- from: examples/river-watching" with "to:"');
  });

  it('does not call lost what is only to be mended', async () => {
    const copy = copyOfContent();
    copy.edit('places/eastwater.mdx', 'region:', 'regoin:');
    const { output } = await check(copy, '--published', published(copy));
    expect(output).toContain('regoin');
    expect(output).not.toContain('was published');
  });

  it('takes what addresses.ts prints of a folder of content as well', async () => {
    const { output } = await run('addresses.ts', [], { CONTENT_DIR: sites.second.content });
    expect(output).toBe(built('addresses.txt'));
  });

  it('gives the findings a rule', async () => {
    const copy = copyOfContent();
    copy.write('moved.yaml', '[]\n');
    const { output } = await check(copy, '--json', '--published', published(copy));
    const { faults } = JSON.parse(output) as { faults: { rule: string; line: number }[] };
    expect(faults.map(({ rule }) => rule)).toEqual(Array<string>(4).fill('address-lost'));
  });
});
