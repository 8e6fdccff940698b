/** What the pages to start from show: one for each problem or role, and the list of all. */
import { problemKinds } from '../../schemas/problem.ts';
import type { Library } from '../library.ts';
import type { Problem } from '../entries.ts';
import { counted, problemKindInWords } from '../words.ts';
import { bodyOf } from './body.ts';

/** The problem pages of each kind that has any. */
export const problemGroups = ({ problems }: Library) =>
  problemKinds.flatMap((kind) => {
    const own = problems.filter(({ data }) => data.kind === kind);
    return own.length ? [{ kind, title: problemKindInWords[kind], problems: own }] : [];
  });

/** The same as cards. */
export function problemCards(library: Library) {
  const text = library.pageText();
  return problemGroups(library).map(({ title, problems }) => ({
    title,
    items: problems.map(({ url, data, steps }) => ({
      url,
      title: data.title,
      summary: text.brief(data.summary),
      count: counted(steps.length, 'page'),
    })),
  }));
}

export function problemView(library: Library, problem: Problem) {
  const text = library.pageText();
  const summary = text.brief(problem.data.summary);
  const steps = problem.steps.map((step) => ({ ...step, why: text.brief(step.why) }));
  return { problem, summary, steps, body: bodyOf(text, problem) };
}
