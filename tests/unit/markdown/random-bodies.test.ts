/** Bodies made up at random from pieces of hostile and of honest content: what passes the policy is plain HTML. */
import { toHtml } from 'hast-util-to-html';
import { Parser } from 'htmlparser2';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';
import { readBody } from '../../../src/markdown/body.ts';
import { renderBody } from '../../../src/markdown/processor.ts';
import { chance } from '../../bench/words.ts';
import { bodies, mark } from '../../hostile-cases.ts';
import { asPage } from '../../mdx-page.ts';

const honest = [
  'Rangers trained neighbours.\n',
  'It is *good*, **very** good and ~~not~~ `code {x}` good.\n',
  '## A section\n',
  '- one\n- two\n  - three\n',
  '- [x] done\n- [ ] to do\n',
  '> said\n',
  '| a | b |\n| - | -: |\n| c | d |\n',
  'a[^1]\n\n[^1]: note\n',
  '[about](/about/ "title") and [there](https://example.org/a?b=c#d)\n',
  '[about][x]\n\n[x]: https://example.org/\n',
  '<Note title="A">\n\ntext\n\n</Note>\n',
  'In <Note>line</Note>.\n',
  '```\nimport a from "b"\n{c}\n```\n',
  'Under \\<10 \\{x\\} &amp; &lt;b&gt; “so”.\n',
  'See https://example.org/ or www.example.org or a@example.org.\n',
];
const signs = [
  ...'{}<>[]()`*_~|\\!&#:;"\'=-+/.@^\n\n\n ',
  ...['\t', '\u00a0', '\u200b', '\u202e', '\0', '\r\n', '\ufeff', '\u2028', '&#x0a;', '&#123;', '&lbrace;', '&lt;'],
  ...['javascript:', 'data:', '//', 'https:', '](', '![', '[^', ']: ', '```', '<!--', '-->', '</', '/>', '{...'],
  ...['import ', 'export ', '<Note', '</Note>', '<script>', ' onclick="', ' title={', '---', '    ', '> ', '- '],
];

/** One body: pieces put together, then changed here and there. */
function makeBody(seed: number): string {
  const next = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const hostile = next() < 0.4;
  const piece = (): string => (hostile && next() < 0.4 ? pick(bodies)[1] : pick(honest));
  let text = Array.from({ length: 1 + Math.floor(next() * 4) }, piece).join(
    next() < 0.7 ? '\n' : pick(['', '> ', '- ']),
  );
  for (let change = Math.floor(next() * next() * 6); change > 0; change -= 1) {
    const from = Math.floor(next() * text.length);
    const to = next() < 0.5 ? from : from + Math.floor(next() * 12);
    text = text.slice(0, from) + (next() < 0.7 ? pick(signs) : '') + text.slice(to);
  }
  return text;
}

/** The elements that prose can become, and the attributes of each. */
const elements: Record<string, readonly string[]> = {
  ...Object.fromEntries('em del br hr blockquote sup thead tbody tr table'.split(' ').map((name) => [name, []])),
  ...Object.fromEntries('p strong code ul'.split(' ').map((name) => [name, ['class']])),
  ...Object.fromEntries('h2 h3 li'.split(' ').map((name) => [name, ['id', 'class']])),
  a: 'href title id class role aria-label aria-describedby data-footnote-ref data-footnote-backref'.split(' '),
  ol: ['start'],
  pre: ['tabindex'],
  th: ['scope', 'class'],
  td: ['class'],
  div: ['class', 'role', 'aria-label', 'tabindex'],
  section: ['class', 'data-footnotes'],
};

/** What HTML holds that prose cannot have become. */
function strangeInHtml(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const allowed = Object.hasOwn(elements, name) ? elements[name]! : undefined;
      if (!allowed) return void found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (!allowed.includes(key)) found.push(`<${name} ${key}>`);
        if (key === 'href' && !/^(?:https?:\/\/[^/@]+(?:\/|$|[?#])|mailto:|#|\/(?![/\\]))/i.test(value))
          found.push(`href ${value}`);
      }
    },
    oncomment: (text) => void found.push(`comment ${text}`),
    onprocessinginstruction: (name) => void found.push(`instruction ${name}`),
  });
  parser.end(html);
  if (/[\u0000-\u0008\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069]/.test(html)) found.push('a hidden sign');
  return found;
}

const calls = ['Object.assign', '_jsx', '_jsxs', '_createMdxContent', 'MDXContent'];
const neverInModules =
  /^(?:Import|New|TaggedTemplate|Assignment|Await|This)Expression$|^ClassDeclaration$|^ExportAllDeclaration$/;

/** What the module of an MDX page does beyond making elements with text. */
function strangeInModule(code: string): string[] {
  const found: string[] = [];
  const textOf = (node: unknown): string => {
    const { start, end } = node as { start: number; end: number };
    return code.slice(start, end);
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type = '', callee, source, name } = node as Record<string, unknown> & { type?: string };
    if (type === 'ImportDeclaration' && !/^.astro\/jsx-runtime.$/.test(textOf(source))) found.push(textOf(node));
    if (type === 'CallExpression' && !calls.includes(textOf(callee))) found.push(`call of ${textOf(callee)}`);
    if (neverInModules.test(type)) found.push(textOf(node));
    if (type === 'Identifier' && ['globalThis', 'process', 'require', mark].includes(String(name)))
      found.push(String(name));
    for (const value of Object.values(node)) walk(value);
  };
  walk(parseSync('module.js', code).program);
  return found;
}

it('what is strange is found', async () => {
  expect(strangeInHtml('<p onclick="x"><b>a</b><a href="javascript:x">b</a>')).toEqual([
    '<p onclick>',
    '<b>',
    'href javascript:x',
  ]);
  expect(strangeInModule(await asPage('Text.\n'))).toEqual([]);
  expect(strangeInModule("import a from 'b'; new A(); a(globalThis);").length).toBe(4);
});

it('of 400 bodies, each is refused at a line and column, or becomes plain HTML and a page that runs nothing', async () => {
  let [refused, passed] = [0, 0];
  for (let seed = 1; seed <= 400; seed += 1) {
    const body = makeBody(seed);
    const { tree, faults } = readBody(body);
    if (!tree) {
      refused += 1;
      expect(faults.length, body).toBeGreaterThan(0);
      expect(
        faults.every(({ line, column }) => line > 0 && column > 0),
        body,
      ).toBe(true);
      continue;
    }
    passed += 1;
    expect(strangeInHtml(toHtml(renderBody(tree))), body).toEqual([]);
    if (passed % 10 === 0) expect(strangeInModule(await asPage(body)), body).toEqual([]);
  }
  expect(Math.min(refused, passed)).toBeGreaterThan(100);
  expect(Object.hasOwn(globalThis, mark)).toBe(false);
});
