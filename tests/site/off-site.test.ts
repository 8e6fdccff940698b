/** What is taken off the site is off it at once, whatever else names it. */
import { rmSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { copyOfContent } from '../content-copy.ts';
import { run } from '../sites.ts';
import { captures, pagesOf, textOf } from './pages.ts';

it('leaves no word of a withdrawn example and of a draft factor but the notice, and breaks nothing', async () => {
  const copy = copyOfContent();
  const title = /^title: (.*)$/m.exec(copy.read('case-studies/river-watch.mdx'))?.[1] ?? '';
  rmSync(copy.path('case-studies/river-watch.mdx'));
  copy.write(
    'moved.yaml',
    `${copy.read('moved.yaml')}- from: examples/river-watch\n  withdrawn: 2024-05-01\n  why: It was wrong.\n`,
  );
  copy.edit('factors/training.mdx', 'title:', 'draft: true\ntitle:');
  for (const file of ['pages/about.mdx', 'factors/a-known-place.mdx'])
    copy.write(file, `${copy.read(file)}\nSee [the watchers](/examples/river-watch/#what-they-did) there.\n`);
  const directory = `${copy.directory}.site`;
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const environment = { CONTENT_DIR: copy.directory };
  const checked = await run('check.ts', ['--content'], environment);
  expect(checked.output).toMatch(/about\.mdx:\d+:\d+ the page that the link "[^"]*" leads to has been withdrawn/);
  expect(checked.output).toMatch(/to "examples\/river-watch" has been withdrawn/);
  expect(checked.status).toBe(0);
  const built = await run('build.ts', ['--outDir', directory], environment);
  expect(built.status, built.output).toBe(0);
  const pages = pagesOf({ directory });
  const saying = (words: string): string[] => pages.filter(({ html }) => html.includes(words)).map(({ path }) => path);
  expect(saying(title)).toEqual([]);
  // The old address leads to the notice.
  expect(saying('/examples/river-watch/')).toEqual([
    '2016/Case_Study.aspx/index.html',
    'examples/river-watching/index.html',
  ]);
  expect(saying('/factors/training/')).toEqual([]);
  const notice = pages.find(({ path }) => path === 'examples/river-watch/index.html');
  expect(textOf(notice?.html ?? '')).toContain('It was wrong.');
  const about = pages.find(({ path }) => path === 'about/index.html');
  expect(captures(about?.html ?? '', /(See the watchers there)/g)).toHaveLength(1);
}, 240_000);
