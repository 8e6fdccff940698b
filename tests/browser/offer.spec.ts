import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { addressOf, project, run, sites } from '../sites.ts';
import { axeFaults, watch } from './watch.ts';

// The second programme has few choices, and those are known by heart.
test.use({ baseURL: addressOf(sites.second), viewport: { width: 360, height: 740 } });

/** An answer to each question that needs one, by the keys of the file. */
const answers: Record<string, string> = {
  'What they started from': 'Few people knew how high the river stood.\n• No gauge\n• No bell',
  'What they did': 'Residents put up a gauge {and a bell}. import costs were <10 pounds.',
  'What was hard': 'Nights were hard.',
  'What came next': 'More streets asked for a gauge.',
  title: "Residents who read the river's gauge: a start",
  summary: 'Residents read the gauge each day and ring a bell.',
  inShort: 'Residents read the gauge.\nThey ring a bell.',
  place: 'eastwater',
  themes: 'tools',
  groups: 'rangers',
  outcomes: 'dry-homes',
  stage: 'running',
  asOf: 'May 2021',
  'keyFactors factor': 'training',
  'keyFactors meant': 'Rangers taught residents to read the gauge.',
  'changes claim': 'Warnings came sooner.',
  'changes basis': 'reported',
  'changes by': 'rangers',
  'changes source': 'survey',
  'changes where': 'Part 3',
  'sources source': 'survey',
  'sources where': 'Part 3',
  'disclosure names': 'No person is named.',
  'disclosure quotations': 'Nobody is quoted.',
  'disclosure pictures': 'There are no pictures.',
  'disclosure consent status': 'not-needed',
  'disclosure consent how': 'It tells of no single person.',
};

const questionAt = (page: Page, path: string): Locator =>
  page.locator(
    path in answers && path.startsWith('What ')
      ? `[data-key="${path}"]`
      : path
          .split(' ')
          .map((key) => `[data-key="${key}"]`)
          .join(' '),
  );
const finish = (page: Page): Locator => page.getByRole('button', { name: 'Show what I have written' });
const faults = (page: Page): Locator => page.locator('#faults');
const isFocused = (element: Locator): Promise<boolean> => element.evaluate((one) => one === document.activeElement);

/** What every example tells: changes and what it works towards are answered where the source tells of them. */
const needed = [...Object.keys(answers), 'priorityAreas'].filter((path) => !/^(?:changes|outcomes)\b/.test(path));

/** Goes on with Tab until an element has the focus. */
async function reach(page: Page, to: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await isFocused(to)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard does not reach ${to.toString()}`);
}

/** Answers everything by keyboard, in the order of the page. */
async function answerAll(page: Page): Promise<void> {
  const paths = await page.locator('[data-key]:not(:has([data-key]))').evaluateAll((questions) =>
    questions.map((question) => {
      const keys: string[] = [];
      for (let one: Element | null | undefined = question; one; one = one.parentElement?.closest('[data-key]'))
        keys.unshift((one as HTMLElement).dataset['key'] ?? '');
      return keys.join(' ');
    }),
  );
  expect(Object.keys(answers).filter((path) => !paths.includes(path))).toEqual([]);
  for (const path of paths.filter((one) => one in answers)) {
    const answer = answers[path] ?? '';
    const controls = questionAt(page, path).locator('input:not([id$="-another"]), textarea, select');
    const first = controls.first();
    const type = (await first.getAttribute('type')) ?? '';
    const wanted = type === 'checkbox' ? questionAt(page, path).locator(`[value="${answer}"]`) : first;
    await reach(page, wanted);
    if (type === 'checkbox') await page.keyboard.press('Space');
    else if (type === 'radio') {
      await page.keyboard.press('Space');
      const choice = questionAt(page, path).locator(`[value="${answer}"]`);
      while (!(await choice.isChecked())) await page.keyboard.press('ArrowDown');
    } else await page.keyboard.insertText(answer);
  }
}

test('filled in by keyboard alone, it gives a file that passes the check, and asks nothing of anybody', async ({
  page,
}) => {
  test.setTimeout(60_000);
  const { seen } = watch(page);
  await page.goto('offer/?priorityAreas=warning');
  await page.evaluate(() => document.fonts.ready);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await answerAll(page);
  await reach(page, page.getByRole('button', { name: /^Add another Chan/ }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/ 2 has been added\.$/);
  await expect(page.locator('[data-key="changes"] .item').last().locator('textarea, input').first()).toBeFocused();
  await reach(page, page.locator('[data-key="changes"] .item:last-of-type > .remove'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(/ 2 has been removed\.$/);
  await expect(page.getByRole('button', { name: /^Add another Chan/ })).toBeFocused();
  await reach(page, finish(page));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'What you have written' })).toBeFocused();
  await expect(page.locator('#text')).toContainText('Warnings came sooner.');
  await expect(page.locator('#text')).toContainText('Not needed');
  expect(await axeFaults(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Save the file' }).press('Enter'),
  ]);
  expect(download.suggestedFilename()).toBe('residents-who-read-the-rivers-gauge-a-start.mdx');
  const message = new URL((await page.getByRole('link', { name: 'Write the message' }).getAttribute('href')) ?? '');
  expect(message.pathname).toBe('towns@example.org');
  expect(message.searchParams.get('subject')).toBe(`An example to offer: ${answers['title']}`);
  expect(message.searchParams.get('body')).toContain(download.suggestedFilename());
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(['', 0, 0]);
  // The icon of the page itself comes when the browser has time.
  expect(asked.filter((address) => !/^blob:|\/icon\.svg$/.test(address))).toEqual([]);
  expect(seen).toEqual([]);

  const parent = join(project, '.built/copies');
  mkdirSync(parent, { recursive: true });
  const copy = mkdtempSync(join(parent, 'offer-'));
  try {
    cpSync(sites.second.content, copy, { recursive: true });
    const file = join(copy, 'case-studies', download.suggestedFilename());
    await download.saveAs(file);
    expect(parse(readFileSync(file, 'utf8').split('---\n')[1] ?? '')).toMatchObject({
      place: 'eastwater',
      priorityAreas: ['warning'],
      asOf: '2021-05',
      inShort: ['Residents read the gauge.', 'They ring a bell.'],
      changes: [{ claim: 'Warnings came sooner.', basis: 'reported', by: 'rangers' }],
      draft: true,
    });
    const environment = { CONTENT_DIR: copy, SOURCE_DATE_EPOCH: String(Math.floor(Date.now() / 1000)) };
    expect(await run('check.ts', ['--content'], environment)).toMatchObject({ status: 0 });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

test('names each question that has no answer, leads to it, and takes another answer than those of a list', async ({
  page,
}) => {
  await page.goto('offer/');
  expect(await axeFaults(page)).toEqual([]);
  await finish(page).press('Enter');
  await expect(faults(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(faults(page).getByRole('link')).toHaveCount(needed.length);
  expect(await axeFaults(page)).toEqual([]);
  const place = questionAt(page, 'place');
  const label = (await place.getAttribute('data-label')) ?? '';
  await faults(page)
    .getByRole('link', { name: `“${label}” needs an answer` })
    .press('Enter');
  await expect(place.getByRole('radio').first()).toBeFocused();
  await expect(place).toHaveAccessibleDescription(new RegExp(`“${label}” needs an answer`));
  await place.getByRole('radio', { name: 'Another' }).check();
  await place.getByRole('textbox').fill('Northwater, up the river');
  await finish(page).click();
  await expect(faults(page).getByRole('link')).toHaveCount(needed.length - 1);
  await expect(place.locator('.govuk-error-message')).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all questions can be printed, with room to answer and the address to send to', async ({ page }) => {
    await page.goto('offer/');
    await expect(page.locator('noscript p')).toContainText('towns@example.org');
    await expect(page.getByRole('button')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 673, height: 1000 });
    for (const path of Object.keys(answers)) await expect(questionAt(page, path)).toBeVisible();
    for (const name of await page.locator(':is(label, legend):has(> .optional)').allTextContents())
      expect(name).toMatch(/\S\s\(optional\)/);
    await expect(page.getByText('Send your answers to towns@example.org')).toBeVisible();
    for (const box of await page.locator('.another input').all()) await expect(box).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(673);
  });
});
