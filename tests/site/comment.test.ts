import { execFileSync, spawnSync } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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
    expect(stdout).toContain('No page comes or goes.');
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
    expect(stdout).toContain('- a new page at `/factors/spare-keys/`');
    expect(stdout).toContain(
      '- a new page at `/examples/second-library/`; priority areas: `readiness`; themes: `neighbours`; factors: `spare-keys (new)`\n',
    );
    expect(stdout).toContain('[this page](https://host.example/runs/1)');
    expect(stdout).toMatch(/### \d+ questions to answer/);
    expect(stdout).toMatch(/second-library\.mdx`, line 2: a person may be named here\..*\\\[possible-name\]/);
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
      /- `content\/case-studies\/sandbag-library\.mdx`, line \d+: stage "runing" .*Allowed: running, .*To mend: /,
    );
    expect(stdout).toMatch(/- `content\/moved\.yaml`, line 1: the address "\/places\/eastwater\/" was published/);
    // The faulty example itself has not gone.
    expect(stdout).not.toContain('/examples/sandbag-library/');
    expect(stdout).toMatch(/- no page any more at `\/places\/eastwater\/`\n/);
  });

  it('repeats no text of a file that may name somebody, and still names the heading that is missing', () => {
    const { read, write, comment } = repository();
    const other = 'content/case-studies/river-watch.mdx';
    const many = 'and many others '.repeat(6);
    write(example, read(example).replace(/^title: .*$/m, `title: Jo Bloggs and "Sam Smith" of Millford ${many}end`));
    write(other, read(other).replace('## What was hard', '## What Jo Bloggs said'));
    const { stdout } = comment();
    expect(stdout).toMatch(/line 2: title "…" must have at most 90 characters/);
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

  it('says what is missing where it is not told what to compare with, or git does not know it', () => {
    const { comment } = repository();
    const { status, stderr, stdout } = comment('--base', '--output=x');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/base|git rev-parse failed/);
    expect(comment('--base', 'no-such').status).toBe(1);
  });
});

interface Asked {
  method: string;
  path: string;
  body: { body?: string; state?: string; title?: string };
}

/** A host with the given answers to GET, which keeps what else it is asked. */
async function host(answers: Record<string, unknown>) {
  const asked: Asked[] = [];
  const read = async (request: IncomingMessage): Promise<string> => {
    let text = '';
    for await (const part of request) text += String(part);
    return text;
  };
  const server = createServer((request, response) => {
    void read(request).then((text) => {
      const path = request.url ?? '';
      if (request.method !== 'GET')
        asked.push({ method: request.method ?? '', path, body: JSON.parse(text) as Asked['body'] });
      const answer = request.method === 'GET' ? answers[path.replace(/\?.*/, '')] : {};
      response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const folder = temporaryFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const post = (...args: string[]) =>
    run('post.ts', args, {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_SERVER_URL: 'https://host.example',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_TOKEN: 'none',
      GITHUB_EVENT_PATH: file(
        'event.json',
        JSON.stringify({ workflow_run: { event: 'pull_request', head_sha: 'a'.repeat(40) } }),
      ),
    });
  return { asked, folder, file, post };
}

const pull = (sha: string) => ({ state: 'open', head: { sha } });
const bot = { login: 'github-actions[bot]' };
const files = [{ filename: 'content/themes/tools.mdx' }];
const mark = '<!-- what the checks found -->';

describe('the posting of a comment', () => {
  it('adds one where there is none, then changes that one and no other', async () => {
    const first = await host({
      '/repos/o/r/pulls/7': pull('a'.repeat(40)),
      '/repos/o/r/pulls/7/files': files,
      '/repos/o/r/issues/7/comments': [],
    });
    first.file('pull-request.txt', '7\n');
    first.file('comment.md', '### Nothing to mend\n');
    expect((await first.post('comment', first.folder)).status).toBe(0);
    expect(first.asked).toEqual([
      { method: 'POST', path: '/repos/o/r/issues/7/comments', body: { body: `${mark}\n### Nothing to mend\n` } },
    ]);
    const comments = [
      { id: 1, user: { login: 'somebody' }, body: `${mark}\nnot ours` },
      { id: 2, user: bot, body: 'another of the host’s' },
      { id: 3, user: bot, body: `${mark}\nold` },
    ];
    const second = await host({
      '/repos/o/r/pulls/7': pull('a'.repeat(40)),
      '/repos/o/r/pulls/7/files': files,
      '/repos/o/r/issues/7/comments': comments,
    });
    second.file('pull-request.txt', '7');
    second.file('comment.md', 'new');
    await second.post('comment', second.folder);
    expect(second.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['PATCH /repos/o/r/issues/comments/3']);
  });

  it.each([
    [[...files, { filename: 'src/commands/comment.ts' }], true],
    [[{ filename: 'content/tests.mdx', previous_filename: 'tests/run.ts' }], true],
    [[{ filename: 'contents.txt' }], true],
    [files, false],
  ])('says by itself whether a change touches more than the content: %j, %s', async (changed, warned) => {
    const there = await host({
      '/repos/o/r/pulls/7': pull('a'.repeat(40)),
      '/repos/o/r/pulls/7/files': changed,
      '/repos/o/r/issues/7/comments': [],
    });
    there.file('pull-request.txt', '7');
    there.file('comment.md', 'Nothing to mend');
    await there.post('comment', there.folder);
    expect(there.asked[0]?.body.body?.includes('For a developer to look at first')).toBe(warned);
  });

  it('posts nothing on another pull request than the one that was checked', async () => {
    const other = await host({ '/repos/o/r/pulls/8': pull('b'.repeat(40)), '/repos/o/r/issues/8/comments': [] });
    other.file('pull-request.txt', '8');
    other.file('comment.md', 'text');
    expect((await other.post('comment', other.folder)).output).toContain('nothing is posted');
    expect(other.asked).toEqual([]);
  });

  it('refuses an artifact that is too large, or whose number is none', async () => {
    const large = await host({
      '/repos/o/r/pulls/7': pull('a'.repeat(40)),
      '/repos/o/r/pulls/7/files': files,
      '/repos/o/r/issues/7/comments': [],
    });
    large.file('pull-request.txt', '7');
    large.file('comment.md', 'x'.repeat(60_001));
    expect((await large.post('comment', large.folder)).status).toBe(1);
    large.file('comment.md', 'x');
    large.file('pull-request.txt', '7/../8');
    expect((await large.post('comment', large.folder)).status).toBe(1);
    expect(large.asked).toEqual([]);
  });

  it('mentions nobody, shows no picture or HTML and leads only within the repository, whatever the text holds', async () => {
    const hostile = await host({
      '/repos/o/r/pulls/7': pull('a'.repeat(40)),
      '/repos/o/r/pulls/7/files': files,
      '/repos/o/r/issues/7/comments': [],
    });
    hostile.file('pull-request.txt', '7');
    hostile.file(
      'comment.md',
      [
        '@everyone &#64;team #12 <img src="https://evil.example/x"> ![x](//evil.example/y)',
        '[a](https://evil.example) [b](//evil.example) www.evil.example <https://evil.example> [c]: //evil.example',
        '[page](https://host.example/o/r/actions/runs/1) [d](https://host.example/o/rest)',
        mark,
      ].join('\n'),
    );
    await hostile.post('comment', hostile.folder);
    const body = hostile.asked[0]?.body.body?.slice(mark.length) ?? '';
    expect(body).toContain('[page](https://host.example/o/r/actions/runs/1)');
    expect(body.replace('[page](https://host.example/o/r/actions/runs/1)', '')).not.toMatch(
      /@\w|&#|#\d|<[a-z!/]|!\[|\]\(|\]:|https?:\/\/|www\./i,
    );
  });
});

describe('the posting of the weekly review', () => {
  const issues = '/repos/o/r/issues';
  const own = { number: 5, user: bot, body: '<!-- the weekly review -->\nold' };

  it('opens an issue, then changes that one, and closes it when nothing is left', async () => {
    const none = await host({ [issues]: [] });
    await none.post('issue', none.file('review.md', 'something'));
    expect(none.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST ${issues}`]);
    const there = await host({ [issues]: [own] });
    await there.post('issue', there.file('review.md', 'something else'));
    await there.post('issue', there.file('review.md', 'There is nothing to look at this week.\n'));
    expect(there.asked.map(({ path, body: { state } }) => [path, state])).toEqual([
      [`${issues}/5`, 'open'],
      [`${issues}/5`, 'closed'],
    ]);
    const quiet = await host({ [issues]: [] });
    await quiet.post('issue', quiet.file('review.md', 'There is nothing to look at this week.\n'));
    expect(quiet.asked).toEqual([]);
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
    copy.edit('case-studies/river-watch.mdx', 'reviewBy: ', 'reviewBy: 2024-12-31 #');
    expect((await review(copy.directory, '2024-12-30')).output).toContain('There is nothing');
    const { output } = await review(copy.directory, '2025-01-01');
    expect(output).toContain('### 1 example past the review date');
    expect(output).toMatch(/river-watch\.mdx`, to be reviewed by 31 December 2024/);
    expect(output).toContain('### 1 consent about to end');
    expect(output).toMatch(/river-watch\.mdx`, ends on 1 March 2025/);
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
