import { toHtml } from 'hast-util-to-html';
import { expect, it } from 'vitest';
import { readBody } from '../../../src/markdown/body.ts';
import { renderBody } from '../../../src/markdown/processor.ts';
import { bodyOf, wholeBody, withPartNamed, type Body } from '../../../src/markdown/sections.ts';

function body(text: string): Body {
  const { tree } = readBody(text);
  if (!tree) throw new Error('the text has a fault');
  return bodyOf(renderBody(tree));
}
const html = (nodes: Body['lead']): string => toHtml(nodes).replaceAll('\n', '');

it('a body is cut at its second-level headings, and nothing of it is lost', () => {
  const cut = body('First.\n\n## A\n\n1\n\n### B\n\n2\n\n## C & D\n');
  expect(html(cut.lead)).toBe('<p>First.</p>');
  expect(cut.sections.map(({ id, title, nodes }) => [id, title, html(nodes)])).toEqual([
    ['a', 'A', '<p>1</p><h3 id="b">B</h3><p>2</p>'],
    ['c--d', 'C &#x26; D', ''],
  ]);
  expect(html(wholeBody(cut))).toBe(
    '<p>First.</p><h2 id="a">A</h2><p>1</p><h3 id="b">B</h3><p>2</p><h2 id="c--d">C &#x26; D</h2>',
  );
});

it('the part under one third-level heading is an element that names it', () => {
  const { lead } = body('1\n\n### Who paid\n\n2\n\n### More\n\n3\n');
  expect(html(withPartNamed(lead, 'Who paid', 'paid'))).toBe(
    '<p>1</p><div data-part="paid"><h3 id="who-paid">Who paid</h3><p>2</p></div><h3 id="more">More</h3><p>3</p>',
  );
  expect(html(withPartNamed(lead, 'Who', 'paid'))).toBe(html(lead));
});
