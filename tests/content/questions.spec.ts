import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { askPagefind } from '../pagefind.ts';
import { addressOf, pagefind } from '../sites.ts';

interface Question {
  question: string;
  kind: string;
  /** The slugs of the examples that answer it; any of them is right. */
  answers: string[];
}
/** What people ask, written from the report's subjects before the search was tuned. They stay as they are. */
const questions = JSON.parse(readFileSync(join(import.meta.dirname, 'questions.json'), 'utf8')) as Question[];

const slugOf = (address: string): string => /\/examples\/([^/]+)\//.exec(address)?.[1] ?? '';

/** Where the first right example stands, from 1; Infinity where there is none. */
const rankOf = (slugs: readonly string[], { answers }: Question): number => {
  const index = slugs.findIndex((slug) => answers.includes(slug));
  return index === -1 ? Infinity : index + 1;
};

const share = (ranks: readonly number[], within: number): number =>
  ranks.filter((rank) => rank <= within).length / ranks.length;
const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;

async function searched(page: Page, { question }: Question): Promise<string[]> {
  await page.getByRole('searchbox').fill(question);
  await page.getByRole('searchbox').press('Enter');
  await expect(page.getByRole('status')).toContainText(`for “${question}”`);
  return page
    .locator('#results > ul.results')
    .first()
    .evaluateAll((lists) =>
      lists.flatMap((list) => [...list.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '')),
    )
    .then((links) => links.map(slugOf).filter(Boolean));
}

test('questions find their examples: among the first three for 95%, first for 80%, better than Pagefind alone', async ({
  page,
}) => {
  test.setTimeout(180_000);
  expect(questions.length).toBeGreaterThanOrEqual(40);
  await page.goto('search/');
  await expect(page.getByRole('status')).toContainText('examples');
  const own: number[] = [];
  for (const question of questions) {
    const slugs = await searched(page, question);
    const rank = rankOf(slugs, question);
    own.push(rank);
    if (rank > 1)
      console.log(
        `${rank}: ${question.question} → ${slugs.slice(0, 3).join(', ')}; right: ${question.answers.join(', ')}`,
      );
  }
  await page.goto(addressOf(pagefind));
  const answers = await askPagefind(
    page,
    questions.map(({ question }) => question),
  );
  const alone = questions.map((question, index) => rankOf((answers[index]?.urls ?? []).map(slugOf), question));
  for (const [name, ranks] of [
    ['this search', own],
    ['Pagefind alone', alone],
  ] as const)
    console.log(`${name}: first ${percent(share(ranks, 1))}, among the first three ${percent(share(ranks, 3))}`);
  expect(share(own, 3)).toBeGreaterThanOrEqual(0.95);
  expect(share(own, 1)).toBeGreaterThanOrEqual(0.8);
  expect(share(own, 3)).toBeGreaterThan(share(alone, 3));
  expect(share(own, 1)).toBeGreaterThan(share(alone, 1));
});
