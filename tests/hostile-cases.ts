/** Hostile content of every kind, each with where its fault is and what the fault says. Nothing of it may run. */

/** What a piece of code does where it runs: it leaves a mark that the tests look for. */
export const mark = 'hostileran';
/** What the file holds that hostile content tries to read. */
export const secret = 'the-secret-of-another-folder';
const code = `globalThis.${mark} = true`;

export type HostileBody = [name: string, body: string, at: string, says: RegExp];

export const bodies: HostileBody[] = [
  ['an import', "Text.\n\nimport fs from 'node:fs'\n", '3:1', /import or export/],
  ['an export', 'export const a = 1\n', '1:1', /import or export/],
  ['an expression', 'The sum is {1 + 1}.\n', '1:12', /expression in braces/],
  ['an expression that stands alone', '{process.exit()}\n', '1:1', /expression in braces/],
  ['a comment in braces', '{/* hidden */}\n', '1:1', /expression in braces/],
  ['raw HTML', 'Some <b>bold</b> text.\n', '1:6', /raw HTML/],
  ['a script', '<script>alert(1)</script>\n', '1:1', /raw HTML/],
  ['a style', '<style>p</style>\n', '1:1', /raw HTML/],
  ['a frame', '<iframe src="https://example.org"></iframe>\n', '1:1', /raw HTML/],
  ['a fragment', '<>text</>\n', '1:1', /fragment/],
  ['an unknown component', '<Chart />\n', '1:1', /no component is called "Chart"/],
  ['a member of a component', '<Note.Title />\n', '1:1', /no component/],
  ['a key that every object has', '<constructor />\n', '1:1', /raw HTML/],
  ['another such key', '<__proto__ />\n', '1:1', /no component/],
  ['a spread', '<Note {...x}>text</Note>\n', '1:1', /spread/],
  ['an attribute that runs', '<Note title={x}>text</Note>\n', '1:1', /no plain text/],
  ['an attribute that is not known', '<Note onClick="x">text</Note>\n', '1:1', /no attribute "onClick"/],
  ['an attribute without a value', '<Note title>text</Note>\n', '1:1', /no plain text/],
  ['an attribute given twice', '<Note title="a" title="b">text</Note>\n', '1:1', /twice/],
  ['a javascript link', '[go](javascript:alert(1))\n', '1:1', /link to "javascript:/],
  ['a javascript link in capitals', '[go](JaVaScRiPt:alert)\n', '1:1', /link to/],
  ['a javascript link with a hidden character', '[go](java&#x09;script:alert)\n', '1:1', /link to/],
  ['a javascript link in a definition', '[go][x]\n\n[x]: javascript:alert\n', '3:1', /link to/],
  ['a data link', '[go](data:text/html;base64,AAAA)\n', '1:1', /link to/],
  ['a vbscript autolink', '[go](vbscript:x)\n', '1:1', /link to/],
  ['a file link', '[go](file:///etc/passwd)\n', '1:1', /link to/],
  ['a link that takes the scheme of the page', '[go](//example.org/)\n', '1:1', /begins with \/\//],
  ['the same with backslashes', '[go](/\\\\example.org/)\n', '1:1', /begins with \/\/|backslashes/],
  ['a link relative to the page', '[go](other/)\n', '1:1', /no fixed start/],
  ['a picture', '![a](x.png)\n', '1:1', /picture/],
  ['a picture that reads a file', '![a](../../package.json?raw)\n', '1:1', /picture/],
  ['a picture by reference', '![a][x]\n\n[x]: https://example.org/x.svg\n', '1:1', /picture/],
  ['a heading of level 1', '# Title\n', '1:1', /level 1/],
  ['a heading of level 4', '#### Deep\n', '1:1', /level 4/],
  ['a default export', `export default (() => { ${code} })()\n`, '1:1', /import or export/],
  ['an export of all', 'export * from "node:fs"\n', '1:1', /import or export/],
  ['an import without a space', 'import{readFileSync}from"node:fs"\n', '1:1', /import or export/],
  ['an import over several lines', 'import {\n  readFileSync,\n} from "node:fs"\n', '1:1', /import or export/],
  ['an import of a file as text', 'import a from "../../secret.txt?raw"\n', '1:1', /import or export/],
  ['an import of a file by its address', 'import a from "../../secret.txt?url"\n', '1:1', /import or export/],
  ['an import of a style', 'import a from "../../secret.txt?inline"\n', '1:1', /import or export/],
  ['an import of code as data', `import "data:text/javascript,${code}"\nimport a from "b"\n`, '1:1', /./],
  ['an import that ends in a backslash', 'import a from "b" \\\n', '1:1', /import or export/],
  ['an expression after an escaped backslash', `\\\\{${code}}\n`, '1:3', /expression in braces/],
  ['an expression in a heading', `## {${code}}\n`, '1:4', /expression in braces/],
  ['an expression in a table', `| a |\n| - |\n| {${code}} |\n`, '3:3', /expression in braces/],
  ['an expression in a footnote', `a[^1]\n\n[^1]: {${code}}\n`, '3:7', /expression in braces/],
  ['an expression in a quotation in a list', `- > {${code}}\n`, '1:5', /expression in braces/],
  ['an expression over several lines', `{\n${code}\n}\n`, '1:1', /expression in braces/],
  ['an expression in a note', `<Note>\n\n{${code}}\n\n</Note>\n`, '3:1', /expression in braces/],
  ['an expression with a brace in a text', `{"}" + (${code})}\n`, '1:1', /expression in braces/],
  ['an expression that takes the environment', '{JSON.stringify(process.env)}\n', '1:1', /expression in braces/],
  ['an expression between two samples of code', `\`a\` {${code}} \`b\`\n`, '1:5', /expression in braces/],
  ['a component in an attribute', `<Note title={<script>{${code}}</script>} />\n`, '1:1', /braces/],
  ['a component called as a method', '<toString />\n', '1:1', /no component|raw HTML/],
  ['a component called valueOf', '<valueOf>x</valueOf>\n', '1:1', /no component|raw HTML/],
  ['a component called hasOwnProperty', '<hasOwnProperty />\n', '1:1', /no component|raw HTML/],
  ['the name of a component in other letters', '<N\u043ete>x</N\u043ete>\n', '1:1', /no component|cannot be read/],
  ['the name of a component in small letters', '<note>x</note>\n', '1:1', /raw HTML/],
  ['a component within a name space', '<svg:script>x</svg:script>\n', '1:1', /no component/],
  ['an attribute called __proto__', '<Note __proto__="x">y</Note>\n', '1:1', /no attribute "__proto__"/],
  ['an attribute called constructor', '<Note constructor="x">y</Note>\n', '1:1', /no attribute "constructor"/],
  ['an attribute that sets HTML', '<Note set:html="<b>">y</Note>\n', '1:1', /no attribute "set:html"/],
  ['an attribute for a framework', '<Note client:load="x">y</Note>\n', '1:1', /no attribute "client:load"/],
  ['an attribute that gives style', '<Note style="x">y</Note>\n', '1:1', /no attribute "style"/],
  ['raw HTML in a table', '| a |\n| - |\n| <img src="x" onerror="y" /> |\n', '3:3', /raw HTML/],
  ['raw HTML in a link', '[<img src="x" onerror="y" />](/a/)\n', '1:2', /raw HTML/],
  ['raw HTML in a footnote', 'a[^1]\n\n[^1]: <object data="x" />\n', '3:7', /raw HTML/],
  ['raw HTML in a quotation', '> <meta http-equiv="refresh" content="0" />\n', '1:3', /raw HTML/],
  ['a base', '<base href="https://example.org/" />\n', '1:1', /raw HTML/],
  ['a form', '<form action="https://example.org/"><button /></form>\n', '1:1', /raw HTML/],
  ['a drawing that runs', '<svg onload="x" />\n', '1:1', /raw HTML/],
  ['a link element', '<link rel="stylesheet" href="//example.org/x.css" />\n', '1:1', /raw HTML/],
  ['a template', '<template><script>x</script></template>\n', '1:1', /raw HTML/],
  ['an element of its own', '<x-y>z</x-y>\n', '1:1', /no component|raw HTML/],
  ['a comment', '<!-- x -->\n', '1:1', /comment/],
  ['a processing instruction', '<?php x ?>\n', '1:1', /cannot be read|tag/],
  ['a document type', '<!DOCTYPE html>\n', '1:1', /comment/],
  ['a javascript autolink', '<javascript:alert(1)>\n', '1:1', /cannot be read|component/],
  ['a javascript link in a footnote', 'a[^1]\n\n[^1]: [go](javascript:x)\n', '3:7', /link to/],
  ['a javascript link in a table', '| a |\n| - |\n| [go](javascript:x) |\n', '3:3', /link to/],
  ['a javascript link by entity', '[go](&#106;avascript:x)\n', '1:1', /link to/],
  ['a javascript link by a named entity', '[go](javascript&colon;x)\n', '1:1', /link to/],
  ['a javascript link with a named tab', '[go](java&Tab;script:x)\n', '1:1', /link to/],
  ['a javascript link with a named line break', '[go](java&NewLine;script:x)\n', '1:1', /link to/],
  ['a javascript link in angle brackets', '[go](<java script:x>)\n', '1:1', /link to/],
  ['a javascript link behind a zero', '[go](&#1;javascript:x)\n', '1:1', /link to/],
  ['a javascript link behind a sign that turns text', '[go](&#x200e;javascript:x)\n', '1:1', /link to/],
  ['a javascript link in wide letters', '[go](\uff4aavascript:x)\n', '1:1', /link to/],
  ['a javascript link with a long s', '[go](java\u017fcript:x)\n', '1:1', /link to/],
  ['a javascript link in a definition within a list', '- [go]\n\n  [go]: javascript:x\n', '3:3', /link to/],
  ['a javascript link in a definition within a quotation', '> [go]\n>\n> [go]: javascript:x\n', '3:3', /link to/],
  ['a javascript link in a definition given first', '[a]: javascript:x\n[a]: /about/\n\n[a]\n', '1:1', /link to/],
  ['a link to a blob', '[go](blob:https://example.org/x)\n', '1:1', /link to/],
  ['a link that shows the source', '[go](view-source:https://example.org)\n', '1:1', /link to/],
  ['a link to a file transfer', '[go](ftp://example.org/x)\n', '1:1', /link to/],
  ['a link without slashes', '[go](https:example.org)\n', '1:1', /no plain web address/],
  ['a link that hides its host', '[go](https://www.example.org@example.net/)\n', '1:1', /no plain web address/],
  ['a link to no host', '[go](https://)\n', '1:1', /no plain web address/],
  ['a link with backslashes for slashes', '[go](https:\\\\\\\\example.org)\n', '1:1', /backslashes|no plain|link to/],
  ['a link with a tab for a host', '[go](/&Tab;/example.org)\n', '1:1', /begins with \/\//],
  ['a definition that takes the scheme of the page', '[go]\n\n[go]: //example.org\n', '3:1', /begins with \/\//],
  ['a link up and out', '[go](../../secret.txt)\n', '1:1', /no fixed start/],
  ['a link to text of a file', '[go](./secret.txt?raw)\n', '1:1', /no fixed start/],
  ['a picture as data', '![a](data:image/svg+xml,x)\n', '1:1', /picture/],
  ['a picture elsewhere', '![a](https://example.org/a.png)\n', '1:1', /picture/],
  ['a picture that is a script', '![a](./a.js)\n', '1:1', /picture/],
  ['a picture in a link', '[![a](x.png)](/about/)\n', '1:2', /picture/],
  ['a sign that turns text, by entity', 'a &#x202e;b\n', '1:1', /hidden character U\+202E/],
  ['a sign that turns text, in the title of a link', '[a](/about/ "b &#x2066;c")\n', '1:1', /hidden character U\+2066/],
  ['a sign that turns text, in an attribute', '<Note title="a&#x202e;b">c</Note>\n', '1:1', /hidden character U\+202E/],
  ['a sign of no width, by entity', 'a&#x200b;b\n', '1:1', /hidden character U\+200B/],
  [
    'notes in notes without end',
    `${'<Note>\n'.repeat(400)}\nx\n\n${'</Note>\n'.repeat(400)}`,
    '30:1',
    /nested more than/,
  ],
  ['quotations without end', `${'>'.repeat(5_000)} x\n`, '1:30', /nested more than/],
  ['lists without end', `${'- '.repeat(3_000)}x\n`, '1:29', /nested more than/],
  ['a table of many columns', `${'|a'.repeat(300)}\n${'|-'.repeat(300)}\n${'|\n'.repeat(100)}`, '1:1', /20 columns/],
];

/** Each of these makes the processor's parser of JavaScript hang, or ends the process, if it gets there. */
export const bodiesThatEndAParser: HostileBody[] = [
  ['an export nested without end', `export const a = ${'['.repeat(40_000)}\n`, '1:1', /import or export/],
  ['an expression nested without end', `{${'!'.repeat(45_000)}1}\n`, '1:1', /expression in braces/],
  ['an expression with elements in it', `{${'<a>'.repeat(60)}\n`, '1:1', /brace/],
  ['an attribute with elements in it', `<Note title={${'<a>'.repeat(60)}} />\n`, '1:1', /brace/],
  ['an expression behind a false end', `{"}" + ${'<a>'.repeat(60)}}\n`, '1:1', /brace/],
  ['braces without end', `${'{'.repeat(40_000)}\n`, '1:1', /brace/],
];

export interface HostileKeys {
  name: string;
  /** The folder of content that the file is put in. */
  folder: string;
  keys: string;
  /** The line in the file; the first key stands on line 2. */
  line: number;
  says: RegExp;
}

const term = 'title: TITLE\nsummary: A case.\n';
const keysOf = (name: string, keys: string, line: number, says: RegExp, folder = 'pages'): HostileKeys => ({
  name,
  folder,
  keys,
  line,
  says,
});
const source = 'title: TITLE\nshortTitle: TITLE\npublisher: A\nyear: 2020\nlicence: Open.\n';
const path = (to: string): string =>
  `title: TITLE\nsummary: A case.\nkind: role\norder: 9\nsteps:\n  - to: ${to}\n    why: A.\n  - to: about\n    why: B.\n  - to: places/millford\n    why: C.\n`;

/** The keys of files, in which TITLE stands for a title of the file's own. */
export const keyCases: HostileKeys[] = [
  keysOf('a layout', `${term}layout: "data:text/javascript,${code}"\n`, 4, /key "layout" is not known/),
  keysOf('a layout that is a file', `${term}layout: ../../secret.txt?raw\n`, 4, /key "layout" is not known/),
  keysOf('a slug', `${term}slug: ../../index\n`, 4, /key "slug" is not known/),
  keysOf('a key called __proto__', `${term}__proto__:\n  layout: x\n`, 4, /key "__proto__" is not known/),
  keysOf('a key called constructor', `${term}constructor: x\n`, 4, /key "constructor" is not known/),
  keysOf('keys merged in', `${term}<<: { layout: x }\n`, 4, /key "<<" is not known/),
  keysOf('an anchor', 'title: &a TITLE\nsummary: x\n', 2, /anchor or alias/),
  keysOf('an alias', 'title: TITLE\nsummary: *a\n', 3, /alias/i),
  keysOf(
    'aliases of aliases',
    `title: TITLE\nsummary: A\na: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'.replace(
      /./g,
      (key) =>
        `${key}: &${key} [${Array(9)
          .fill(`*${String.fromCharCode(key.charCodeAt(0) - 1)}`)
          .join(', ')}]\n`,
    )}`,
    4,
    /anchor or alias/,
  ),
  keysOf('a function', `title: !!js/function "${code}"\nsummary: x\n`, 2, /tag/i),
  keysOf('a tag of its own', 'title: !exec "x"\nsummary: x\n', 2, /tag/i),
  keysOf('bytes', 'title: !!binary aGVsbG8=\nsummary: x\n', 2, /title must be text|title/),
  keysOf('a set', 'title: TITLE\nsummary: !!set { x }\n', 3, /summary/),
  keysOf('brackets without end', `title: TITLE\nsummary: ${'['.repeat(20_000)}\n`, 3, /cannot be read/),
  keysOf('a list for a key', 'title: TITLE\nsummary: A\n? [a, b]\n: c\n', 4, /keys/),
  keysOf('a text for all keys', 'only this\n', 2, /missing|must be/),
  keysOf('a second document', 'title: TITLE\nsummary: A\n...\nlayout: x\n', 5, /cannot be read/),
  keysOf('a sign that turns text, as an escape', 'title: TITLE\nsummary: "a\\u202Eb"\n', 3, /hidden/),
  keysOf('a zero, as an escape', 'title: TITLE\nsummary: "a\\0b"\n', 3, /hidden/),
  keysOf(
    'a text that Astro takes for a file',
    'title: TITLE\nsummary: __ASTRO_IMAGE_../../secret.txt?raw\n',
    3,
    /__ASTRO/,
  ),
  keysOf(
    'code that Astro takes for a file',
    `title: TITLE\nsummary: "__ASTRO_IMAGE_data:text/javascript,${code}"\n`,
    3,
    /__ASTRO/,
  ),
  keysOf('keys closed by a line of another kind', `${term}---x\n`, 4, /closed by "---x"/),
  keysOf('keys closed by plus signs', `${term}+++\n`, 4, /closed by "\+\+\+"/),
  keysOf('an image for keys', `${term}cover: ./secret.png\n`, 4, /key "cover" is not known/, 'glossary'),
  keysOf('a javascript address', `${source}url: javascript:${mark}\n`, 7, /whole web address/, 'sources'),
  keysOf('an address with a hidden tab', `${source}url: "java\\tscript:x"\n`, 7, /whole web address/, 'sources'),
  keysOf('a data address', `${source}url: "data:text/html,x"\n`, 7, /whole web address/, 'sources'),
  keysOf('an address without a scheme', `${source}url: //example.org/\n`, 7, /whole web address/, 'sources'),
  keysOf(
    'an address that hides its host',
    `${source}url: https://a.example@b.example/\n`,
    7,
    /whole web address/,
    'sources',
  ),
  keysOf(
    'an address that turns text',
    `${source}url: "https://a.example/\\u202E"\n`,
    7,
    /whole web address/,
    'sources',
  ),
  keysOf('an address with backslashes', `${source}url: 'https:\\\\example.org'\n`, 7, /whole web address/, 'sources'),
  keysOf('a step up and out', path('../../secret'), 7, /page within the site/, 'paths'),
  keysOf('a step to elsewhere', path('//example.org'), 7, /page within the site/, 'paths'),
  keysOf('a step to code', path('"javascript:x"'), 7, /page within the site/, 'paths'),
  keysOf('a step to what every object has', path('constructor/millford'), 7, /names nothing/, 'paths'),
];

/** Changes to the lists and to site.yaml: a text that is there, what comes in its place, what the fault says. */
export const listCases: [name: string, file: string, from: string, to: string, says: RegExp][] = [
  ['the licence is code', 'site.yaml', 'https://example.org/licence/', 'javascript:x', /:\d+:8 licence, url/],
  ['the e-mail address holds HTML', 'site.yaml', 'towns@example.org', "'a\"><script>@example.org'", /contact, email/],
  [
    'the e-mail address adds to its letter',
    'site.yaml',
    'towns@example.org',
    'a@example.org?bcc=b@example.org',
    /email/,
  ],
  ['the site is at a file', 'site.yaml', 'https://river-towns.example.org/', 'file:///etc/passwd', /address/],
  ['the language breaks out', 'site.yaml', 'en-GB', '\'en" onload="x\'', /language .*tag of a language/],
  ['the navigation leads out', 'site.yaml', 'to: examples', 'to: ../../secret', /navigation, item 1, to/],
  ['the navigation leads to what every object has', 'site.yaml', 'to: examples', 'to: constructor', /names nothing/],
  ['a key that nobody knows', 'site.yaml', 'name: River', 'script: x\nname: River', /key "script" is not known/],
  ['an anchor in site.yaml', 'site.yaml', 'name: River', 'name: &a River', /anchor or alias/],
  ['a function in a list', 'vocabularies/groups.yaml', 'title: Rangers', 'title: !!js/function "x"', /tag/i],
  ['a slug up and out', 'vocabularies/groups.yaml', 'slug: rangers', 'slug: ../rangers', /must be a slug/],
  [
    'a key called __proto__',
    'vocabularies/groups.yaml',
    'title: Rangers',
    'title: Rangers\n  __proto__: x',
    /"__proto__"/,
  ],
  ['an alias in a list', 'vocabularies/outcomes.yaml', 'title: Dry homes', 'title: *a', /alias/i],
];
