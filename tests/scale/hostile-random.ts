/**
 * `node tests/scale/hostile-random.ts COUNT [SEED]`: makes up COUNT content files from pieces of hostile and of honest
 * content, and judges each. Whatever passes is rendered in both ways, as an entry and (one in ten) as a page, and what
 * comes out must be plain HTML, and a module in which nothing is from the file but text. The same count and seed give
 * the same files.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontmatter } from 'astro/markdown';
import { Parser } from 'htmlparser2';
import { parseSync } from 'vite';
import config from '../../astro.config.mjs';
import { readContent } from '../../src/loaders/read-content.ts';
import { bodyModule } from '../../src/markdown/body-module.ts';
import { renderBody } from '../../src/markdown/body.ts';
import { bodies, bodiesThatEndAParser, keyCases, mark } from '../hostile-cases.ts';
import { chance } from '../bench/words.ts';

const batch = 500;

const honest = [
  'Rangers trained neighbours.\n',
  'It is *good*, **very** good and ~~not~~ `code {x}` good.\n',
  '## A section\n',
  '### Within it\n',
  '- one\n- two\n  - three\n',
  '1. one\n2. two\n',
  '- [x] done\n- [ ] to do\n',
  '> said\n',
  '| a | b |\n| - | -: |\n| c | d |\n',
  'a[^1]\n\n[^1]: note\n',
  '[about](/about/ "title") and [there](https://example.org/a?b=c#d)\n',
  '[about][x]\n\n[x]: https://example.org/\n',
  '<Note title="A">\n\ntext\n\n</Note>\n',
  'In <Note>line</Note>.\n',
  '```js\nimport a from "b"\n{c}\n```\n',
  '~~~\n<b>\n~~~\n',
  'Under \\<10 \\{x\\} &amp; &lt;b&gt; “so”.\n',
  'See https://example.org/ or www.example.org or a@example.org.\n',
  '---\n',
  'a  \nb\\\nc\n',
];
const signs = [
  ...'{}<>[]()`*_~|\\!&#:;"\'=-+/.@^\n\n\n ',
  ...[
    '\t',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\0',
    '\r',
    '\r\n',
    '\ufeff',
    '\u2028',
    '&#x0a;',
    '&#123;',
    '&lbrace;',
    '&lt;',
  ],
  ...[
    'javascript:',
    'data:',
    'vbscript:',
    '//',
    'https:',
    '](',
    '![',
    '[^',
    ']: ',
    '```',
    '~~~',
    '<!--',
    '-->',
    '</',
    '/>',
  ],
  ...[
    'import ',
    'export ',
    '<Note',
    '</Note>',
    '<script>',
    ' onclick="',
    ' title={',
    '{...',
    '---',
    '+++',
    '    ',
    '> ',
    '- ',
  ],
];
const keys = [
  'title: T\nsummary: S\n',
  'title: "a\\u202eb"\nsummary: S\n',
  'title: <script>x</script>\nsummary: "{1+1}"\n',
  'title: T\nsummary: S\ndraft: false\n',
  'title: T\nsummary: S\nlayout: "data:text/javascript,x"\n',
];

/** One file of the set. */
function makeFile(seed: number, index: number): string {
  const next = chance(seed * 1_000_003 + index);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const hostile = next() < 0.4;
  const pieces = Array.from({ length: 1 + Math.floor(next() * 4) }, () => {
    const roll = next();
    if (hostile && roll < 0.4) return pick(bodies)[1];
    if (hostile && roll < 0.402) return pick(bodiesThatEndAParser)[1];
    return pick(honest);
  });
  let text = pieces.join(next() < 0.7 ? '\n' : pick(['', ' ', '> ', '- ', '\n\n    ']));
  for (let change = Math.floor(next() * next() * 6); change > 0; change -= 1) {
    const from = Math.floor(next() * text.length);
    const length = Math.floor(next() * 12);
    const roll = next();
    if (roll < 0.45) text = text.slice(0, from) + pick(signs) + text.slice(from);
    else if (roll < 0.65) text = text.slice(0, from) + text.slice(from + length);
    else if (roll < 0.8)
      text = text.slice(0, from) + text.slice(from, from + length).repeat(2) + text.slice(from + length);
    else text = text.slice(0, from) + pick([...honest, ...bodies.map(([, body]) => body)]) + text.slice(from);
  }
  const roll = next();
  const front = roll < 0.85 ? keys[0]! : roll < 0.93 ? pick(keys) : pick(keyCases).keys.replaceAll('TITLE', 'T');
  const opening = next() < 0.02 ? pick(['--- \n', '\n---\n', '+++\n', '----\n']) : '---\n';
  const closing = next() < 0.04 ? pick(['---x\n', '+++\n', '--- \n', '\r---\n', '---\n---\n']) : '---\n';
  return `${opening}${front}${closing}\n${text}${next() < 0.99 ? '\n' : ''}`;
}

/** The elements that prose can become, and the attributes of each. */
const elements: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    'p em strong del code br hr blockquote ul ol li sup thead tbody tr section'.split(' ').map((name) => [name, []]),
  ),
  h2: ['id', 'class'],
  h3: ['id'],
  a: [
    'href',
    'title',
    'id',
    'class',
    'role',
    'aria-label',
    'aria-describedby',
    'data-footnote-ref',
    'data-footnote-backref',
  ],
  li: ['id', 'class'],
  ul: ['class'],
  ol: ['start'],
  pre: ['tabindex'],
  code: ['class'],
  table: [],
  th: ['scope', 'align', 'style'],
  td: ['align', 'style'],
  div: ['class', 'role', 'aria-label', 'tabindex'],
  p: ['class'],
  strong: ['class'],
  section: ['class', 'data-footnotes'],
};

/** What a page holds that prose cannot have become. */
function faultsInHtml(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const allowed = Object.hasOwn(elements, name) ? elements[name] : undefined;
      if (!allowed) return void found.push(`<${name}>`);
      for (const [key, value] of Object.entries(attributes)) {
        if (!allowed.includes(key)) found.push(`<${name} ${key}>`);
        if (key === 'style' && !/^text-align:\s*(?:left|right|center);?$/.test(value)) found.push(`style ${value}`);
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

/** What an MDX module does beyond making elements with text. */
function faultsInModule(code: string): string[] {
  const found: string[] = [];
  const calls = new Set(['Object.assign', '_jsx', '_jsxs', '_createMdxContent', 'MDXContent']);
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const { type } = node as { type?: string };
    const part = node as Record<string, never> & {
      callee: { type: string; name?: string; object?: { name?: string }; property?: { name?: string } };
      source: { value: string };
    };
    if (type === 'ImportDeclaration' && part.source.value !== 'astro/jsx-runtime')
      found.push(`import ${part.source.value}`);
    if (type === 'CallExpression') {
      const { callee } = part;
      const called =
        callee.type === 'MemberExpression' ? `${callee.object?.name}.${callee.property?.name}` : callee.name;
      if (!calls.has(called ?? '')) found.push(`call of ${called}`);
    }
    if (
      [
        'ImportExpression',
        'NewExpression',
        'TaggedTemplateExpression',
        'AssignmentExpression',
        'AwaitExpression',
        'ThisExpression',
        'ClassDeclaration',
      ].includes(type ?? '')
    )
      found.push(type!);
    if (
      type === 'Identifier' &&
      ['globalThis', 'process', 'require', mark].includes((node as { name?: string }).name ?? '')
    )
      found.push((node as { name: string }).name);
    for (const [key, value] of Object.entries(node)) if (key !== 'type') walk(value);
  };
  walk(parseSync('module.js', code).program);
  return found;
}

const [count = '', seed = '1'] = process.argv.slice(2);
if (!/^[1-9]\d*$/.test(count) || !/^\d+$/.test(seed)) {
  console.error('Write it so: node tests/scale/hostile-random.ts COUNT [SEED]');
  process.exit(1);
}
const project = join(import.meta.dirname, '../..');
mkdirSync(join(project, '.built'), { recursive: true });
const directory = mkdtempSync(join(project, '.built/random-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const processor = config.markdown?.processor as unknown as {
  createMdxRenderer: (
    shared: object,
    mdx: object,
  ) => Promise<{ process: (text: string, file: string, keys: object) => Promise<{ code: string }> }>;
};
const renderer = await processor.createMdxRenderer({ syntaxHighlight: false }, {});
const { transform } = bodyModule() as unknown as {
  transform: { handler: (code: string, id: string) => { code: string } };
};

const began = performance.now();
let [refused, passed, pages, slowest] = [0, 0, 0, 0];
const bypasses: string[] = [];
for (let first = 0; first < Number(count); first += batch) {
  rmSync(directory, { recursive: true, force: true });
  cpSync(join(project, 'tests/fixtures/second-programme'), directory, { recursive: true });
  const texts = new Map<string, string>();
  for (let index = first; index < Math.min(first + batch, Number(count)); index += 1) {
    const id = `made-${index}`;
    const text = makeFile(Number(seed), index);
    texts.set(id, text);
    writeFileSync(join(directory, 'pages', `${id}.mdx`), text);
  }
  const start = performance.now();
  const { content, faults } = await readContent(directory, '2026-01-01');
  slowest = Math.max(slowest, performance.now() - start);
  const told = new Set(
    faults.filter(({ line, column }) => line > 0 && column > 0).map(({ path }) => path.replace(/^.*\/|\.mdx$/g, '')),
  );
  const passing = content.entries.pages.filter(({ id }) => texts.has(id));
  const through = new Set(passing.map(({ id }) => id));
  for (const id of texts.keys())
    if (!through.has(id)) {
      refused += 1;
      if (!told.has(id)) bypasses.push(`${id}: refused and not told`);
    }
  for (const { id, body, file } of passing) {
    passed += 1;
    try {
      const found = faultsInHtml(renderBody(body, file));
      if (found.length) bypasses.push(`${id}: ${found.join(', ')}`);
      if (passed % 10 !== 0) continue;
      pages += 1;
      const { frontmatter, content: rest } = parseFrontmatter(transform.handler(texts.get(id)!, file).code, {
        frontmatter: 'empty-with-spaces',
      });
      if (Object.keys(frontmatter).length) bypasses.push(`${id}: keys in the module`);
      const inModule = faultsInModule((await renderer.process(rest, file, frontmatter)).code);
      if (inModule.length) bypasses.push(`${id}: module: ${inModule.join(', ')}`);
    } catch (error) {
      bypasses.push(`${id}: passed and then ${String(error).slice(0, 200)}`);
    }
  }
  if (Object.hasOwn(globalThis, mark)) bypasses.push(`code ran in ${first} and after`);
}
for (const bypass of bypasses.slice(0, 50)) console.log(bypass);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `seed ${seed}: ${count} files, ${refused} refused, ${passed} passed (${pages} rendered as pages too), ${bypasses.length} bypasses, ${seconds} seconds; the slowest ${batch} were judged in ${Math.round(slowest)} ms`,
);
process.exitCode = bypasses.length ? 1 : 0;
