import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { fileOf, messageTo, monthOf, oneLine, proseOf, slugOf } from '../../../src/components/forms/offer-file.ts';

const textOf = (node: Nodes): string =>
  'children' in node ? node.children.map(textOf).join('') : 'value' in node ? node.value : '';

it('what people write stands in the file as they wrote it, whatever signs are in it', () => {
  const lines = [
    'import costs fell.',
    'About {some} of <10 & &lt; _all_ `here` | so \\',
    '# No heading',
    '===',
    '2016. Rain.',
  ];
  const read = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMdx)
    .parse(proseOf(lines.join('\n')));
  expect(read.children.map((paragraph) => [paragraph.type, textOf(paragraph)])).toEqual(
    lines.map((line) => ['paragraph', line]),
  );
  expect(proseOf('•\tOne\n• Two\n1)\tFirst')).toBe('- One\n- Two\n1. First');
});

it('lines are paragraphs, and those of a list stay together', () => {
  expect(proseOf('We had:\n\n- buddies\n- a room\nThen more.\n')).toBe('We had:\n\n- buddies\n- a room\n\nThen more.');
  expect(oneLine('  a\u200b line\r\nand more ')).toBe('a line and more');
});

it('a month may be written as people write it', () => {
  expect(['March 2026', '3/2026', 'sept. 2025', '2026-03', '13/2026', 'soon'].map(monthOf)).toEqual([
    '2026-03',
    '2026-03',
    '2025-09',
    '2026-03',
    '13/2026',
    'soon',
  ]);
});

it('the file is named for its title', () => {
  expect(slugOf('Young people’s café: a 1st step')).toBe('young-peoples-cafe-a-1st-step');
  expect(slugOf('12 of 15')).toBe('of-15');
  expect(slugOf('…')).toBe('an-example');
});

it('the file is a draft with a day to look at it again, and tells what is in no list', () => {
  const file = fileOf(
    { title: String.raw`A: "b" \c # d`, groups: ['x', 'no'], changes: [{ claim: '- y', by: '12' }, { claim: 'z' }] },
    [{ heading: 'Then', level: 2, text: 'It rained.' }],
    ['Place, not in the list: --- here'],
    new Date('2028-02-29T12:00:00Z'),
  );
  const [, keys = '', body] = file.split(/^---$/m);
  expect(parse(keys)).toEqual({
    title: String.raw`A: "b" \c # d`,
    groups: ['x', 'no'],
    changes: [{ claim: '- y', by: '12' }, { claim: 'z' }],
    published: '2028-02-29',
    reviewBy: '2029-03-01',
    draft: true,
  });
  expect(keys).toContain('\n# Place, not in the list: --- here\n');
  expect(body).toBe('\n\n## Then\n\nIt rained.\n');
});

it('the message is short, whatever is offered', () => {
  expect(messageTo('a@example.org', 'x & y'.repeat(18), `${'x'.repeat(60)}.mdx`).length).toBeLessThan(900);
});
