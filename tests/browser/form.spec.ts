import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { formConfig } from '../../src/editor/form-config.ts';
import { readContent, type Reading } from '../../src/loaders/read-content.ts';
import { collectionNames, listNames } from '../../src/schemas/index.ts';
import { askQuestions } from '../../src/validation/questions/index.ts';
import { fixtureDay, sites } from '../sites.ts';
import { standInForGitHub, type GitHub } from './github.ts';
import {
  add,
  begin,
  choose,
  contentFiles,
  contentFolder,
  field,
  fill,
  formAddress,
  openFile,
  openWorkingCopy,
  pick,
  savedFile,
} from './publishing-form.ts';
import { axeFaults, watch } from './watch.ts';

const { content } = sites.form;
const read = (file: string): string => readFileSync(join(content, file), 'utf8');

test.use({ contextOptions: { reducedMotion: 'reduce' }, actionTimeout: 60_000 });
/** So tall that every field is in view: the form makes those that are not only when they come into view. */
const tall = { width: 1280, height: 6000 };

test.describe.configure({ timeout: 240_000 });

/** Saves, and waits until the form has closed the file. */
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel Editing' }).waitFor({ state: 'hidden' });
}

const titleOf = (file: string): string => /^title: (.*)$/m.exec(read(file))?.[1] ?? '';

/** What a content file says, however it is laid out. */
function saidIn(text: string): unknown {
  const [, frontmatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return frontmatter === undefined ? parse(text) : [parse(frontmatter), body?.trim()];
}

/** The first text of a content file that the form shows: where it stands there and in the file. */
function firstText(file: string): [path: string, line: RegExp] {
  if (file === 'site.yaml') return ['name', /^name: (.*)$/m];
  if (file.startsWith('vocabularies/')) return ['items.0.title', /^ +title: (.*)$/m];
  if (file.endsWith('.yaml')) return ['sources.0.where', /^ +where: (.*)$/m];
  return ['title', /^title: (.*)$/m];
}

/** Adds to the end of the first text of a content file and gives what the file must then say. */
async function addToFirstText(page: Page, file: string): Promise<unknown> {
  const [path, pattern] = firstText(file);
  const [line = '', text = ''] = pattern.exec(read(file)) ?? [];
  const [list] = path.split('.');
  if (list !== path) await field(page, list!).getByRole('button', { name: 'Expand', exact: true }).first().click();
  await expect(field(page, path).locator('input, textarea')).toHaveValue(text);
  await fill(page, path, `${text} x`);
  return saidIn(read(file).replace(line, `${line} x`));
}

test.describe('the page before the form', () => {
  test('says who can see what is saved, asks for nothing else and fetches no editor until it is opened', async ({
    page,
  }) => {
    const { seen } = watch(page);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    await page.goto(formAddress);
    await expect(page.getByRole('main')).toContainText('council/learning-drafts');
    await expect(page.getByRole('main')).toContainText('Everybody who can read that repository can see it');
    await expect(page.getByRole('main')).toContainText('History keeps it');
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    expect(await axeFaults(page)).toEqual([]);
    expect(seen).toEqual([]);
    expect(fetched.filter((url) => url.includes('/publish/assets/'))).toEqual([]);
  });
});

test.describe('opening and saving in the form', () => {
  test('changes only the edited field, in a file of every collection', async ({ page }) => {
    // The longest file of each folder, which has the most fields.
    const byLength = contentFiles(content).sort((a, b) => read(a).length - read(b).length);
    const files = [...new Map(byLength.map((file) => [dirname(file), file])).values()];
    await openWorkingCopy(page, content);
    expect(files.length).toBe(collectionNames.length + listNames.length + 2);
    for (const file of files) {
      await openFile(page, file);
      const expected = await addToFirstText(page, file);
      await save(page);
      await expect
        .poll(async () => saidIn(await savedFile(page, file)), { message: file, intervals: [50] })
        .toEqual(expected);
    }
    // No other file was touched, templates neither.
    for (const file of ['case-studies/_template.mdx', 'glossary/_template.mdx'])
      expect(await savedFile(page, file)).toBe(read(file));
  });

  test('keeps every feature of a body, and a body that is edited changes nothing else', async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), 'content-'));
    try {
      cpSync(content, folder, { recursive: true });
      const features = [
        '## A heading with *emphasis*',
        'A [link](/examples/), a footnote[^1], `code`, \\<10, “quotes” and a hard break  ',
        'on the next line.',
        '',
        '| a | b |\n| --- | ---: |\n| 1 | 2 |',
        '<Note title="A note">\n\n  Text in it.\n\n</Note>',
        '1. one\n   - two\n\n     three\n2. four',
        '> quoted\n\n***',
        '[^1]: The note.',
      ].join('\n\n');
      const text = `---\ntitle: Every feature\nsummary: A page.\n---\n\n${features}\n`;
      // Laid out by hand, on Windows.
      const asWritten = text.replace('Every feature', '"Every feature" # a note').replaceAll('\n', '\r\n');
      writeFileSync(join(folder, 'pages/every-feature.mdx'), asWritten);
      await openWorkingCopy(page, folder);
      await openFile(page, 'pages/every-feature.mdx');
      await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Every feature');
      await page.getByRole('textbox', { name: 'Summary' }).fill('Another page.');
      await save(page);
      const edited = text.replace('A page.', 'Another page.');
      await expect.poll(() => savedFile(page, 'pages/every-feature.mdx')).toBe(edited);
      await openFile(page, 'pages/every-feature.mdx');
      const body = field(page, 'body').getByRole('textbox');
      await body.press('Control+End');
      await body.pressSequentially(' More.');
      await save(page);
      await expect
        .poll(() => savedFile(page, 'pages/every-feature.mdx'))
        .toBe(edited.replace('The note.', 'The note. More.'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.describe('with every field in view', () => {
    test.use({ viewport: tall });

    test('changes one field of each kind and one part of the text to what was chosen, and nothing else', async ({
      page,
    }) => {
      const file = 'case-studies/beam-lendale.mdx';
      await openWorkingCopy(page, content);
      await openFile(page, file);
      await expect(field(page, 'title').locator('input')).toHaveValue(/^A long-standing/);
      await fill(page, 'inShort.0', 'A plain sentence.');
      const came = field(page, 'what-came-next').getByRole('textbox');
      await came.press('Control+End');
      await came.pressSequentially(' More.');
      await pick(page, 'place', 'Dunley');
      await pick(page, 'themes', 'Ambition');
      await choose(page, 'stage', 'Running');
      await fill(page, 'asOf', '2017-03');
      await fill(page, 'reviewBy', '2028-01-31');
      await field(page, 'draft').getByRole('switch').click();
      await save(page);
      const saved = await savedFile(page, file);
      const [before, after] = [read(file), saved].map((text) => text.split('\n'));
      expect(after!.filter((line) => !before!.includes(line)).sort()).toEqual(
        [
          '  - A plain sentence.',
          'place: dunley',
          '  - ambition',
          'stage: running',
          'asOf: 2017-03',
          'reviewBy: 2028-01-31',
          'draft: true',
          expect.stringMatching(/\. More\.$/),
        ].sort(),
      );
      expect(before!.filter((line) => !after!.includes(line))).toHaveLength(6);
    });

    test('saves what was only begun, as a draft that the check tells as unfinished', async ({ page }) => {
      // As `npm run dev` serves the form, on files alone.
      await page.route(formAddress, async (route) => {
        const response = await route.fetch();
        const config = JSON.stringify(formConfig(contentFolder, undefined)).replaceAll('<', '\\u003c');
        const page = await response.text();
        await route.fulfill({ response, body: page.replace(/(id="form-config">)[^]*?(?=<\/script>)/, `$1${config}`) });
      });
      await openWorkingCopy(page, content);
      await begin(page, 'case-studies');
      await fill(page, 'title', 'Only begun');
      await fill(page, 'what-was-hard', 'Time.');
      await save(page);
      const saved = await savedFile(page, 'case-studies/only-begun.mdx');
      expect(saved).toMatch(/^---\ntitle: Only begun\n[^]*draft: true\n---\n\n## What they started from\n/);
      expect(saved).toContain('\n## What was hard\n\nTime.\n');
      withCopy(content, (folder) => {
        writeFileSync(join(folder, 'case-studies/only-begun.mdx'), saved);
        const { faults, notes } = readContent(folder, fixtureDay);
        expect(faults).toEqual([]);
        expect(notes.map(({ message }) => message)).toContain('the key summary is missing');
      });
    });
  });
});

/** A copy of a folder, gone afterwards. */
function withCopy(of: string, use: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  try {
    cpSync(of, folder, { recursive: true });
    use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The file that the answers below make. */
const wholeExample = `---
title: Joining up support
place: sandley
summary: Two services made one plan for each young person.
inShort:
  - Two services now make one plan.
changes:
  - claim: Each young person has one plan.
    basis: reported
    by: officers of the council
    source: sandley-review
    where: Section 2
sources:
  - source: sandley-review
    where: Section 2
keyFactors:
  - factor: one-shared-plan
    meant: Young people had a say in each plan.
priorityAreas:
  - voice
themes:
  - making-together
groups:
  - young-people
outcomes:
  - community-inclusion
stage: running
asOf: 2017-02
disclosure:
  names: Nobody is named, quoted or shown.
  quotations: Nobody is named, quoted or shown.
  pictures: Nobody is named, quoted or shown.
  consent:
    status: not-needed
    how: The account comes from a published report.
published: 2026-11-23
reviewBy: 2027-11-23
---

## What they started from

The report says little of this.

## What they did

The report says little of this.

## What was hard

The report says little of this.

## What came next

The report says little of this.
`;

interface Repository {
  hub: GitHub;
  /** What the check finds on a branch. */
  check: (branch: string) => Reading;
}

/** Opens the form for somebody who signs in to a real repository of the content. */
async function inRepository(
  { page, context }: { page: Page; context: BrowserContext },
  use: (repository: Repository) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'));
  try {
    const directory = join(folder, 'bare.git');
    cpSync(content, join(folder, 'work', contentFolder), { recursive: true });
    const work = (...args: string[]): string =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: join(folder, 'work'),
        encoding: 'utf8',
      });
    work('init', '-q', '-b', 'main');
    work('add', '.');
    work('commit', '-qm', 'Content');
    work('clone', '-q', '--bare', '.', directory);
    const hub = await standInForGitHub(context, {
      repository: sites.form.environment.PUBLISH_REPOSITORY,
      directory,
      branch: 'main',
    });
    const check = (branch: string): Reading => {
      const checked = mkdtempSync(join(folder, 'checked-'));
      execFileSync('git', ['clone', '-q', '-b', branch, directory, checked], { stdio: 'pipe' });
      return readContent(join(checked, contentFolder), fixtureDay);
    };
    await page.clock.setFixedTime('2026-11-23T12:00:00Z');
    await page.goto(formAddress);
    await page.getByRole('button', { name: 'Open the form' }).click();
    await page.getByRole('button', { name: /^Sign In with / }).click();
    await page.getByRole('button', { name: 'Create New Entry' }).first().waitFor();
    await use({ hub, check });
    expect(hub.unanswered).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const passage = async (page: Page, list: string, source: string): Promise<void> => {
  await add(page, list, 'Passage');
  await choose(page, `${list}.0.source`, source);
  await fill(page, `${list}.0.where`, 'Section 2');
};

/** Saves a whole entry, and hands it in where the form asks. */
async function sendForReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Send for Review' }).click();
  await page.getByRole('button', { name: 'Cancel Editing' }).waitFor({ state: 'hidden' });
}

test.describe('in a real repository', () => {
  test.use({ viewport: tall });

  test('a new example goes from a draft to the branch that is published, with a place, a source and a factor of its own', async ({
    page,
    context,
  }) => {
    await inRepository({ page, context }, async ({ hub, check }) => {
      // What the example will name comes first, each handed in and merged by itself.
      await begin(page, 'sources');
      await fill(page, 'title', 'Sandley review');
      await fill(page, 'shortTitle', 'the review');
      await fill(page, 'publisher', 'Sandley Council');
      await fill(page, 'year', '2017');
      await fill(page, 'licence', 'Open Government Licence');
      await sendForReview(page);
      await begin(page, 'places');
      await fill(page, 'title', 'Sandley');
      await fill(page, 'summary', 'It worked on plans.');
      await choose(page, 'region', 'North East');
      await add(page, 'authorities', 'Authority');
      await fill(page, 'authorities.0.name', 'Sandley Council');
      await fill(page, 'authorities.0.code', 'E06999999');
      await choose(page, 'authorities.0.kind', 'Unitary authority');
      await passage(page, 'sources', titleOf('sources/trial-evaluation-2017.mdx'));
      await sendForReview(page);
      await begin(page, 'factors');
      await fill(page, 'title', 'One shared plan');
      await fill(page, 'summary', 'One plan that all services share.');
      await pick(page, 'themes', titleOf('themes/making-together.mdx'));
      await sendForReview(page);
      await expect.poll(() => hub.pullRequests.map(({ isDraft }) => isDraft)).toEqual([false, false, false]);
      for (const { number } of hub.pullRequests) {
        hub.merge(number);
        expect(check('main').faults).toEqual([]);
      }

      // A first draft of the example, with little in it.
      await page.reload();
      await page.getByRole('button', { name: 'Open the form' }).click();
      await page.getByRole('button', { name: 'Create New Entry' }).first().waitFor();
      await begin(page, 'case-studies');
      await fill(page, 'title', 'Joining up support');
      await save(page);
      const branch = 'cms/case-studies/joining-up-support';
      const file = `${contentFolder}/case-studies/joining-up-support.mdx`;
      const own = () => hub.pullRequests[3];
      await expect.poll(own).toMatchObject({ branch, isDraft: true, state: 'OPEN', labels: ['sveltia-cms/draft'] });
      expect(hub.git('diff', '--name-status', `main...${branch}`)).toBe(`A\t${file}`);
      expect(hub.git('log', '--format=%an %s', `main..${branch}`)).toMatch(/^Asha Example Create .*joining-up-support/);
      expect(hub.git('show', `${branch}:${file}`)).toContain('title: Joining up support\n');
      expect(check(branch).faults.map(({ path }) => path)).toContainEqual(expect.stringMatching(/joining-up-support/));

      // The same draft, finished after the check.
      await openFile(page, 'case-studies/joining-up-support.mdx');
      await expect(field(page, 'title').locator('input')).toHaveValue('Joining up support');
      await pick(page, 'place', 'Sandley');
      await fill(page, 'summary', 'Two services made one plan for each young person.');
      await add(page, 'inShort', 'Sentence');
      await fill(page, 'inShort.0', 'Two services now make one plan.');
      for (const part of ['what-they-started-from', 'what-they-did', 'what-was-hard', 'what-came-next'])
        await fill(page, part, 'The report says little of this.');
      await add(page, 'changes', 'Change');
      await fill(page, 'changes.0.claim', 'Each young person has one plan.');
      await choose(page, 'changes.0.basis', 'Reported');
      await fill(page, 'changes.0.by', 'officers of the council');
      await choose(page, 'changes.0.source', 'Sandley review');
      await fill(page, 'changes.0.where', 'Section 2');
      await passage(page, 'sources', 'Sandley review');
      await add(page, 'keyFactors', 'Key factor');
      await pick(page, 'keyFactors.0.factor', 'One shared plan');
      await fill(page, 'keyFactors.0.meant', 'Young people had a say in each plan.');
      await pick(page, 'priorityAreas', titleOf('priority-areas/voice.mdx'));
      await pick(page, 'themes', titleOf('themes/making-together.mdx'));
      await pick(page, 'groups', 'Young people');
      await choose(page, 'outcomes', 'Community inclusion');
      await choose(page, 'stage', 'Running');
      await fill(page, 'asOf', '2017-02');
      for (const key of ['names', 'quotations', 'pictures'])
        await fill(page, `disclosure.${key}`, 'Nobody is named, quoted or shown.');
      await fill(page, 'disclosure.consent.how', 'The account comes from a published report.');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect.poll(() => hub.git('rev-list', '--count', `main..${branch}`)).toBe('2');
      expect(hub.git('show', `${branch}:${file}`)).toBe(wholeExample.trimEnd());
      const whole = check(branch);
      expect(whole.faults).toEqual([]);
      expect(askQuestions(whole.content, whole, (name) => name.endsWith('joining-up-support.mdx')).questions).toEqual(
        [],
      );

      // Submitted for review, as the form offers once nothing is missing, then published by somebody who may.
      await page.getByRole('alertdialog').getByRole('button', { name: 'Send for Review' }).click();
      await expect.poll(own).toMatchObject({ isDraft: false, labels: ['sveltia-cms/pending_review'] });
      expect(hub.git('ls-tree', '-r', '--name-only', 'main')).not.toContain(file);
      await page.getByRole('button', { name: 'Cancel Editing' }).waitFor({ state: 'hidden' });
      await openFile(page, 'case-studies/joining-up-support.mdx');
      await page.getByRole('button', { name: /^Status/ }).click();
      await page.getByRole('menuitemradio', { name: 'Ready' }).click();
      await page.getByRole('button', { name: /^Publish/ }).click();
      await page
        .getByRole('dialog')
        .or(page.getByRole('alertdialog'))
        .getByRole('button', { name: /^Publish/ })
        .click();
      await expect.poll(() => own()?.state).toBe('MERGED');
      await expect.poll(() => hub.git('branch', '--format=%(refname:short)', '--list', branch)).toBe('');
      expect(hub.git('diff', '--name-status', 'main^1', 'main')).toBe(`A\t${file}`);
      const { faults, notes, content: published } = check('main');
      expect([faults, notes]).toEqual([[], []]);
      expect(published.entries['case-studies'].map(({ id }) => id)).toContain('joining-up-support');
    });
  });

  test('an example is taken off the site, and its address then says why', async ({ page, context }) => {
    await inRepository({ page, context }, async ({ hub, check }) => {
      await openFile(page, 'case-studies/beam-lendale.mdx');
      await field(page, 'draft').getByRole('switch').click();
      await sendForReview(page);
      await expect.poll(() => hub.pullRequests[0]?.isDraft).toBe(false);
      hub.merge(1);
      expect(check('main').faults).toEqual([]);
      await openFile(page, 'moved.yaml');
      await add(page, 'items', 'Page');
      await fill(page, 'items.0.from', 'examples/beam-lendale');
      await fill(page, 'items.0.withdrawn', '2026-11-23');
      await fill(page, 'items.0.why', 'The place asked for it.');
      await sendForReview(page);
      await expect.poll(() => hub.pullRequests[1]?.isDraft).toBe(false);
      hub.merge(2);
      const { faults, content: left } = check('main');
      expect(faults).toEqual([]);
      expect(left.moved?.data).toEqual([
        { from: 'examples/beam-lendale', withdrawn: '2026-11-23', why: 'The place asked for it.' },
      ]);
      expect(left.entries['case-studies'].find(({ id }) => id === 'beam-lendale')?.data.draft).toBe(true);
    });
  });
});

test.describe('the pages of the form itself', () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  /** The faults that axe finds in the tool. Each is in its own markup, which no setting reaches. */
  const faultsOfTheTool: Record<string, string> = {
    'meta-viewport': 'it puts a <meta> of its own in the page, which keeps a phone from zooming',
    region: 'its parts stand in groups that are no landmarks',
    'landmark-one-main': 'its sign-in page and its editor have no main landmark',
    'page-has-heading-one': 'its editor has no heading',
  };

  test('have no fault that axe can find but those of the tool', async ({ page }) => {
    const ours: string[] = [];
    const judge = async (where: string): Promise<void> => {
      const faults = (await axeFaults(page)).filter((fault) => !(fault.replace(/:.*/s, '') in faultsOfTheTool));
      ours.push(...faults.map((fault) => `${where}: ${fault}`));
    };
    await openWorkingCopy(page, content, { beforeSignIn: () => judge('the sign-in page') });
    await judge('a list of entries');
    await openFile(page, 'case-studies/beam-lendale.mdx');
    await expect(field(page, 'title').locator('input')).toHaveValue(/^A long-standing/);
    await judge('the editor');
    expect(ours).toEqual([]);
  });

  test('run under a policy that evaluates no text as code, and what the tool asks of other hosts is refused', async ({
    page,
  }) => {
    const { seen } = watch(page);
    await openWorkingCopy(page, content);
    await openFile(page, 'case-studies/beam-lendale.mdx');
    await expect(field(page, 'title').locator('input')).toHaveValue(/^A long-standing/);
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).not.toContain('unsafe-eval');
    expect(/script-src ([^;]*)/.exec(policy ?? '')?.[1]).toBe("'self'");
    // Its fonts come from this site; it names those of another host as well, and asks how GitHub is.
    const refused =
      /^console: (?:Connecting to 'https:\/\/www\.githubstatus\.com|Fetch API cannot load https:\/\/www\.githubstatus\.com|Loading the font 'https:\/\/cdn\.jsdelivr\.net).*(?:Policy|policy)|^request: https:\/\/cdn\.jsdelivr\.net\/fontsource\//s;
    expect(seen.filter((line) => !refused.test(line))).toEqual([]);
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...document.fonts].some(({ family, status }) => /Symbols/.test(family) && status === 'loaded'),
        ),
      )
      .toBe(true);
  });
});
