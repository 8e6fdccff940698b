/** What the pages of problems and roles show: one for each, and the list of all. */
import { problemKinds } from '../../schemas/problem.ts';
import { strongestChange } from '../derive.ts';
import { countBases, type Change } from '../evidence.ts';
import type { Library } from '../library.ts';
import type { PageText } from '../../markdown/page-text.ts';
import type { Example, Problem } from '../entries.ts';
import { counted, problemKindInWords } from '../words.ts';
import { bodyOf } from './body.ts';

const examplesOf = ({ steps }: Problem): Example[] => steps.flatMap(({ example }) => example ?? []);

/** The problem pages of each kind that has any: what readers face first, and then who they are. */
export const problemGroups = ({ problems }: Library) =>
  problemKinds.toReversed().flatMap((kind) => {
    const own = problems
      .filter(({ data }) => data.kind === kind)
      .map((problem) => {
        const count = examplesOf(problem).length;
        return { ...problem, examples: count ? counted(count, 'example') : undefined };
      });
    return own.length ? [{ kind, title: problemKindInWords[kind], problems: own }] : [];
  });

/** The problems, of what readers face, whose pages lead to one of some addresses. */
export const problemsAnswered = ({ problems }: Library, addresses: readonly string[]) =>
  problems.filter(({ data, steps }) => data.kind === 'problem' && steps.some(({ url }) => addresses.includes(url)));

/** The problem pages of each kind, each with its summary. */
export function problemCards(library: Library) {
  const text = library.pageText();
  return problemGroups(library).map(({ problems, ...group }) => ({
    ...group,
    problems: problems.map((problem) => ({ ...problem, summary: text.brief(problem.data.summary) })),
  }));
}

/** What a share rests on, without which it says little. */
const shareOf = ({ figure, sample }: Change): string | undefined =>
  figure?.includes('%') && sample !== undefined ? `Based on ${sample}.` : undefined;

/** What decides whether an example is worth a look: its place, how sure it is, and its best figure. */
function decidingOf(example: Example | undefined, text: PageText) {
  if (!example) return undefined;
  const { place, data } = example;
  const best = strongestChange(data.changes);
  return {
    place,
    basis: best?.basis,
    figure: best?.figure,
    claim: best && text.text(best.claim),
    sample: best && shareOf(best),
  };
}

/** The examples taken together: from how many places, of which kinds, and how what changed in them is known. */
function togetherOf(examples: readonly Example[]) {
  const places = [...new Set(examples.map(({ place }) => place))];
  const kinds = new Map(places.flatMap((place) => place.kinds.map((kind) => [kind.slug, kind])));
  return {
    count: `${counted(examples.length, 'example')} from ${counted(places.length, 'place')}`,
    kinds: [...kinds.values()],
    bases: countBases(examples.flatMap(({ data }) => data.changes)),
  };
}

export function problemView(library: Library, problem: Problem) {
  const text = library.pageText();
  const summary = text.brief(problem.data.summary);
  const steps = problem.steps.map(({ example, ...step }) => ({
    ...step,
    why: text.brief(step.why),
    deciding: decidingOf(example, text),
  }));
  const examples = examplesOf(problem);
  return {
    problem,
    summary,
    together: examples.length > 0 ? togetherOf(examples) : undefined,
    regions: library.regions,
    steps,
    body: bodyOf(text, problem),
  };
}
