import { expect, it } from 'vitest';
import { readPage } from '../../../src/search/page-content.ts';

const page = (main: string): string =>
  `<!doctype html><html lang="en-GB"><body><nav>menu</nav><main id="main" data-search="example">${main}</main></body></html>`;

it('reads the text, the headings with the words they begin at, and what the layout says besides', () => {
  const content = readPage(
    page(
      '<div hidden><span data-search-filter="place:millford"></span><span data-search-filter="theme:a"></span>' +
        '<span data-search-filter="theme:b"></span><span data-search-meta="stage:Being piloted"></span></div>' +
        '<h1>A <b>sand</b>bag library</h1><p class="lead" data-search-meta="summary">It lends <a href="/">bags</a>.</p>' +
        '<h2 id="start">How it began</h2><p>With one<br>bag</p><aside data-search-ignore><p>Not <b>this</b></p></aside>',
    ),
    'examples/one/',
  );
  expect(content?.record).toEqual({
    url: 'examples/one/',
    meta: { stage: 'Being piloted', title: 'A sandbag library', summary: 'It lends bags.' },
    text: 'A sandbag library. It lends bags. How it began. With one bag.',
    headings: [{ id: 'start', level: 2, position: 6 }],
  });
  expect(content?.kind).toBe('example');
  expect([...(content?.filters ?? [])]).toEqual([
    ['place', ['millford']],
    ['theme', ['a', 'b']],
  ]);
});

it('counts a word of the title more than one of a heading, and that more than one of the text', () => {
  const words = readPage(page('<h1>sand</h1><h2>bag</h2><p>flood</p>'), '')?.words;
  expect(words?.get('sand')).toBeGreaterThan(words?.get('bag') ?? 0);
  expect(words?.get('bag')).toBeGreaterThan(words?.get('flood') ?? 0);
});

it('a page that the layout does not offer is none', () => {
  expect(readPage('<main id="main"><h1>Not found</h1></main>', '')).toBeUndefined();
});

it('entities are the characters that they stand for', () => {
  expect(readPage(page('<p>Tea &amp; a &lt; b &#8217;s</p>'), '')?.record.text).toBe('Tea & a < b ’s.');
});
