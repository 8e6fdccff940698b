import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { collectionNames } from '../../src/schemas/index.ts';
import { run, sites } from '../sites.ts';
import { standInForGitHub } from './github.ts';
import { contentFiles, contentFolder, formAddress, openFile, openWorkingCopy, savedFile } from './publishing-form.ts';
import { axeFaults, watch } from './watch.ts';

const { content } = sites.form;
const read = (file: string): string => readFileSync(join(content, file), 'utf8');

// So tall that every field is in view: the form makes those that are not only when they come into view.
test.use({ contextOptions: { reducedMotion: 'reduce' }, viewport: { width: 1280, height: 6000 } });

test.describe.configure({ timeout: 240_000 });

/** A field of the form by its label. */
const field = (within: Page | Locator, label: string): Locator =>
  within.getByRole('group', { name: new RegExp(`^“\\W?${label}\\W?” Field$`) });

/** Saves, and waits until the form has closed the file. */
async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel Editing' }).waitFor({ state: 'hidden' });
}

/**
 * Chooses from a pick list. The list goes when fields above it come into view and move it; then it is opened again. What
 * is chosen is shown in the field, and no longer offered.
 */
const pick = (within: Locator, option: string): Promise<void> =>
  expect(async () => {
    if ((await within.innerText()).includes(option)) return;
    const list = within.getByRole('combobox');
    if ((await list.getAttribute('aria-expanded')) !== 'true') await list.click({ timeout: 2000 });
    await within.page().getByRole('option', { name: option, exact: true }).click({ timeout: 2000 });
    await expect(within).toContainText(option, { timeout: 2000 });
  }).toPass();

/** Chooses where all choices are in view, or from a pick list: the form shows which only once it knows the choices. */
async function choose(within: Locator, option: string): Promise<void> {
  const radio = within.getByRole('radio', { name: option });
  await expect(radio.or(within.getByRole('combobox')).first()).toBeVisible();
  if (!(await radio.count())) return pick(within, option);
  await radio.click();
  await expect(radio).toBeChecked();
}

/** Adds an item to a list. */
const add = (page: Page, label: string): Promise<void> =>
  field(page, label)
    .getByRole('button', { name: new RegExp(`^Add \\W?${label}\\W?$`) })
    .click();

const titleOf = (file: string): string => /^title: (.*)$/m.exec(read(file))?.[1] ?? '';

/** What a content file says, however it is laid out. */
function saidIn(text: string): unknown {
  const [, frontmatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  return frontmatter === undefined ? parse(text) : [parse(frontmatter), body?.trim()];
}

/** Adds to the end of the first text of a content file and gives what the file must then say. */
async function addToFirstText(page: Page, file: string): Promise<unknown> {
  const label = file === 'site.yaml' ? 'Name' : 'Title';
  if (file.startsWith('vocabularies/')) await page.getByRole('button', { name: 'Expand All' }).click();
  const box = page.getByRole('textbox', { name: label, exact: true }).first();
  const [line = '', text = ''] = /^.*\b(?:title|name): (.*)$/m.exec(read(file)) ?? [];
  await expect(box).toHaveValue(text);
  await box.fill(`${text} x`);
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
    expect(files.length).toBe(collectionNames.length + 2);
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
      const body = field(page, 'Body').getByRole('textbox');
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

  test('changes one field of each kind to what was chosen, and nothing else', async ({ page }) => {
    const file = 'case-studies/beam-lendale.mdx';
    await openWorkingCopy(page, content);
    await openFile(page, file);
    await expect(page.getByRole('textbox', { name: 'Title' }).first()).toHaveValue(/^A long-standing/);
    await field(page, 'In short').getByRole('textbox').first().fill('A plain sentence.');
    await pick(field(page, 'Place'), 'Dunley');
    await pick(field(page, 'Themes'), 'Ambition');
    await field(page, 'Stage').getByRole('radio', { name: 'running' }).click();
    await field(page, 'As of').getByRole('textbox').fill('2017-03');
    await field(page, 'Review by').locator('input').fill('2028-01-31');
    await field(page, 'Draft').getByRole('switch').click();
    await save(page);
    const saved = await savedFile(page, file);
    const [before, after] = [read(file), saved].map((text) => text.split('\n'));
    expect(after!.filter((line) => !before!.includes(line))).toEqual([
      '  - A plain sentence.',
      'place: dunley',
      '  - ambition',
      'stage: running',
      'asOf: 2017-03',
      'reviewBy: 2028-01-31',
      'draft: true',
    ]);
    expect(before!.filter((line) => !after!.includes(line))).toEqual([
      '  - BEAM Lendale is a group for parent carers. It had run for 8 years.',
      'place: lendale',
      'stage: established',
      'asOf: 2017-02',
      'reviewBy: 2027-11-23',
    ]);
  });
});

/** The file that the answers below make. */
const wholeExample = `---
title: Joining up support
summary: Two services made one plan for each young person.
inShort:
  - Two services now make one plan.
place: lendale
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
keyFactors:
  - factor: made-together
    meant: Young people had a say in each plan.
changes:
  - claim: Each young person has one plan.
    basis: reported
    by: officers of the council
    source: trial-evaluation-2017
    where: Section 2
sources:
  - source: trial-evaluation-2017
    where: Section 2
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

test('a new example goes from a draft to the branch that is published, in a real repository', async ({
  page,
  context,
}) => {
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
    const branch = 'cms/case-studies/joining-up-support';
    const file = `${contentFolder}/case-studies/joining-up-support.mdx`;
    /** The check of a branch, as a workflow runs it. */
    const check = (of: string) => {
      rmSync(join(folder, 'checked'), { recursive: true, force: true });
      execFileSync('git', ['clone', '-q', '-b', of, directory, join(folder, 'checked')], { stdio: 'pipe' });
      return run('check.ts', ['--content'], { CONTENT_DIR: join(folder, 'checked', contentFolder) });
    };

    await page.goto(formAddress);
    await page.getByRole('button', { name: 'Open the form' }).click();
    await page.getByRole('button', { name: /^Sign In with / }).click();
    await page.getByRole('button', { name: 'Create New Entry' }).first().click();

    // A first draft, with little in it.
    // The form begins a new example afresh while it loads, so the title stands once its length is counted.
    await expect(async () => {
      await page.getByRole('textbox', { name: 'Title' }).fill('Joining up support');
      await expect(field(page, 'Title')).toContainText(/18\s*\/\s*90/, { timeout: 1000 });
    }).toPass();
    await expect(field(page, 'Body').getByRole('textbox')).toHaveValue(/^## What they started from\n/);
    await save(page);
    await expect.poll(() => hub.pullRequests).toHaveLength(1);
    expect(hub.pullRequests[0]).toMatchObject({ branch, isDraft: true, state: 'OPEN', labels: ['sveltia-cms/draft'] });
    expect(hub.git('diff', '--name-status', `main...${branch}`)).toBe(`A\t${file}`);
    expect(hub.git('log', '--format=%an %s', `main..${branch}`)).toMatch(/^Asha Example Create .*joining-up-support/);
    expect(hub.git('show', `${branch}:${file}`)).toContain('title: Joining up support\n');
    const failed = await check(branch);
    expect(failed.status).toBe(1);
    expect(failed.output).toContain('joining-up-support.mdx:3:');

    // The same draft, corrected after the check.
    await openFile(page, 'case-studies/joining-up-support.mdx');
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Joining up support');
    await field(page, 'Summary').getByRole('textbox').fill('Two services made one plan for each young person.');
    await add(page, 'In short');
    await field(page, 'In short').getByRole('textbox').fill('Two services now make one plan.');
    await pick(field(page, 'Place'), 'Lendale');
    await pick(field(page, 'Priority areas'), titleOf('priority-areas/voice.mdx'));
    await pick(field(page, 'Themes'), titleOf('themes/making-together.mdx'));
    await pick(field(page, 'Groups'), 'Young people');
    await field(page, 'Outcomes').getByRole('checkbox', { name: 'Community inclusion' }).click();
    await field(page, 'Stage').getByRole('radio', { name: 'running' }).click();
    await field(page, 'As of').getByRole('textbox').fill('2017-02');
    await add(page, 'Key factors');
    await pick(field(page, 'Factor'), titleOf('factors/made-together.mdx'));
    await field(page, 'Meant').getByRole('textbox').fill('Young people had a say in each plan.');
    await add(page, 'Changes');
    const changes = field(page, 'Changes');
    await field(changes, 'Claim').getByRole('textbox').fill('Each young person has one plan.');
    await field(changes, 'Basis').getByRole('radio', { name: 'reported' }).click();
    await field(changes, 'By').getByRole('textbox').fill('officers of the council');
    await choose(field(changes, 'Source'), titleOf('sources/trial-evaluation-2017.mdx'));
    await field(changes, 'Where').getByRole('textbox').fill('Section 2');
    await add(page, 'Sources');
    const sources = field(page, 'Sources');
    await choose(field(sources, 'Source'), titleOf('sources/trial-evaluation-2017.mdx'));
    await field(sources, 'Where').getByRole('textbox').fill('Section 2');
    for (const label of ['Names', 'Quotations', 'Pictures'])
      await field(page, label).getByRole('textbox').fill('Nobody is named, quoted or shown.');
    await field(page, 'Status').last().getByRole('radio', { name: 'not-needed' }).click();
    await field(page, 'How').getByRole('textbox').fill('The account comes from a published report.');
    await field(page, 'Published').locator('input').fill('2026-11-23');
    await field(page, 'Review by').locator('input').fill('2027-11-23');
    const sections = ['What they started from', 'What they did', 'What was hard', 'What came next'];
    await field(page, 'Body')
      .getByRole('textbox')
      .fill(sections.map((section) => `## ${section}\n\nThe report says little of this.`).join('\n\n'));
    // An item that was just added may be drawn afresh under a choice, so the choices are seen to once more.
    for (const group of [changes, sources])
      await choose(field(group, 'Source'), titleOf('sources/trial-evaluation-2017.mdx'));
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => hub.git('rev-list', '--count', `main..${branch}`)).toBe('2');
    expect(hub.pullRequests).toHaveLength(1);
    const passed = await check(branch);
    expect(passed).toMatchObject({ status: 0, output: expect.stringContaining('16 examples') });
    expect(hub.git('show', `${branch}:${file}`)).toBe(wholeExample.trimEnd());

    // Submitted for review, as the form offers once nothing is missing, then published by somebody who may.
    await page.getByRole('alertdialog').getByRole('button', { name: 'Send for Review' }).click();
    await expect
      .poll(() => hub.pullRequests[0])
      .toMatchObject({ isDraft: false, labels: ['sveltia-cms/pending_review'] });
    expect(hub.git('ls-tree', '-r', '--name-only', 'main')).not.toContain(file);
    // Once sent, the form goes back to the list by itself, and may do so after the entry was opened again.
    const ready = page.getByRole('menuitemradio', { name: 'Ready' });
    await expect(async () => {
      if (!(await ready.isVisible())) {
        await page.evaluate(() => (location.hash = '#/collections/case-studies'));
        await openFile(page, 'case-studies/joining-up-support.mdx');
        await page.getByRole('button', { name: /^Status/ }).click({ timeout: 5000 });
      }
      await ready.click({ timeout: 5000 });
    }).toPass();
    await page.getByRole('button', { name: /^Publish/ }).click();
    await page
      .getByRole('dialog')
      .or(page.getByRole('alertdialog'))
      .getByRole('button', { name: /^Publish/ })
      .click();
    await expect.poll(() => hub.pullRequests[0]?.state).toBe('MERGED');
    await expect.poll(() => hub.git('branch', '--format=%(refname:short)')).toBe('main');
    expect(hub.git('diff', '--name-status', 'main^1', 'main')).toBe(`A\t${file}`);
    expect(hub.git('rev-list', '--count', 'main')).toBe('4');
    expect(await check('main')).toMatchObject({ status: 0 });
    expect(hub.unanswered).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
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
    await openWorkingCopy(page, content, () => judge('the sign-in page'));
    await judge('a list of entries');
    await openFile(page, 'case-studies/beam-lendale.mdx');
    await expect(field(page, 'Title').getByRole('textbox')).toHaveValue(/^A long-standing/);
    await judge('the editor');
    expect(ours).toEqual([]);
  });

  test('run under a policy that evaluates no text as code, and what the tool asks of other hosts is refused', async ({
    page,
  }) => {
    const { seen } = watch(page);
    await openWorkingCopy(page, content);
    await openFile(page, 'case-studies/beam-lendale.mdx');
    await expect(field(page, 'Title').getByRole('textbox')).toHaveValue(/^A long-standing/);
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
