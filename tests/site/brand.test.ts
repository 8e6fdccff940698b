/** What a programme brings of its own to look at: nothing but shapes gets through, and a colour that can be read. */
import { rmSync } from 'node:fs';
import type { Root } from 'hast';
import { VFile } from 'vfile';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readContent } from '../../src/loaders/read-content.ts';
import { pageTerms } from '../../src/markdown/page-terms.ts';
import { formatDiagnostic } from '../../src/validation/diagnostics.ts';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';

const told = ({ directory }: ContentCopy): string[] => {
  const { faults, notes } = readContent(directory, '2026-01-01');
  return [...faults, ...notes].map((one) => formatDiagnostic(one).replace(/^\S*\/([\w.-]+:\d+:\d+)/, '$1'));
};
const drawn = (inner: string, attributes = 'viewBox="0 0 24 24"'): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>\n${inner}\n</svg>\n`;

describe('a drawing', () => {
  const right = [
    drawn('<path d="M1 2l3-4.5e1 5,6z M07700 900123" fill="none" stroke="currentColor"/>'),
    drawn("<g stroke-width='2'>\n  <circle cx='5' cy='5' r='4'></circle>\n</g>"),
    drawn('<rect width="4" height="4"/>', 'width="24" height="24" viewBox="0 0 24 24" fill="none"'),
  ];
  it('may be a path, a group of shapes, and have a size of its own', () => {
    const copy = copyOfContent();
    for (const [index, text] of right.entries()) copy.write(`signs/right-${index}.svg`, text);
    copy.write('icon.svg', drawn('<rect width="4" height="4" fill="#0b4a52"/>'));
    copy.edit('priority-areas/warning.mdx', 'sign: ', 'sign: right-0 # ');
    expect(told(copy)).toEqual([]);
  });

  const wrong: [what: string, text: string, says: string][] = [
    ['a script', drawn('<script>alert(1)</script>'), '2:1 "script" is not allowed'],
    ['what calls one', drawn('<path d="M1 1" onload="alert(1)"/>'), '2:16 the attribute "onload" is not allowed'],
    ['a style', drawn('<path style="fill:url(//a.example)" d=""/>'), 'the attribute "style" is not allowed'],
    ['another file', drawn('<image href="https://a.example/b.png"/>'), '"image" is not allowed'],
    ['another part', drawn('<use xlink:href="#a"/>'), '"use" is not allowed'],
    ['a link', drawn('<a href="javascript:alert(1)"><path d="M1 1"/></a>'), '"a" is not allowed'],
    ['a value that leads elsewhere', drawn('<path d="M1 1" fill="url(#a)"/>'), 'the value "url(#a)" of fill'],
    ['an entity', drawn('<path d="&a;"/>'), 'the value "&a;" of d'],
    ['HTML', drawn('<foreignObject><p>a</p></foreignObject>'), '"foreignObject" is not allowed'],
    ['an animation', drawn('<path d="M1 1"><animate attributeName="d"/></path>'), '"animate" is not allowed'],
    ['text', drawn('<g>words</g>'), '2:4 the drawing cannot be read from here'],
    ['a note', drawn('<!-- <script> --><path d="M1 1"/>'), '2:1 the drawing cannot be read from here'],
    ['a document type', `<!DOCTYPE svg [<!ENTITY a "b">]>\n${drawn('<path d="M1 1"/>')}`, '1:1 the drawing cannot be'],
    ['a shape left open', drawn('<g><path d="M1 1"/>'), '3:1 the drawing cannot be read from here'],
    ['an attribute without quotation marks', drawn('<path d=M1/>'), '2:1 the drawing cannot be read from here'],
    [
      'what ends the page’s own markup',
      drawn('<path d="M1 1"/></svg><script>alert(1)</script>'),
      'something stands after',
    ],
    ['nothing', drawn(''), '1:1 nothing is drawn'],
    ['no drawing', 'words\n', '1:1 the drawing cannot be read from here'],
    ['a room that is not square', drawn('<path d="M1 1"/>', 'viewBox="0 0 24 12"'), 'Make it square'],
    ['no room', drawn('<path d="M1 1"/>', ''), 'the drawing does not say how large it is'],
    ['one that is too large', drawn(`<path d="${'M1 1'.repeat(2_000)}"/>`), '1:1 has 8'],
  ];
  it('is refused by line and column where it is or holds anything else', () => {
    const copy = copyOfContent();
    for (const [index, [, text]] of wrong.entries()) copy.write(`signs/wrong-${index}.svg`, text);
    copy.write('icon.svg', wrong[0]?.[1] ?? '');
    const faults = told(copy);
    expect(faults.filter((one) => one.startsWith('icon.svg:')).join('')).toContain('"script" is not allowed');
    for (const [index, [what, , says]] of wrong.entries())
      expect(faults.filter((one) => one.startsWith(`wrong-${index}.svg:`)).join('\n'), what).toContain(says);
  });

  it('has the colour of its area where it is a sign, and a name of its own, which an area names', () => {
    const copy = copyOfContent();
    copy.write('signs/star.svg', drawn('<path d="M1 1" fill="#0b4a52"/>'));
    expect(told(copy).join('\n')).toMatch(/the value "#0b4a52" of fill .* Write currentColor/);
    copy.write('signs/star.svg', drawn('<path d="M1 1"/>'));
    copy.edit('priority-areas/warning.mdx', 'sign: ', 'sign: bells # ');
    const faults = told(copy).join('\n');
    expect(faults).toContain('every programme has a sign of the name "star"');
    expect(faults).toMatch(/sign "bells" is no sign that there is\. Allowed: .*plan/);
  });
});

describe('the colour', () => {
  it.each([
    [
      "'#ffcc00'",
      /colour "#ffcc00" is too pale to read: it stands out from the pages by 1\.3 to 1, and has to by 4\.5/,
    ],
    // 4.54 to 1 on white, and less on the tinted parts of a page.
    ["'#767676'", /is too pale to read: .* by 3\.9 to 1/],
    ['teal', /must be # and six of/],
    ['#0b4a52', /Write the line so: colour: '#0b4a52'/],
  ])('%s is refused', (value, says) => {
    const copy = copyOfContent();
    copy.edit('site.yaml', 'language:', `colour: ${value}\nlanguage:`);
    expect(told(copy).join('\n')).toMatch(says);
  });
});

describe('a part of the site that has no entry', () => {
  it('is left out of menus, and told', () => {
    const copy = copyOfContent();
    copy.edit('site.yaml', 'to: about', 'to: problems');
    for (const file of ['flood-warden', 'no-sandbags'])
      copy.edit(`problems/${file}.mdx`, 'kind:', 'draft: true\nkind:');
    const notes = told(copy);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/"problems" is a part of the site that has no entry yet.*Nothing is broken/);
  });

  it('leaves the terms of pages unmarked where it is the glossary', () => {
    const copy = copyOfContent();
    rmSync(copy.path('glossary'), { recursive: true });
    vi.stubEnv('CONTENT_DIR', copy.directory);
    onTestFinished(() => void vi.unstubAllEnvs());
    const page = new VFile({ path: copy.path('pages/about.mdx') });
    const root: Root = { type: 'root', children: [{ type: 'text', value: 'The survey.' }] };
    expect(pageTerms()(root, page)).toEqual(root);
  });

  it('cannot be linked to', () => {
    const copy = copyOfContent();
    copy.write('pages/about.mdx', `${copy.read('pages/about.mdx')}\n[Words](/glossary/)\n`);
    expect(told(copy)).toEqual([]);
    rmSync(copy.path('glossary'), { recursive: true });
    expect(told(copy).join('\n')).toContain('the link "/glossary/" leads to no page');
  });
});
