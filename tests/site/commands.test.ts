import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { project, run, sites, type Outcome } from '../sites.ts';

const check = ({ directory }: ContentCopy, environment: Record<string, string> = {}): Promise<Outcome> =>
  run('check.ts', ['--content'], { CONTENT_DIR: directory, ...environment });

/** The faults that a command told, each from the file's path within the content. */
const faultsIn = ({ output }: Outcome, { directory }: ContentCopy): string[] =>
  output
    .split('\n')
    .filter((line) => /:\d+:\d+ /.test(line))
    .map((line) =>
      line.slice(line.indexOf(directory.slice(project.length + 1)) + directory.slice(project.length + 1).length + 1),
    );

function folder(): string {
  const parent = join(project, '.built/copies');
  mkdirSync(parent, { recursive: true });
  const made = mkdtempSync(join(parent, 'out-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const example = 'case-studies/sandbag-library.mdx';

describe('npm run check -- --content', () => {
  it('passes content without a fault and says how much there is', async () => {
    const outcome = await check(copyOfContent());
    expect(outcome).toEqual({
      status: 0,
      output: 'Content: no faults in 2 examples, 2 factors and 17 entries in all.\n',
    });
  });

  it('tells every kind of fault at once, each with place, value, choices and remedy', async () => {
    const copy = copyOfContent();
    copy.edit(example, 'summary: Millford', 'sumary: Millford');
    copy.edit(example, '  - neighbours', '  - neighbors');
    copy.edit(example, 'reviewBy: 2031-01-10\n', '');
    copy.edit(example, 'stage: running', 'stage: runing');
    copy.edit(example, 'asOf: 2020-10', 'asOf: 2020-13');
    copy.edit('case-studies/river-watch.mdx', 'source: survey', 'source: surveys');
    copy.edit('case-studies/river-watch.mdx', 'published: 2021-01-10', 'published: 2999-01-01');
    copy.edit('factors/training.mdx', 'themes:\n', 'themes:\n  - toolz\n');
    copy.write(
      'factors/unused.mdx',
      copy
        .read('factors/training.mdx')
        .replace(/^title: .*$/m, 'title: Unused')
        .replace('  - toolz\n', ''),
    );
    copy.write('places/millford-two.mdx', copy.read('places/millford.mdx'));
    copy.edit('themes/tools.mdx', '---\n', '---\norder: 1\n');
    const outcome = await check(copy);
    expect(outcome.status).toBe(1);
    const faults = faultsIn(outcome, copy);
    const told = (pattern: RegExp): void =>
      expect(
        faults.filter((fault) => pattern.test(fault)),
        String(pattern),
      ).toHaveLength(1);
    told(
      /^case-studies\/sandbag-library\.mdx:3:1 the key "sumary" is not known\. To mend: Write summary: in its place/,
    );
    told(/^case-studies\/sandbag-library\.mdx:\d+:\d+ the key reviewBy is missing\. To mend: Add reviewBy: /);
    told(
      /^case-studies\/sandbag-library\.mdx:\d+:8 stage "runing" is not one of the values allowed\. Allowed: running, /,
    );
    told(/^case-studies\/sandbag-library\.mdx:\d+:7 asOf "2020-13" must be a month/);
    told(
      /^case-studies\/river-watch\.mdx:\d+:\d+ changes, item 1, source "surveys" is not the name of a file in sources\/\. Allowed: survey/,
    );
    told(/^case-studies\/river-watch\.mdx:\d+:12 published "2999-01-01" is in the future/);
    told(
      /^factors\/training\.mdx:\d+:5 themes, item 1 "toolz" is not the name of a file in themes\/\. Allowed: tools, neighbours\. To mend: /,
    );
    told(/^factors\/unused\.mdx:\d+:\d+ no example names the factor "unused"/);
    told(
      /^places\/millford\.mdx:2:8 title "Millford" is also that of .*millford-two\.mdx|^places\/millford-two\.mdx:2:8 title "Millford" is also that of /,
    );
    told(/^themes\/tools\.mdx:\d+:1 the keys cannot be read: .*unique/i);
    // A factor that no example names is no fault, but something to tidy.
    expect(outcome.output).toMatch(new RegExp(`^${faults.length - 1} faults in the content\\.$`, 'm'));
  });

  it('tells of a reference to an unknown theme in an otherwise right example', async () => {
    const copy = copyOfContent();
    copy.edit(example, '  - neighbours', '  - neighbors');
    const outcome = await check(copy);
    expect(faultsIn(outcome, copy)).toEqual([
      expect.stringMatching(
        /^case-studies\/sandbag-library\.mdx:11:5 themes, item 1 "neighbors" is not the name of a file in themes\/\. Allowed: neighbours, tools\. To mend: /,
      ),
    ]);
  });

  it('tells of bodies that hold more than prose, where they do', async () => {
    const copy = copyOfContent();
    copy.write(
      example,
      `${copy.read(example)}\nimport x from 'y'\n\nFor {1 + 1} <b>bold</b> <Chart /> [go](javascript:alert(1)) reasons.\n`,
    );
    const faults = faultsIn(await check(copy), copy).join('\n');
    for (const says of [
      /import or export/,
      /expression in braces/,
      /raw HTML/,
      /no component is called "Chart"/,
      /link to "javascript:/,
    ])
      expect(faults).toMatch(says);
  });

  it('tells of sections that are missing, misnamed or out of order, and of links to nothing', async () => {
    const copy = copyOfContent();
    copy.edit(example, '## What was hard', '## What was difficult');
    copy.edit(example, '## What came next\n\n', '');
    copy.edit(example, '(/examples/river-watch/)', '(/examples/river-wach/)');
    const faults = faultsIn(await check(copy), copy);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/:\d+:1 "What was difficult" is not one of the headings .* Write ## What was hard, or/),
        expect.stringMatching(/:\d+:1 the heading "## What came next" is missing\. .* at the end\./),
        expect.stringMatching(
          /the link "\/examples\/river-wach\/" leads to no page of the site\. Allowed: \/examples\/river-watch\//,
        ),
      ]),
    );
  });

  it('tells of a heading on who paid that a comparison would not find', async () => {
    const copy = copyOfContent();
    copy.edit(example, '### Who paid and who staffed it', '### Who paid and staffed it');
    copy.edit(example, '## What came next\n', '## What came next\n\n### Who paid and who staffed it\n');
    const faults = faultsIn(await check(copy), copy);
    expect(faults).toEqual([
      expect.stringMatching(/the heading "Who paid and staffed it" under "What they did" is not found by comparisons/),
      expect.stringMatching(/the heading "Who paid and who staffed it" under "What came next" is not found/),
    ]);
  });

  it('tells of an abbreviation that the glossary lacks, in keys and in prose, but not in code', async () => {
    const copy = copyOfContent();
    copy.edit(example, 'The library keeps sandbags.', 'The XYZ keeps sandbags.');
    copy.edit(example, 'Eastwater asked', 'The Q&AB and `ABC` and TTTs asked');
    const faults = faultsIn(await check(copy), copy);
    expect(faults.map((fault) => /abbreviation "([^"]+)"/.exec(fault)?.[1])).toEqual(['XYZ', 'Q&AB', 'TTT']);
  });

  it('tells of a draft that something published leans on, and leaves drafts out', async () => {
    const copy = copyOfContent();
    copy.edit('themes/tools.mdx', '---\n', '---\ndraft: true\n');
    const leaning = await check(copy);
    expect(leaning.status).toBe(1);
    expect(leaning.output).toMatch(/themes, item \d "tools" is a draft/);
  });

  it('tells of a path that has a wrong kind, too few steps or one twice, or leads to nothing or to a draft', async () => {
    const copy = copyOfContent();
    const path = 'problems/no-sandbags.mdx';
    copy.write('problems/bad.mdx', copy.read('problems/flood-warden.mdx').replace('kind: role', 'kind: roll'));
    copy.edit('problems/bad.mdx', '  - to: about\n    why: It says where this is from.\n', '');
    copy.write(
      'factors/later.mdx',
      copy
        .read('factors/training.mdx')
        .replace(/^title: .*$/m, 'title: Later')
        .replace('\n---\n', '\ndraft: true\n---\n'),
    );
    copy.write(
      'pages/soon.mdx',
      copy
        .read('pages/about.mdx')
        .replace(/^title: .*$/m, 'title: Soon')
        .replace('\n---\n', '\ndraft: true\n---\n'),
    );
    copy.edit(path, 'to: examples/sandbag-library', 'to: examples/sandbag-librery');
    copy.edit(path, 'to: priority-areas/readiness', 'to: factors/later');
    copy.edit(path, 'to: places/millford', 'to: soon');
    copy.edit('problems/flood-warden.mdx', 'to: about', 'to: examples/river-watch');
    const faults = faultsIn(await check(copy), copy);
    expect(faults).toEqual([
      expect.stringMatching(
        /^problems\/bad\.mdx:4:7 kind "roll" is not one of the values allowed\. Allowed: role, problem\./,
      ),
      expect.stringMatching(/^problems\/bad\.mdx:\d+:\d+ steps must have at least 3 items\. To mend: /),
      expect.stringMatching(
        /^problems\/flood-warden\.mdx:11:9 steps, item 3, to "examples\/river-watch" stands in the list twice/,
      ),
      expect.stringMatching(
        /^problems\/no-sandbags\.mdx:7:9 steps, item 1, to "examples\/sandbag-librery" is not a page of the site\. Allowed: examples\/sandbag-library, (?:[a-z/-]+, ){3}[a-z/-]+\. To mend: /,
      ),
      expect.stringMatching(/^problems\/no-sandbags\.mdx:11:9 steps, item 3, to "soon" is a draft\. To mend: /),
      expect.stringMatching(/^problems\/no-sandbags\.mdx:9:9 steps, item 2, to "factors\/later" is a draft, which is/),
    ]);
  });

  it('judges days by SOURCE_DATE_EPOCH where it is set', async () => {
    const copy = copyOfContent();
    const outcome = await check(copy, { SOURCE_DATE_EPOCH: '1577836800' });
    expect(outcome.status).toBe(1);
    expect(outcome.output).toContain('is in the future');
  });

  it('tells of whatever is no plain file in its place', async () => {
    const copy = copyOfContent();
    rmSync(copy.path('themes'), { recursive: true });
    copy.write('themes/_template.mdx', copy.read('pages/about.mdx'));
    copy.write('pages/chart.svg', '<svg/>');
    copy.write('pages/search.mdx', copy.read('pages/about.mdx').replace(/^title: .*$/m, 'title: Elsewhere'));
    copy.write('pages/a-to-z.mdx', copy.read('pages/about.mdx').replace(/^title: .*$/m, 'title: Letters'));
    rmSync(copy.path('problems'), { recursive: true });
    mkdirSync(copy.path('problems'));
    copy.write('notes.txt', 'x\n');
    copy.write('case-study/one.mdx', 'x\n');
    copy.write('vocabularies/moods.yaml', '- a\n');
    copy.write('places/Big Town.mdx', 'x\n');
    copy.write('glossary/binary.mdx', Buffer.from([0xff, 0xfe, 0x00]));
    copy.write('glossary/hidden.mdx', '---\ntitle: a\u202eb\n---\n');
    copy.write('glossary/huge.mdx', `---\ntitle: x\n---\n${'word '.repeat(50_000)}\n`);
    copy.write('glossary/bomb.mdx', '---\ntitle: &a x\nsummary: *a\n---\n');
    copy.write('glossary/fence.mdx', '---\ntitle: x\n---x\n');
    symlinkSync(copy.path('site.yaml'), copy.path('pages/link.mdx'));
    const faults = faultsIn(await check(copy), copy);
    const told = (pattern: RegExp): void =>
      expect(
        faults.filter((fault) => pattern.test(fault)),
        String(pattern),
      ).toHaveLength(1);
    told(/^themes:1:1 has no entry/);
    told(/^pages\/a-to-z\.mdx:\d+:\d+ the address \/a-to-z\/ is taken/);
    told(/^pages\/chart\.svg:1:1 is not an \.mdx file/);
    told(/^pages\/search\.mdx:\d+:\d+ the address \/search\/ is taken/);
    told(/^notes\.txt:1:1 the file "notes\.txt" has no place here/);
    told(/^case-study:1:1 the folder "case-study" is not one that content has\. Allowed: case-studies, /);
    told(/^vocabularies\/moods\.yaml:1:1 no vocabulary is called "moods"/);
    told(/^places\/Big Town\.mdx:1:1 the name "Big Town\.mdx" is not one .* To mend: Name it big-town\.mdx/);
    told(/^glossary\/binary\.mdx:1:1 is not saved as UTF-8/);
    told(/^glossary\/hidden\.mdx:2:9 holds the hidden character U\+202E/);
    told(/^glossary\/huge\.mdx:1:1 has \d+ bytes/);
    told(/^glossary\/bomb\.mdx:2:\d+ an anchor or alias/);
    told(/^glossary\/fence\.mdx:3:1 the keys are closed by "---x"/);
    told(/^pages\/link\.mdx:1:1 is a symbolic link/);
  });

  it('tells of a folder that is missing', async () => {
    const copy = copyOfContent();
    rmSync(copy.path('factors'), { recursive: true });
    expect(faultsIn(await check(copy), copy)).toContainEqual(
      expect.stringMatching(/^factors:1:1 the folder is missing/),
    );
    const none = await run('check.ts', ['--content'], { CONTENT_DIR: join(copy.directory, 'nowhere') });
    expect(none.status).toBe(1);
    expect(none.output).toMatch(/nowhere:1:1 the folder is missing\. To mend: .*CONTENT_DIR/);
  });
});

describe('npm run build', () => {
  it('leaves the good site where it was when the content has a fault', async () => {
    const copy = copyOfContent();
    const outDir = join(folder(), 'site');
    mkdirSync(outDir);
    writeFileSync(join(outDir, 'index.html'), 'the good one');
    copy.edit(example, '  - neighbours', '  - neighbors');
    copy.edit('case-studies/river-watch.mdx', 'source: survey', 'source: surveys');
    const outcome = await run('build.ts', ['--outDir', outDir], { CONTENT_DIR: copy.directory });
    expect(outcome.status).toBe(1);
    expect(outcome.output).toContain('"neighbors" is not the name of a file in themes/');
    expect(outcome.output).toContain('"surveys" is not the name of a file in sources/');
    expect(readFileSync(join(outDir, 'index.html'), 'utf8')).toBe('the good one');
  });

  it('replaces the last site whole, lists 20 on a page, and shows five of a group and a way on', async () => {
    const copy = copyOfContent();
    for (let number = 1; number <= 23; number += 1)
      copy.write(
        `case-studies/made-${number}.mdx`,
        copy
          .read(example)
          .replace(/^title: .*$/m, `title: Made example ${number}`)
          .replace(/^summary: .*$/m, `summary: The made example with the number ${number}.`),
      );
    copy.write('case-studies/not-yet.mdx', copy.read(example).replace(/^title: .*$/m, 'title: Not yet\ndraft: true'));
    const outDir = join(folder(), 'site');
    mkdirSync(outDir);
    writeFileSync(join(outDir, 'stale.html'), 'old');
    const outcome = await run('build.ts', ['--outDir', outDir], { CONTENT_DIR: copy.directory, BASE_PATH: 'towns' });
    expect(outcome).toMatchObject({ status: 0 });
    const page = (path: string): string => readFileSync(join(outDir, path, 'index.html'), 'utf8');
    const cards = (html: string): number => html.match(/<li class="card/g)?.length ?? 0;
    expect(existsSync(join(outDir, 'stale.html'))).toBe(false);
    expect(existsSync(join(outDir, 'examples/not-yet'))).toBe(false);
    expect([cards(page('examples')), cards(page('examples/2'))]).toEqual([20, 5]);
    expect(page('examples')).toContain('href="/towns/examples/2/"');
    expect(page('examples/2')).toContain('<title>Examples, page 2 of 2 –');
    expect(cards(page('priority-areas/readiness'))).toBe(5);
    expect(page('priority-areas/readiness')).toContain('href="/towns/priority-areas/readiness/examples/"');
    expect(cards(page('priority-areas/readiness/examples'))).toBe(20);
    expect(page('factors/a-known-place')).toContain('href="/towns/factors/a-known-place/examples/"');
  });

  // Settings that are read before the content, and with it; tests/unit/config/ has the others.
  it.each([
    ['BASE_PATH', 'a b', 'BASE_PATH is "a b"'],
    ['SOURCE_DATE_EPOCH', 'soon', 'SOURCE_DATE_EPOCH is "soon"'],
  ])('tells what is wrong with %s=%s', async (name, value, says) => {
    const outcome = await run('build.ts', ['--outDir', join(folder(), 'site')], {
      CONTENT_DIR: sites.second.content,
      [name]: value,
    });
    expect(outcome.status).toBe(1);
    expect(outcome.output).toContain(says);
    expect(outcome.output).not.toMatch(/\n\s+at /);
  });

  it('does not build over the project', async () => {
    const outcome = await run('build.ts', ['--outDir', '.'], { CONTENT_DIR: sites.second.content });
    expect(outcome.status).toBe(1);
    expect(outcome.output).toContain('--outDir is "."');
  });
});

it('Astro’s own build refuses what could run, and tells all of it with its file', () => {
  const copy = copyOfContent();
  const hostile = [
    ['pages/about.mdx', "import fs from 'node:fs'", 'an import or export is not allowed'],
    ['case-studies/river-watch.mdx', '{globalThis.ran = true}', 'an expression in braces is not allowed'],
    ['factors/training.mdx', '<b>bold</b>', 'raw HTML is not allowed'],
    ['themes/tools.mdx', '<Chart />', 'no component is called "Chart"'],
    ['pages/about.mdx', '[go](javascript:alert(1))', 'a link to "javascript:alert(1)" is not allowed'],
  ] as const;
  for (const [file, line] of hostile) copy.write(file, `${copy.read(file)}\n${line}\n`);
  // Astro would import a layout that a page names.
  copy.edit('places/millford.mdx', '---\n', '---\nlayout: "data:text/javascript,globalThis.ran = true"\n');
  const outDir = join(folder(), 'site');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', outDir],
    { cwd: project, encoding: 'utf8', env: { ...process.env, CONTENT_DIR: copy.directory } },
  );
  expect(status).not.toBe(0);
  const told = (file: string, says: string): boolean =>
    `${stdout}${stderr}`.split('\n').some((line) => line.includes(file) && line.includes(says));
  for (const [file, , says] of [...hostile, ['places/millford.mdx', '', 'the key "layout" is not known'] as const])
    expect([file, says, told(file, says)]).toEqual([file, says, true]);
  expect(existsSync(join(outDir, 'index.html'))).toBe(false);
});
