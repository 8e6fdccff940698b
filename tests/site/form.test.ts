import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formPolicy, headersFile, metaPolicy } from '../../src/config/security.ts';
import { addressOf, sites, type Site } from '../sites.ts';
import { filesOf, pagesOf } from './pages.ts';

const bytes = ({ directory }: Site, file: string): Buffer => readFileSync(join(directory, file));
const extra = filesOf(sites.form).filter((file) => !filesOf(sites.under).includes(file));

describe('a site without the form', () => {
  it.each([sites.root, sites.under, sites.second])(
    'has no /publish/ and nothing of the editor, in $directory',
    (site) => {
      expect(filesOf(site).filter((file) => file.startsWith('publish'))).toEqual([]);
      for (const file of filesOf(site).filter((name) => /\.(?:js|css|html|xml)$/.test(name)))
        expect(bytes(site, file).toString().toLowerCase(), file).not.toMatch(/sveltia|form-config/);
    },
  );
});

describe('a site with the form', () => {
  it('has the form at /publish/, and not one byte more in all that readers see', () => {
    const page = extra.filter((file) => !file.startsWith('publish/'));
    expect(page).toEqual([expect.stringMatching(/^_astro\/FormPage\..*\.css$/)]);
    for (const file of filesOf(sites.under).filter((name) => name !== '_headers'))
      expect(bytes(sites.form, file).equals(bytes(sites.under, file)), file).toBe(true);
    const readers = pagesOf(sites.form).filter(({ path }) => !path.startsWith('publish/'));
    for (const { path, html } of readers)
      for (const file of extra) expect(html.includes(file.replace(/index\.html$/, '')), `${path} ${file}`).toBe(false);
  });

  it('keeps it from search engines', () => {
    expect(bytes(sites.form, 'publish/index.html').toString()).toContain('<meta name="robots" content="noindex"');
    expect(bytes(sites.form, 'sitemap-0.xml').toString()).not.toContain('publish');
  });
});

/** What a host that joins all matching rules of a _headers file sends for a path. */
function joined(headers: string, path: string): Record<string, string> {
  const sent: Record<string, string> = {};
  let matches = false;
  for (const line of headers.split('\n').filter(Boolean)) {
    if (!line.startsWith(' ')) {
      matches = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
      continue;
    }
    const [, name = '', value = ''] = /^ {2}([^:!]+): (.*)$/.exec(line) ?? [];
    if (matches && name) sent[name] = name in sent ? `${sent[name]}, ${value}` : value;
  }
  return sent;
}

describe('the policies, on a host that joins header rules', () => {
  const headersOf = (site: Site): string => bytes(site, '_headers').toString();
  const pathOf = (site: Site, page: string): string => new URL(page, addressOf(site)).pathname;

  it('are joined as such hosts join them', () => {
    expect(joined('/a/*\n  X: 1\n/a/b/*\n  X: 2\n  Y: 3\n/c/*\n  X: 4\n', '/a/b/')).toEqual({ X: '1, 2', Y: '3' });
  });

  it('give the form nothing of the readers’, which would stop it', () => {
    const sent = joined(headersOf(sites.form), pathOf(sites.form, 'publish/'));
    expect(sent['Content-Security-Policy']).toBe("frame-ancestors 'none'");
    expect(bytes(sites.form, 'publish/index.html').toString()).toContain(`content="${formPolicy}"`);
    expect(formPolicy).not.toContain('unsafe-eval');
  });

  it('hold readers’ pages to the whole of theirs, with the form and without', () => {
    for (const site of [sites.form, sites.under, sites.root]) {
      const sent = joined(headersOf(site), pathOf(site, 'examples/'))['Content-Security-Policy'];
      expect(sent).toContain("frame-ancestors 'none'");
      if (site === sites.form)
        for (const { path, html } of pagesOf(site).filter((page) => !page.path.startsWith('publish/')))
          expect(html.includes(`content="${metaPolicy(false)}"`), path).toBe(true);
      else expect(sent).toBe(`${metaPolicy(false)}; frame-ancestors 'none'`);
    }
  });

  it('never name a path outside the base path', () => {
    for (const line of headersFile('/learning/', true)
      .split('\n')
      .filter((text) => /^\S/.test(text)))
      expect(line.startsWith('/learning/')).toBe(true);
  });
});
