import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/markdown/body.ts';
import { renderBody } from '../../../src/markdown/processor.ts';
import { asPage } from '../../mdx-page.ts';
import { bodies, bodiesThatEndAParser } from '../../hostile-cases.ts';

describe('a body is refused, with line and column, for', () => {
  it.each([...bodies, ...bodiesThatEndAParser])('%s', (_, body, at, says) => {
    const { faults } = readBody(body);
    expect(faults.map(({ line, column }) => `${line}:${column}`)).toContain(at);
    expect(faults.map(({ message }) => message).join('\n')).toMatch(says);
    expect(faults.every(({ fix }) => fix.length > 10)).toBe(true);
    expect(readBody(body).tree).toBeUndefined();
  });
});

describe('the processor that Astro is given refuses by itself', () => {
  it.each(bodies)('%s', async (_, body) => {
    await expect(asPage(body)).rejects.toThrow();
  });

  it('and takes plain prose', async () => {
    expect(await asPage('Plain *prose*.\n')).toContain('Plain ');
  });
});

describe('what authors type is told in words', () => {
  it.each([
    ['Fewer than <10 people came.\n', '1:12', '\\<10'],
    ['It cost <£5.\n', '1:9', '\\<£5'],
    ['An open { brace.\n', '1:9', '\\{'],
    ['<!-- a comment -->\n', '1:1', 'Take the comment out'],
    ['<Note title=“curly”>text</Note>\n', '1:1', ': <Note title="curly">text</Note>'],
    ['A <Note>that never closes.\n', '1:3', ': A that never closes.'],
  ])('%j', (body, at, fix) => {
    const { faults } = readBody(body);
    expect(faults.map(({ line, column }) => `${line}:${column}`)).toEqual([at]);
    expect(faults[0]?.fix).toContain(fix);
  });

  it('with the columns as they were written, where an earlier slip on the line is mended longer or shorter', () => {
    const places = (body: string): string[] => readBody(body).faults.map(({ line, column }) => `${line}:${column}`);
    expect(places('Under <10 and <20 and {x}.\n')).toEqual(['1:7', '1:15', '1:23']);
    expect(places('See <https://example.org/> and {x}.\n')).toEqual(['1:5', '1:32']);
  });

  it('with the words around the slip alone where the line is long', () => {
    const long = 'Some words that go on. '.repeat(12);
    const { fix } = readBody(`${long}Under <10 people came. ${long}\n`).faults[0] ?? { fix: '' };
    expect(fix).toContain('Under \\<10 people came.');
    expect(fix.length).toBeLessThan(250);
  });

  it('all faults come at once, of syntax and of policy', () => {
    const { faults } = readBody('Under <10.\n\nUnder <20 and {x}.\n\n<b>bold</b> and [go](javascript:x)\n');
    expect(faults.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 3, 5]));
    expect(faults.length).toBeGreaterThanOrEqual(4);
  });
});

describe('a body becomes HTML', () => {
  const render = (body: string): string => {
    const { tree } = readBody(body);
    return tree ? toHtml(renderBody(tree)).trim() : '';
  };

  it('with the mended signs as they were meant', () => {
    expect(render('Under \\<10, & “so” \\{on\\}.\n')).toBe('<p>Under &#x3C;10, &#x26; “so” {on}.</p>');
  });

  it('with tables that scroll by themselves and headed columns', () => {
    const html = render('| Month | Bags |\n| --- | ---: |\n| May | 2 |\n');
    expect(html).toMatch(/^<div class="table-scroll" role="region" aria-label="[^"]+" tabindex="0"><table>/);
    expect(html).toContain('<th scope="col">Month</th>');
  });

  it('with footnotes, task lists, strikethrough and plain web addresses', () => {
    const html = render('Old ~~new~~.[^a]\n\n- [x] one\n- [ ] two\n\nSee https://example.org/.\n\n[^a]: A note.\n');
    expect(html).toContain('<del>new</del>');
    expect(html).toContain('A note.');
    expect(html).toMatch(/Done:<\/strong> one[\s\S]*To do:<\/strong> two/);
    expect(html).not.toContain('<input');
    expect(html).toContain('<a href="https://example.org/">');
  });

  it('with an identifier for each heading, no two the same', () => {
    expect(render('## Same\n\n## Same\n')).toBe('<h2 id="same">Same</h2>\n<h2 id="same-1">Same</h2>');
  });

  it('gives a passage its language and direction, and refuses what is the tag of none', () => {
    const passage = (language: string): string => `<Passage language="${language}">\n\nText.\n\n</Passage>\n`;
    expect(render(passage('cy')).replace(/\n/g, '')).toBe('<div lang="cy"><p>Text.</p></div>');
    expect(render(passage('ar')).replace(/\n/g, '')).toBe('<div lang="ar" dir="rtl"><p>Text.</p></div>');
    expect(readBody(passage('Welsh!')).faults[0]?.message).toContain('is the tag of no language');
  });

  it('with the note component', () => {
    expect(render('<Note title="Careful">\n\nText.\n\n</Note>\n').replace(/\n/g, '')).toBe(
      '<div class="note"><p class="note-title">Careful</p><p>Text.</p></div>',
    );
  });
});

it('a body as long as a file may be is judged in good time', () => {
  const body = 'word [link](/examples/) *more*\n\n'.repeat(1_500);
  const began = performance.now();
  expect(readBody(body).faults).toEqual([]);
  expect(performance.now() - began).toBeLessThan(5_000);
});

it.each([
  ['underlines and stars', '_a*'.repeat(16_000)],
  ['quotations in one another', '>'.repeat(49_000)],
  ['brackets', '[a]('.repeat(12_000)],
  ['a template that closes nowhere', `{\`${'}'.repeat(49_000)}`],
  ['a comment that closes nowhere', `<Note title={/*${'}'.repeat(49_000)}`],
])('%s, thousands of them, are refused before they keep the parser busy', (_, body) => {
  const began = performance.now();
  expect(readBody(body).faults.length).toBeGreaterThan(0);
  expect(performance.now() - began).toBeLessThan(3_000);
});
