import type { Element, Properties } from 'hast';
import { describe, expect, it } from 'vitest';
import { pageText, termIndex } from '../../../src/markdown/page-text.ts';

const index = termIndex([
  { id: 'plan', title: 'education, health and care plan', abbreviation: 'EHC plan', plural: undefined, alsoCalled: [] },
  { id: 'group', title: 'clinical commissioning group', abbreviation: 'CCG', plural: undefined, alsoCalled: [] },
  { id: 'offer', title: 'Local Guide', abbreviation: undefined, plural: undefined, alsoCalled: [] },
  { id: 'search', title: 'Project BRIDGE', abbreviation: undefined, plural: undefined, alsoCalled: [] },
]);
const link = (id: string, text: string): string => `<a class="term" href="/glossary/${id}/">${text}</a>`;

describe('an abbreviation', () => {
  it('is written out and linked at its first use, and left as it is after that', () => {
    const { text } = pageText(index);
    expect(text('The CCG paid. The CCG stayed.')).toBe(
      `The clinical commissioning group (${link('group', 'CCG')}) paid. The CCG stayed.`,
    );
    expect(text('Both CCGs came.')).toBe('Both CCGs came.');
  });

  it('takes its plural, a capital at the start of a sentence and the right article', () => {
    expect(pageText(index).text('CCGs pay.')).toBe(`Clinical commissioning groups (${link('group', 'CCGs')}) pay.`);
    expect(pageText(index).text('Each has a CCG. An EHC plan is kept.')).toBe(
      `Each has a clinical commissioning group (${link('group', 'CCG')}). An education, health and care plan (${link('plan', 'EHC plan')}) is kept.`,
    );
  });

  it('that the author wrote out is not written out again', () => {
    expect(pageText(index).text('A clinical commissioning group (CCG) paid.')).toContain(
      `A ${link('group', 'clinical commissioning group')} (CCG) paid.`,
    );
  });

  it('is not found inside another word', () => {
    expect(pageText(index).text('XCCG and CCG-like')).toBe('XCCG and CCG-like');
  });
});

const element = (tagName: string, properties: Properties, ...children: (Element | string)[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
});

it('a term is linked once, in running text only', () => {
  const { html } = pageText(index);
  expect(
    html([
      element('h2', { id: 'x' }, 'Local Guide'),
      element(
        'p',
        {},
        element('a', { href: '/a/' }, 'Local Guide'),
        ' and ',
        element('em', {}, 'Local Guide'),
        ', Local Guide',
      ),
    ]),
  ).toBe(
    `<h2 id="x">Local Guide</h2><p><a href="/a/">Local Guide</a> and <em>${link('offer', 'Local Guide')}</em>, Local Guide</p>`,
  );
});

it('the page of a term does not link to itself', () => {
  expect(pageText(index, 'offer').text('The Local Guide')).toBe('The Local Guide');
});

it('plain text cannot become markup', () => {
  expect(pageText(index).text('<b onclick="x">&</b>')).toBe('&lt;b onclick=&quot;x&quot;&gt;&amp;&lt;/b&gt;');
});
