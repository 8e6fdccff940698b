import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatDiagnostic } from '../../src/validation/diagnostics.ts';
import { collectionNames, collections } from '../../src/schemas/index.ts';
import { entryText, inOrder, yamlText } from '../../src/commands/entry-text.ts';
import { formFaults, tidyText } from '../../src/commands/tidy.ts';
import { copyOfContent } from '../content-copy.ts';
import { project, run, sites } from '../sites.ts';

describe('the one form of content files', () => {
  it.each([sites.root, sites.second])('is that of all files of $content', async ({ content }) => {
    expect((await formFaults(content)).map(formatDiagnostic)).toEqual([]);
  });

  it('is that of the templates, but for their notes', () => {
    for (const name of collectionNames) {
      const text = readFileSync(join(project, 'content', name, '_template.mdx'), 'utf8');
      const withoutNotes = text.replace(/^---\n[\s\S]*?\n---\n/, (head) => head.replace(/^ *# .*\n/gm, ''));
      expect(withoutNotes).not.toBe(text);
      expect(withoutNotes.replace(/\n{3,}/g, '\n\n'), name).toBe(tidyText(withoutNotes, collections[name], true));
    }
  });

  it('has plain values, block lists, quotation marks only where YAML needs them, and no long line folded', () => {
    const long = `${'a long sentence '.repeat(20)}end`;
    expect(
      entryText(
        { a: '23', b: "it's", c: 'one: two', d: ['x'], e: [{ f: 1 }], g: long, h: '2026-01-02' },
        '\nBody.\n\n',
      ),
    ).toBe(`---
a: '23'
b: it's
c: 'one: two'
d:
  - x
e:
  - f: 1
g: ${long}
h: 2026-01-02
---

Body.
`);
    expect(entryText({ a: 'no body' }, '\n')).toBe('---\na: no body\n---\n');
    expect(yamlText([{ slug: 'a' }])).toBe('- slug: a\n');
  });

  it('has the keys in the order of the schema, and leaves out an empty list and false', () => {
    const parsed = { a: 1, b: { c: 2, d: 3 }, e: [], f: false, g: 'default' };
    expect(JSON.stringify(inOrder({ f: false, b: { d: 3, c: 2 }, e: [], a: 1 }, parsed))).toBe(
      '{"a":1,"b":{"c":2,"d":3}}',
    );
  });

  it('is told by the check, file and line, and put right by one command that changes no value', async () => {
    const copy = copyOfContent();
    const file = 'case-studies/river-watch.mdx';
    const whole = copy.read(file);
    const data = (text: string): unknown => parse(text.split('---\n')[1] ?? '');
    copy.edit(file, '\npublished:', '\n# a comment\ndraft: false\npublished:');
    copy.edit(
      file,
      /^summary: (.*)$/m.exec(whole)?.[0] ?? '',
      `summary: "${/^summary: (.*)$/m.exec(whole)?.[1] ?? ''}"`,
    );
    const environment = { CONTENT_DIR: copy.directory };
    const checked = await run('check.ts', ['--content'], environment);
    expect(checked.status).toBe(1);
    expect(checked.output).toContain(`${file}:3:1 is not as the tools write it`);
    expect(checked.output).toContain('npm run tidy');
    const tidied = await run('tidy.ts', [], environment);
    expect(tidied).toMatchObject({ status: 0 });
    expect(data(copy.read(file))).toEqual(data(whole));
    expect(copy.read(file)).toBe(whole);
    expect(readdirSync(copy.path('case-studies')).filter((name) => !name.endsWith('.mdx'))).toEqual([]);
    expect((await run('check.ts', ['--content'], environment)).status).toBe(0);
  });

  it('leaves a file alone that cannot be read', async () => {
    const copy = copyOfContent();
    copy.edit('case-studies/river-watch.mdx', 'title:', 'titel:');
    const before = copy.read('case-studies/river-watch.mdx');
    await run('tidy.ts', [], { CONTENT_DIR: copy.directory });
    expect(copy.read('case-studies/river-watch.mdx')).toBe(before);
  });
});
