/** Whether people find what answers them in what is published today, however they ask. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { published } from '../sites.ts';

interface Question {
  question: string;
  /** The slugs of the examples that answer it; any of them is right. */
  answers: string[];
}
interface Questions {
  /** What the search was fitted to. */
  tuned: Question[];
  /** Written from the report before it was, and never looked at while it was: what a reader can expect. */
  unseen: Question[];
  /** Subjects, and ways to ask of one. */
  subjects: Question[];
  ways: string[];
}
const all = JSON.parse(readFileSync(join(import.meta.dirname, 'questions.json'), 'utf8')) as Questions;

/** Whether an example is published: one that has moved has another page at its address, or none. */
function isPublished(slug: string): boolean {
  try {
    const html = readFileSync(join(published.directory, 'examples', slug, 'index.html'), 'utf8');
    return html.includes('data-pagefind-body');
  } catch {
    return false;
  }
}
const known = new Set([...all.tuned, ...all.unseen, ...all.subjects].flatMap(({ answers }) => answers));
/** Each question is asked as long as an example that answers it is there. */
const asked = (list: readonly Question[]): Question[] => list.filter(({ answers }) => answers.some(isPublished));

/** Where the first right example stands among those that the questions know: what is added later takes no place. */
function rankOf(urls: readonly string[], { answers }: Question): number {
  const slugs = urls.map((url) => /\/examples\/([^/]+)\//.exec(url)?.[1] ?? '').filter((slug) => known.has(slug));
  const index = slugs.findIndex((slug) => answers.includes(slug));
  return index === -1 ? Infinity : index + 1;
}

/** The addresses of the examples that the page lists for each question, asked in its own form one after the other. */
const searched = (page: Page, questions: readonly string[]): Promise<string[][]> =>
  page.evaluate(async (list) => {
    const find = <T extends Element>(selector: string): T => document.querySelector<T>(selector)!;
    const results = find('#results');
    const answered = () =>
      new Promise<void>((settle) => {
        const observer = new MutationObserver(() => {
          if (results.hasAttribute('aria-busy')) return;
          observer.disconnect();
          settle();
        });
        observer.observe(results, { attributeFilter: ['aria-busy'] });
      });
    const urls: string[][] = [];
    for (const question of list) {
      find<HTMLInputElement>('#q').value = question;
      const coming = answered();
      find<HTMLFormElement>('#search').requestSubmit();
      await coming;
      if (!find('#status').textContent.includes(`for “${question}”`)) throw new Error(`not answered: ${question}`);
      const links = [...results.querySelectorAll('li:has(.compare-box) a')];
      urls.push(links.map((link) => link.getAttribute('href') ?? ''));
    }
    return urls;
  }, questions);

/** What Pagefind gives for questions as they are, of the same index. */
const bare = (page: Page, questions: readonly string[]): Promise<string[][]> =>
  page.evaluate(async (list) => {
    interface Bare {
      search: (question: string, options: object) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
    }
    const { search } = (await import(`${location.origin}/pagefind/pagefind.js`)) as Bare;
    const urls: string[][] = [];
    for (const question of list) {
      const { results } = await search(question, { filters: { part: 'example' } });
      urls.push(await Promise.all(results.map(async ({ data }) => (await data()).url)));
    }
    return urls;
  }, questions);

const share = (ranks: readonly number[], within: number): number =>
  ranks.filter((rank) => rank <= within).length / Math.max(1, ranks.length);
const told = (ranks: readonly number[]): string =>
  [3, 1].map((within) => `${(100 * share(ranks, within)).toFixed(1)}% in the first ${within}`).join(', ');

for (const [name, least] of [
  ['tuned', { inThree: 0.95, first: 0.85 }],
  ['unseen', { inThree: 0.85, first: 0.7 }],
] as const)
  test(`${name} questions find their examples, and more of them than Pagefind alone finds`, async ({ page }) => {
    test.setTimeout(120_000);
    const questions = asked(all[name]);
    const texts = questions.map(({ question }) => question);
    await page.goto('examples/');
    const ranksOf = (urls: string[][]): number[] => questions.map((question, at) => rankOf(urls[at] ?? [], question));
    const found = await searched(page, texts);
    const own = ranksOf(found);
    for (const [at, rank] of own.entries())
      if (rank > 3) console.log(`${texts[at]}: ${found[at]?.slice(0, 3).join(' ')}`);
    const ofPagefind = ranksOf(await bare(page, texts));
    console.log(`${questions.length} ${name} questions: ${told(own)}; Pagefind alone: ${told(ofPagefind)}`);
    for (const [within, most] of [
      [3, least.inThree],
      [1, least.first],
    ] as const) {
      expect(share(own, within)).toBeGreaterThanOrEqual(questions.length ? most : 0);
      expect(share(own, within)).toBeGreaterThanOrEqual(share(ofPagefind, within));
    }
  });

test('in whatever way a subject is asked for, its best example stays among the first three', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('examples/');
  const questions = asked(all.subjects).flatMap((subject) =>
    all.ways.map((way) => ({ ...subject, question: way.replace('{}', subject.question) })),
  );
  const found = await searched(
    page,
    questions.map(({ question }) => question),
  );
  const lost = questions.filter((question, at) => rankOf(found[at] ?? [], question) > 3);
  expect(lost.map(({ question }) => question)).toEqual([]);
});
