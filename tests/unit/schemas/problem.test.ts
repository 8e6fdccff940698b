import { expect, it } from 'vitest';
import { problem } from '../../../src/schemas/problem.ts';

const steps = (...to: string[]) => ({
  title: 't',
  summary: 's',
  kind: 'role',
  order: 1,
  steps: to.map((one) => ({ to: one, why: 'w' })),
});

it('a step names an entry by the address of its page, or a page at the root', () => {
  const { data } = problem.safeParse(steps('examples/river-watch', 'about', 'constructor/about'));
  expect(data?.steps.map(({ to }) => to)).toEqual([
    { collection: 'case-studies', id: 'river-watch' },
    { collection: 'pages', id: 'about' },
    { collection: 'pages', id: 'constructor/about' },
  ]);
});

it('a problem page has 3 to 6 steps, none to the same page as another', () => {
  expect(problem.safeParse(steps('a', 'b', 'factors/c')).success).toBe(true);
  expect(problem.safeParse(steps('a', 'b')).success).toBe(false);
  expect(problem.safeParse(steps('a', 'b', 'c', 'd', 'e', 'f', 'g')).success).toBe(false);
  expect(problem.safeParse(steps('a', 'b', 'a')).error?.issues).toMatchObject([{ path: ['steps', 2, 'to'] }]);
});

it.each(['/about/', 'examples/', 'a/b/c', 'https://example.org', 'A'])('a step to %s is refused', (to) => {
  expect(problem.safeParse(steps('a', 'b', to)).success).toBe(false);
});
