import { execFileSync, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { project, run, sites } from '../sites.ts';
import { copyOfContent } from '../content-copy.ts';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'merging-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A git repository whose main branch holds the second programme's content. */
function repository() {
  const folder = temporaryFolder();
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  cpSync(sites.second.content, join(folder, 'content'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-qm', 'Content');
  git('switch', '-qc', 'change');
  const path = (file: string): string => join(folder, file);
  const read = (file: string): string => readFileSync(path(file), 'utf8');
  const write = (file: string, text: string): void => writeFileSync(path(file), text);
  const comment = (...args: string[]) => {
    const { CONTENT_DIR: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, 'src/commands/comment.ts'), '--base', 'main', ...args],
      { cwd: folder, encoding: 'utf8', env },
    );
    return { status, stdout, stderr };
  };
  return { git, path, read, write, comment };
}

const example = 'content/case-studies/sandbag-library.mdx';

describe('npm run comment', () => {
  it('says that nothing is to mend and no page comes or goes where nothing changed', () => {
    const { stdout, status } = repository().comment();
    expect(status).toBe(0);
    expect(stdout).toContain('### Nothing to mend');
    expect(stdout).toContain('No page comes, goes or reads otherwise.');
    expect(stdout).toContain('- [ ] Nobody can be recognised.');
    expect(stdout).not.toContain('For a developer');
    expect(stdout).not.toContain('preview');
  });

  it('says what a new example adds: its page, tags and factors, those that are new too', () => {
    const { read, write, git, comment } = repository();
    write(
      'content/case-studies/second-library.mdx',
      read(example)
        .replace(/^title: .*$/m, 'title: A library with Jo Bloggs of Millford')
        .replace('factor: a-known-place', 'factor: spare-keys'),
    );
    write(
      'content/factors/spare-keys.mdx',
      read('content/factors/training.mdx').replace(/^title: .*$/m, 'title: Spare keys'),
    );
    git('add', '-A');
    git('commit', '-qm', 'An example');
    const { stdout } = comment('--preview', 'https://host.example/runs/1');
    expect(stdout).toContain('- a new page, “Spare keys” at `/factors/spare-keys/`\n');
    expect(stdout).toContain(
      '“A library with \\[…] of Millford” at `/examples/second-library/`; priority areas: `readiness`; themes: `neighbours`; factors: `spare-keys (new)`\n',
    );
    expect(stdout).toContain('[the artifacts of this check](https://host.example/runs/1#artifacts)');
    expect(stdout).toMatch(/^### First: could anybody be recognised or reached\?\n/);
    expect(stdout).toMatch(
      /second-library\.mdx`, line 2, column \d+: a person may be named here\..*\\\[possible-name\]/,
    );
    // A title may name somebody: it is read in the file, not in a comment that stays.
    expect(stdout).not.toContain('Bloggs');
  });

  it('tells each fault with its line and fix, and that a page has gone', () => {
    const { git, read, write, comment } = repository();
    write(example, read(example).replace('stage: running', 'stage: runing'));
    git('rm', '-q', 'content/places/eastwater.mdx');
    const { stdout } = comment();
    expect(stdout).toMatch(/### \d+ things to mend/);
    expect(stdout).toMatch(
      /- `content\/case-studies\/sandbag-library\.mdx`, line \d+, column \d+: stage "runing" .*Allowed: running, .*To mend: /,
    );
    expect(stdout).toMatch(
      /- `content\/moved\.yaml`, line 1, column 1: the address "\/places\/eastwater\/" was published/,
    );
    // The faulty example itself has not gone.
    expect(stdout).not.toContain('/examples/sandbag-library/');
    expect(stdout).toMatch(/- no page any more: .* at `\/places\/eastwater\/`\n/);
  });

  it('repeats no text of a file that may name somebody, and still names the heading that is missing', () => {
    const { read, write, comment } = repository();
    const other = 'content/case-studies/river-watch.mdx';
    const many = 'and many others '.repeat(6);
    write(example, read(example).replace(/^title: .*$/m, `title: Jo Bloggs and "Sam Smith" of Millford ${many}end`));
    write(other, read(other).replace('## What was hard', '## What Jo Bloggs said'));
    const { stdout } = comment();
    expect(stdout).toMatch(/line 2, column \d+: title "…" must have at most 90 characters/);
    expect(stdout).toContain('What was hard');
    expect(stdout).not.toMatch(/Bloggs|Smith/);
  });

  it('flags every path outside the content, files that git does not know yet too', () => {
    const { write, git, comment } = repository();
    write('package.json', '{}');
    git('add', '-A');
    git('commit', '-qm', 'More');
    write('new.sh', 'true');
    const { stdout } = comment();
    expect(stdout).toContain('### For a developer to review');
    expect(stdout).toMatch(/- `new\.sh`\n- `package\.json`/);
  });

  it('lets no name or text of a file become markup, a mention or a heading', () => {
    const { write, read, comment } = repository();
    write('x`y @everyone <img src=a> [a](b) #1\n## b.txt', '');
    write(example, read(example).replace('stage: running', 'stage: "*@team* <b>#2</b> [a](https://evil.example)"'));
    const { stdout } = comment();
    expect(stdout).not.toMatch(/[@](?=\w)|#(?=\d)/);
    expect(stdout).not.toMatch(/^## b/m);
    // Outside code, nothing is left that Markdown would read as a tag, a link or emphasis.
    const prose = stdout.replace(/(`+)[^`][\s\S]*?[^`]\1(?!`)/g, '');
    expect(prose).not.toMatch(/(?<!\\)<[a-z]/i);
    expect(prose).not.toMatch(/(?<!\\)\[a\]/);
    expect(prose).not.toMatch(/(?<!\\)https:\/\/evil/);
  });

  it('links each point to its line on the branch, and says once in each list what to press there', () => {
    const { write, read, comment } = repository();
    write(example, read(example).replace('stage: running', 'stage: runing').replace('asOf: 2020-10', 'asOf: 2020'));
    const { stdout } = comment('--files', 'https://host.example/fork/r/blob/more/wet#bags (2)');
    const files = 'https://host.example/fork/r/blob/more/wet%23bags%20%282%29';
    const line = read(example).split('\n').indexOf('stage: runing') + 1;
    expect(stdout).toContain(`, [line ${line}, column 8](${files}/${example}?plain=1#L${line}): stage`);
    expect(stdout.match(/press the pencil/g)).toHaveLength(1);
  });

  it('shows the words before and after, by value and by sentence, under the title of the page on the site', () => {
    const { write, read, comment } = repository();
    write(
      example,
      read(example)
        .replace("figure: '40'", "figure: '44'")
        .replace('  - neighbours\n', '  - neighbours\n  - tools\n')
        .replace('Two librarians look', 'Three librarians with Jo Bloggs look')
        .replace('The town paid.', 'The town paid. @team <b>#1 [there](https://evil.example).'.replace('<b>', '\\<b>')),
    );
    const { stdout } = comment();
    expect(stdout).toContain(
      '[A library that lends sandbags](https://river-towns.example.org/examples/sandbag-library/), `content/case-studies/sandbag-library.mdx`',
    );
    expect(stdout).toContain('- Themes: **Tools and training**\n');
    expect(stdout).toContain('- Changes, figure: ~~40~~ **44**\n');
    expect(stdout).toContain('- What they did: ~~Two~~ **Three** librarians **with \\[…]** look after the store.\n');
    expect(stdout).toContain('- What they did: **\\[…] \\<b>#\u200b1 there.**\n');
    const { asked } = post(stdout);
    expect(asked).toContain('**44**');
    expect(asked).not.toMatch(/Bloggs|@\w|(?<!\\)<b|evil\.example\)|(?<!\\)https?:\/\/evil|www\.evil/);
  });

  it('tells pages that go by their titles, and what becomes of each', () => {
    const { git, write, read, comment } = repository();
    git('rm', '-q', 'content/case-studies/river-watch.mdx');
    write(
      'content/moved.yaml',
      `${read('content/moved.yaml')}- from: examples/river-watch\n  withdrawn: 2024-05-01\n  why: It was wrong.\n`,
    );
    write(
      'content/factors/training.mdx',
      read('content/factors/training.mdx').replace('title:', 'draft: true\ntitle:'),
    );
    const { stdout } = comment();
    expect(stdout).toContain(
      '- no page any more: [Neighbours who watch the river](https://river-towns.example.org/examples/river-watch/) at `/examples/river-watch/`, which says that it was withdrawn\n',
    );
    expect(stdout).toMatch(/at `\/factors\/training\/`, which is off the site until it is published again\n/);
  });

  it('asks about a figure that was changed and still stands in the example or in what names it, and about its day', () => {
    const { git, write, read, comment } = repository();
    const other = 'content/case-studies/river-watch.mdx';
    write(
      example,
      read(example)
        .replace('May need', 'Two need')
        .replace('Bags that', 'All 40 streets had some, aged 40 or not. Bags that'),
    );
    write(other, read(other).replace('Nights were hard.', 'Nights were hard. The library reached 40 streets.'));
    write('content/factors/training.mdx', `${read('content/factors/training.mdx')}\nIn 40 towns.\n`);
    git('commit', '-qam', 'More');
    git('branch', '-qf', 'main');
    write(example, read(example).replace("figure: '40'", "figure: '44'").replace('claim: 40', 'claim: 44'));
    const stands = (): string => /### Figures to look at\n\n([^#]*)/.exec(comment().stdout)?.[1] ?? '';
    expect(stands()).toMatch(
      /: 40 was changed, and still stands in What was hard, line \d+; What was hard, line \d+ of `content\/case-studies\/river-watch\.mdx`\. Is it right there\?\n/,
    );
    expect(stands()).toContain('the day in `updated` stays as it was');
    // All were found, and the day was set.
    for (const file of [example, other])
      write(
        file,
        read(file).replaceAll('40 streets', '44 streets').replace('reviewBy:', 'updated: 2021-02-01\nreviewBy:'),
      );
    expect(stands()).toBe('');
  });

  it('stays shorter than a comment may be, and says how much it leaves out', () => {
    const { write, read, comment } = repository();
    for (let index = 0; index < 60; index += 1)
      write(
        `content/factors/factor-${'x'.repeat(60)}-${index}.mdx`,
        read('content/factors/training.mdx').replace(
          /^title: .*$/m,
          `title: Number ${index} ${'and more '.repeat(7)}now`,
        ),
      );
    write(
      example,
      read(example)
        .replace('Nights', 'x')
        .replace('The town paid.', `The town paid. ${'Bags are wet. '.repeat(3000)}`),
    );
    const { stdout, status } = comment('--files', `https://host.example/o/r/blob/${'b'.repeat(150)}`);
    expect(status).toBe(0);
    expect(Buffer.byteLength(stdout)).toBeLessThan(50_000);
    expect(stdout).toMatch(/- and \d+ more\n/);
    expect(stdout).toContain('The words are the writer’s own.');
  });

  it('says what is missing where it is not told what to compare with, or git does not know it', () => {
    const { comment } = repository();
    const { status, stderr, stdout } = comment('--base', '--output=x');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/base/);
    expect(comment('--base', 'no-such')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no such revision: no-such.'),
    });
    expect(comment('--base', '')).toMatchObject({ status: 1, stderr: expect.stringContaining('such as --base main') });
    expect(comment('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--preview URL') });
  });
});

/** Runs the last step of a workflow with a `gh` that gives these answers. Gives what it was asked to write. */
function runStep(workflow: string, answers: Record<string, string>, files: Record<string, string>) {
  const folder = temporaryFolder();
  const file = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries({ asked: '', ...files })) file(name, text);
  for (const [name, text] of Object.entries(answers)) file(`answers/${name}`, text);
  file(
    'bin/gh',
    `#!/bin/sh
case "$1 $2" in
  'pr view' | 'issue list') cat "${folder}/answers/$1 $2" ;;
  'api --paginate') cat "${folder}/answers/files" ;;
  *) echo "$@" >> "${folder}/asked"; case "$*" in *'--body-file -'*) cat >> "${folder}/asked" ;; esac ;;
esac
`,
  );
  chmodSync(join(folder, 'bin/gh'), 0o755);
  const { jobs } = parse(readFileSync(join(project, '.github/workflows', workflow), 'utf8')) as {
    jobs: Record<string, { steps: { run?: string; env?: Record<string, string> }[] }>;
  };
  const { run: script = '', env = {} } = Object.values(jobs)[0]?.steps.at(-1) ?? {};
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
    cwd: project,
    encoding: 'utf8',
    env: {
      ...process.env,
      ...env,
      PATH: `${join(folder, 'bin')}:${process.env['PATH']}`,
      RUNNER_TEMP: folder,
      CHECKED: checked,
      GH_REPO: 'o/r',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_SERVER_URL: 'https://host.example',
      HEAD: 'fork/r',
    },
  });
  return { status, output: stdout + stderr, asked: readFileSync(join(folder, 'asked'), 'utf8') };
}

const checked = 'a'.repeat(40);
/** Where the content says that the site is published. */
const { address: site } = parse(readFileSync(join(project, 'content/site.yaml'), 'utf8')) as { address: string };

/** What comment.yml posts where a check wrote this text. */
const post = (text: string, { number = '7', head = checked, changed = 'content/themes/tools.mdx\n' } = {}) =>
  runStep(
    'comment.yml',
    { 'pr view': head, files: changed },
    { 'comment/comment.md': text, 'comment/pull-request.txt': `${number}\n` },
  );

describe('the posting of a comment', () => {
  it('brings the comment of the pull request up to date, or adds it', () => {
    expect(post('### Nothing to mend\n')).toMatchObject({
      status: 0,
      asked: 'pr comment 7 --edit-last --create-if-none --body-file -\n### Nothing to mend\n',
    });
  });

  it.each([
    ['content/themes/tools.mdx\nsrc/commands/comment.ts\n', true],
    ['content/tests.mdx\ntests/run.ts\n', true],
    ['contents.txt\n', true],
    ['content/themes/tools.mdx\ncontent/site.yaml\n', false],
  ])('says by itself whether a change touches more than the content: %j, %s', (changed, warned) => {
    const { asked } = post('Nothing to mend', { changed });
    expect(asked.includes('**For a developer to look at first:**')).toBe(warned);
    expect(asked).toContain('Nothing to mend');
  });

  it('posts nothing on another pull request than the one that was checked', () => {
    expect(post('text', { head: 'b'.repeat(40) })).toMatchObject({
      status: 0,
      asked: '',
      output: expect.stringContaining('nothing is posted'),
    });
  });

  it('refuses a text that is too long, and a number that is not one', () => {
    for (const { status, asked } of [post('x'.repeat(60_001)), post('x', { number: '7/../8' })])
      expect([status, asked]).toEqual([1, '']);
  });

  it('mentions nobody, shows no picture or HTML and leads only within the repository, whatever the text holds', () => {
    const { asked } = post(
      [
        '@everyone &#64;team #12 <img src="https://evil.example/x"> ![x](//evil.example/y)',
        '[a](https://evil.example) [b](//evil.example) www.evil.example <https://evil.example> [c]: //evil.example',
        '[page](https://host.example/o/r/actions/runs/1) [d](https://host.example/o/rest) [e](https://host.example/fork/r)',
        `[file](https://host.example/fork/r/blob/main/content/a.mdx?plain=1#L2) [site](${site}examples/)`,
        `[f](${site.slice(0, -1)}.evil.example)`,
        '<!-- a comment -->',
      ].join('\n'),
    );
    const own = [
      '[page](https://host.example/o/r/actions/runs/1)',
      '[file](https://host.example/fork/r/blob/main/content/a.mdx?plain=1#L2)',
      `[site](${site}examples/)`,
    ];
    for (const one of own) expect(asked).toContain(one);
    expect(own.reduce((rest, one) => rest.replace(one, ''), asked)).not.toMatch(
      /@\w|&#|#\d|<[a-z!/]|!\[|\]\(|\]:|https?:\/\/|www\./i,
    );
  });
});

describe('the posting of the weekly review', () => {
  const due = '### 1 example past the review date\n';
  const nothing = 'There is nothing to look at this week.\n';

  it.each([
    ['opens an issue', due, '', 'issue create --title To look at this week --body-file '],
    ['then changes that one', due, '5\n', 'issue edit 5 --body-file '],
    ['closes it when nothing is left', nothing, '5\n', 'issue close 5\n'],
    ['opens none for nothing', nothing, '', ''],
  ])('%s', (_, review, number, expected) => {
    const { status, asked } = runStep('weekly.yml', { 'issue list': number }, { 'review.md': review });
    expect([status, asked.replace(/\/.*\/review\.md\n/, '')]).toEqual([0, expected]);
  });
});

describe('npm run review', () => {
  const at = (day: string): string => String(Date.parse(day) / 1000);
  const review = (directory: string, day: string, ...args: string[]) =>
    run('review.ts', args, { CONTENT_DIR: directory, SOURCE_DATE_EPOCH: at(day) });

  it('says so where nothing is due', async () => {
    expect(await review(sites.second.content, '2021-01-01')).toEqual({
      status: 0,
      output: 'There is nothing to look at this week.\n',
    });
  });

  it('lists examples past their review date and consents that end within 60 days', async () => {
    const copy = copyOfContent();
    copy.edit('case-studies/river-watch.mdx', '    how:', '    until: 2025-03-01\n    how:');
    copy.edit('case-studies/river-watch.mdx', 'reviewBy: 2031-01-10', 'reviewBy: 2024-12-31');
    expect((await review(copy.directory, '2024-12-30')).output).toContain('There is nothing');
    const { output } = await review(copy.directory, '2025-01-01');
    expect(output).toContain('### 1 example past the review date');
    expect(output).toMatch(/river-watch\.mdx`, to be reviewed by 31 December 2024/);
    expect(output).toContain('### 1 consent ending soon');
    expect(output).toMatch(/river-watch\.mdx`, ends on 1 March 2025/);
    expect((await review(copy.directory, '2025-03-02')).output).toMatch(/ended on 1 March 2025: it is off the site/);
  });

  it('asks outside addresses only with --links, slowly, and lists those that have gone', async () => {
    const times: number[] = [];
    const server = createServer((request, response) => {
      times.push(performance.now());
      response.writeHead(Number(request.url?.slice(1)) || 200).end();
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    onTestFinished(() => void server.close());
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const copy = copyOfContent();
    for (const file of ['site.yaml', 'sources/survey.mdx'])
      copy.write(file, copy.read(file).replaceAll(/^( *url:) .*$/gm, `$1 ${address}/200`));
    copy.write(
      'pages/about.mdx',
      `${copy.read('pages/about.mdx')}\n[One](${address}/404), [two](${address}/403), [three](${address}/500), [four](http://127.0.0.1:1/).\n`,
    );
    expect((await review(copy.directory, '2021-01-01')).output).toContain('There is nothing');
    expect(times).toEqual([]);
    const { output } = await review(copy.directory, '2021-01-01', '--links');
    expect(output).toContain('### 3 outside links to look at');
    expect(output).toMatch(/\/404` has gone \(status 404\); named in `.*about\.mdx`/);
    expect(output).toMatch(/\/500` does not work \(status 500\)/);
    expect(output).toMatch(/127\.0\.0\.1:1\/` cannot be reached/);
    expect(output).not.toContain('/403');
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(1);
    expect(Math.min(...gaps)).toBeGreaterThan(900);
  });
});
