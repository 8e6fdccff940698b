/** No content file from outside runs, reads or publishes anything: each is refused by name and line, in every way. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readContent } from '../../src/loaders/read-content.ts';
import { formatDiagnostic, type Diagnostic } from '../../src/validation/diagnostics.ts';
import { shownPath } from '../../src/config/settings.ts';
import { bodyModule } from '../../src/markdown/body-module.ts';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { bodies, bodiesThatEndAParser, keyCases, listCases, mark, secret } from '../hostile-cases.ts';
import { startDev } from '../dev-server.ts';
import { project, run } from '../sites.ts';

const allBodies = [...bodies, ...bodiesThatEndAParser];
const read = async ({ directory }: ContentCopy): Promise<Diagnostic[]> => readContent(directory, '2026-01-01').faults;
const ran = (): boolean => Object.hasOwn(globalThis, mark);

/** The lines that the keys of a made file take, with both fences and the empty line below. */
const above = 5;
const fileOf = (body: string, title: string): string => `---\ntitle: ${title}\nsummary: A case.\n---\n\n${body}`;

/** Faults of a file, as line:column and message. */
const of = (faults: readonly Diagnostic[], copy: ContentCopy, file: string): Diagnostic[] =>
  faults.filter(({ path }) => isShown(path, shownPath(copy.path(file))));
/** Whether a path is shown as itself, or with what may be a person's name left out. */
const isShown = (shown: string, path: string): boolean =>
  new RegExp(`^${shown.split('[…]').map(RegExp.escape).join('.*')}$`).test(path);

/** Hands a file to the plugin that stands before @astrojs/mdx. */
function asModule(text: string): unknown {
  const { transform } = bodyModule() as unknown as { transform: { handler: (code: string, id: string) => unknown } };
  return transform.handler(text, '/content/pages/case.mdx');
}

describe('content is refused, with file and line, for', () => {
  it.each(allBodies)('%s', async (_, body, at, says) => {
    const copy = copyOfContent();
    const [line, column] = at.split(':');
    // Entries are rendered by the loader, pages by @astrojs/mdx.
    for (const file of ['glossary/case.mdx', 'pages/case.mdx']) {
      copy.write(file, fileOf(body, 'Case'));
      const faults = of(await read(copy), copy, file);
      expect(faults.map((fault) => `${fault.line}:${fault.column}`)).toContain(`${Number(line) + above}:${column}`);
      expect(faults.map(formatDiagnostic).join('\n')).toMatch(says);
    }
    expect(ran()).toBe(false);
  });

  it.each(keyCases)('$name', async ({ folder, keys, line, says }) => {
    const copy = copyOfContent();
    const file = `${folder}/case.mdx`;
    copy.write(file, `---\n${keys.replaceAll('TITLE', 'Case')}---\n\nProse.\n`);
    const faults = of(await read(copy), copy, file);
    expect(faults.map((fault) => fault.line)).toContain(line);
    expect(faults.map(formatDiagnostic).join('\n')).toMatch(says);
    expect(ran()).toBe(false);
  });

  it.each(listCases)('%s', async (_, file, from, to, says) => {
    const copy = copyOfContent();
    copy.edit(file, from, to);
    const line =
      copy
        .read(file)
        .split('\n')
        .findIndex(
          (text) =>
            !readFileSync(join(project, 'tests/fixtures/second-programme', file), 'utf8')
              .split('\n')
              .includes(text),
        ) + 1;
    const faults = of(await read(copy), copy, file);
    expect(faults.map(formatDiagnostic).join('\n')).toMatch(says);
    expect(faults.map((fault) => Math.abs(fault.line - line) <= 1)).toContain(true);
  });

  it.each<[name: string, file: string, make: (copy: ContentCopy) => void, says: RegExp]>([
    [
      'a link to a file',
      'pages/case.mdx',
      (copy) => symlinkSync(join(project, 'package.json'), copy.path('pages/case.mdx')),
      /:1:1 is a symbolic link/,
    ],
    [
      'a link to nothing',
      'pages/case.mdx',
      (copy) => symlinkSync('/nowhere', copy.path('pages/case.mdx')),
      /:1:1 is a symbolic link/,
    ],
    [
      'a link to a file without end',
      'pages/case.mdx',
      (copy) => symlinkSync('/dev/zero', copy.path('pages/case.mdx')),
      /:1:1 is a symbolic link/,
    ],
    [
      'a link to a folder',
      'pages/more',
      (copy) => symlinkSync(project, copy.path('pages/more')),
      /:1:1 is a symbolic link/,
    ],
    [
      'a template that is a link',
      'pages/_template.mdx',
      (copy) => symlinkSync('/etc/passwd', copy.path('pages/_template.mdx')),
      /:1:1 is a symbolic link/,
    ],
    [
      'a folder of content that is a link',
      'themes',
      (copy) => {
        rmSync(copy.path('themes'), { recursive: true });
        symlinkSync(join(project, 'tests/fixtures/second-programme/themes'), copy.path('themes'));
      },
      /:1:1 is a symbolic link/,
    ],
    [
      'a site.yaml that is a link',
      'site.yaml',
      (copy) => {
        rmSync(copy.path('site.yaml'));
        symlinkSync('/dev/zero', copy.path('site.yaml'));
      },
      /:1:1 is a symbolic link/,
    ],
    [
      'a folder named as a file',
      'pages/case.mdx',
      (copy) => mkdirSync(copy.path('pages/case.mdx')),
      /:1:1 is not a file/,
    ],
    [
      'a pipe',
      'pages/case.mdx',
      (copy) => void spawnSync('mkfifo', [copy.path('pages/case.mdx')]),
      /:1:1 is not a file/,
    ],
    [
      'a module',
      'pages/case.mjs',
      (copy) => copy.write('pages/case.mjs', `globalThis.${mark} = true\n`),
      /:1:1 (?:the name "[^"]*" is not one that a file here can have|is not an \.mdx file)/,
    ],
    [
      'a component of Astro',
      'pages/case.astro',
      (copy) => copy.write('pages/case.astro', `---\nglobalThis.${mark} = true\n---\n`),
      /:1:1 (?:the name "[^"]*" is not one that a file here can have|is not an \.mdx file)/,
    ],
    [
      'plain Markdown',
      'pages/case.md',
      (copy) => copy.write('pages/case.md', fileOf('x\n', 'Case')),
      /:1:1 (?:the name "[^"]*" is not one that a file here can have|is not an \.mdx file)/,
    ],
    [
      'a settings file',
      'astro.config.mjs',
      (copy) => copy.write('astro.config.mjs', `globalThis.${mark} = true\n`),
      /:1:1 the file "[^"]*" has no place/,
    ],
    [
      'an ending in capitals',
      'pages/case.MDX',
      (copy) => copy.write('pages/case.MDX', fileOf('x\n', 'Case')),
      /:1:1 the name "case\.MDX" is not one that a file here can have. To mend: Name it case\.mdx/,
    ],
    [
      'a hidden file',
      'pages/.case.mdx',
      (copy) => copy.write('pages/.case.mdx', fileOf('x\n', 'Case')),
      /:1:1 the name "\.case\.mdx" is not one/,
    ],
    [
      'a name with dots',
      'pages/..case.mdx',
      (copy) => copy.write('pages/..case.mdx', fileOf('x\n', 'Case')),
      /:1:1 the name "\.\.case\.mdx" is not one/,
    ],
    [
      'a name with a line break',
      'pages/a\nb.mdx',
      (copy) => copy.write('pages/a\nb.mdx', fileOf('x\n', 'Case')),
      /a\uFFFDb\.mdx:1:1 the name "a\uFFFDb\.mdx" is not one/,
    ],
    [
      'a name that rules a terminal',
      'pages/a\u001b[2Jb.mdx',
      (copy) => copy.write('pages/a\u001b[2Jb.mdx', fileOf('x\n', 'Case')),
      /a\uFFFD\[2Jb\.mdx:1:1 the name/,
    ],
    [
      'a name that asks for the text of the file',
      'pages/case.mdx?raw',
      (copy) => copy.write('pages/case.mdx?raw', fileOf('x\n', 'Case')),
      /:1:1 (?:the name "[^"]*" is not one that a file here can have|is not an \.mdx file)/,
    ],
    [
      'a zero',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', fileOf('a\u0000b\n', 'Case')),
      /:1:1 is not saved as UTF-8/,
    ],
    [
      'a sign that turns text',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', fileOf('a\u2067b\n', 'Case')),
      /:6:2 holds the hidden character U\+2067/,
    ],
    [
      'a text written in tags that nobody sees',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', fileOf('a\u{e0041}b\n', 'Case')),
      /:6:2 holds the hidden character U\+E0041/,
    ],
    [
      'a line break of old that ends the keys',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', `---\ntitle: Case\nsummary: A\r---\r\n\n${'x\n'}`),
      /:3:11 holds the hidden character U\+000D/,
    ],
    [
      'keys that begin below the first line',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', `\n${fileOf('x\n', 'Case')}`),
      /:1:1 does not begin with ---/,
    ],
    [
      'keys of another kind',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', '+++\ntitle = "Case"\nlayout = "data:text/javascript,x"\n+++\n'),
      /:1:1 does not begin with ---/,
    ],
    [
      'no line break at the end',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', fileOf('import a from "b" \\', 'Case')),
      /:6:1 an import or export is not allowed/,
    ],
    [
      'a picture that is a page as well',
      'pages/case.mdx',
      (copy) =>
        copy.write(
          'pages/case.mdx',
          Buffer.concat([Buffer.from('GIF89a'), Buffer.from([0xff, 0x00]), Buffer.from(fileOf('x\n', 'Case'))]),
        ),
      /:1:1 is not saved as UTF-8/,
    ],
    [
      'an archive',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', Buffer.from('504b0304ff', 'hex')),
      /:1:1 is not saved as UTF-8/,
    ],
    [
      'a file over the size',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', fileOf('word '.repeat(11_000), 'Case')),
      /:1:1 has \d+ bytes/,
    ],
    [
      'windows line ends around code',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', fileOf('a\n\nimport a from "b"\n', 'Case').replaceAll('\n', '\r\n')),
      /:8:1 an import or export/,
    ],
    [
      'second keys below the first',
      'pages/case.mdx',
      (copy) => copy.write('pages/case.mdx', fileOf('---\nlayout: x\n---\n![a](b.png)\n', 'Case')),
      /:9:1 a picture/,
    ],
  ])('%s', async (_, file, make, says) => {
    const copy = copyOfContent();
    make(copy);
    const told = of(await read(copy), copy, file).map(formatDiagnostic);
    expect(told.join('\n')).toMatch(says);
    expect(ran()).toBe(false);
  });
});

describe('second keys at the start of a body', () => {
  it('give no layout to the module', () => {
    const text = fileOf(`---\nlayout: "data:text/javascript,x"\n---\n`, 'Case');
    // The keys that are left hold nothing, and they are the first, so Astro reads no others.
    expect(asModule(text)).toMatchObject({ code: expect.stringMatching(/^---\n\n\n---\n/) as string });
  });
});

/** A folder that is gone when the test ends. */
function folder(): string {
  mkdirSync(join(project, '.built/copies'), { recursive: true });
  const made = mkdtempSync(join(project, '.built/copies/hostile-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** Content with every hostile body and set of keys, each in a file of its own, beside a file that none may read. */
function allAtOnce(): { copy: ContentCopy; files: string[] } {
  const copy = copyOfContent();
  const files: string[] = [];
  const add = (file: string, text: string): void => {
    copy.write(file, text);
    files.push(file);
  };
  allBodies.forEach(([, body], index) => {
    add(`pages/body-${index}.mdx`, fileOf(body, `Body ${index}`));
    add(`glossary/body-${index}.mdx`, fileOf(body, `Body ${index}`));
  });
  keyCases.forEach(({ folder: name, keys }, index) =>
    add(`${name}/keys-${index}.mdx`, `---\n${keys.replaceAll('TITLE', `Keys ${index}`)}---\n\nProse.\n`),
  );
  // Beside the folder of content, where "../../secret.txt" leads from a file.
  const secretFile = join(copy.directory, '../secret.txt');
  writeFileSync(secretFile, `${secret}\n`);
  onTestFinished(() => rmSync(secretFile, { force: true }));
  return { copy, files };
}

describe('the commands', () => {
  it('refuse every hostile file by name in one run, and publish nothing', async () => {
    const { copy, files } = allAtOnce();
    const out = folder();
    const environment = { CONTENT_DIR: copy.directory, HOSTILE_SECRET: secret };
    const [checked, built] = await Promise.all([
      run('check.ts', ['--content'], environment),
      run('build.ts', ['--outDir', join(out, 'site')], environment),
    ]);
    for (const { status, output } of [checked, built]) {
      expect(status).toBe(1);
      for (const file of files) expect(output, file).toContain(`${shownPath(copy.path(file))}:`);
      expect(output).not.toContain(secret);
    }
    expect(readdirSync(out)).toEqual([]);
  });

  it('keep HTML in keys as the words that it is', async () => {
    const copy = copyOfContent();
    const hostile = `"><script>globalThis.${mark}=1</script><img src=x onerror=${mark}()>{1+1}`;
    copy.edit('factors/training.mdx', 'title: Training for neighbours', `title: '${hostile.slice(0, 85)}'`);
    copy.edit('factors/training.mdx', 'summary: People who', `summary: '${hostile}'\n#`);
    copy.edit('pages/about.mdx', 'What this site is.', `'${hostile}'`);
    copy.edit('site.yaml', 'Tell us about an error.', `'${hostile}'`);
    copy.edit(
      'glossary/river-towns-survey.mdx',
      'summary: A survey',
      `alsoCalled: ['${hostile.slice(0, 58)}']\nsummary: A survey`,
    );
    copy.edit('pages/about.mdx', 'The towns tell it.', 'The towns tell it.\n\nThe RTS `<script>` says.');
    const out = join(folder(), 'site');
    expect((await run('build.ts', ['--outDir', out], { CONTENT_DIR: copy.directory })).output).toMatch(/Built in/);
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages) {
      const html = readFileSync(join(out, page), 'utf8');
      for (const [tag] of html.matchAll(/<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi)) {
        expect(tag, page).not.toMatch(/^<(?:img|iframe|object)\b/i);
        expect(tag.replace(/"[^"]*"|'[^']*'/g, '""'), page).not.toMatch(/\son\w+\s*=/i);
        if (tag.startsWith('<script')) expect(tag).toMatch(/ src="\/_astro\//);
      }
    }
  });
});

describe('npm run dev', () => {
  it('runs nothing of a hostile file that is saved while it serves', async () => {
    const copy = copyOfContent();
    const ranFile = join(folder(), 'ran');
    const server = await startDev(copy.directory);
    onTestFinished(server.stop);
    const page = async (): Promise<string> => (await fetch(`${server.address}/about/`)).text();
    await expect.poll(page, { timeout: 30_000, interval: 200 }).toContain('The towns tell it.');
    const good = copy.read('pages/about.mdx');
    const write = `require('node:fs').writeFileSync(${JSON.stringify(ranFile)}, 'x')`;
    const save = async (text: string, says: RegExp): Promise<void> => {
      const since = server.said();
      copy.write('pages/about.mdx', text);
      await server.heard(says, since);
      await page();
      await page();
      expect(existsSync(ranFile)).toBe(false);
    };
    const code = `import fs from "node:fs"; fs.writeFileSync(${JSON.stringify(ranFile)}, "x"); export default () => null`;
    await save(
      good.replace('---\n', () => `---\nlayout: ${JSON.stringify(`data:text/javascript,${code}`)}\n`),
      /key "layout" is not known/,
    );
    await save(`${good}\n{${write}}\n`, /expression in braces/);
    await save(
      `${good}\nimport fs from 'node:fs'\nexport const a = fs.writeFileSync(${JSON.stringify(ranFile)}, 'x')\n`,
      /import|expected/i,
    );
    copy.write('pages/about.mdx', good.replace('The towns tell it.', 'The towns tell it again.'));
    await expect.poll(page, { timeout: 15_000, interval: 200 }).toContain('The towns tell it again.');
    expect(existsSync(ranFile)).toBe(false);
  });
});
