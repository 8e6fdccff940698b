/** What a check asks of the texts: each rule in a file of its own, by the name under which a file accepts it. */
import type { Diagnostic } from '../diagnostics.ts';
import { sortDiagnostics } from '../diagnostics.ts';
import type { Content } from '../content.ts';
import { shownPath } from '../../config/settings.ts';
import type { QuestionRule } from '../../schemas/fields.ts';
import type { PeopleQuestions, PeopleRule } from '../people/people.ts';
import { collectionNames, listNames } from '../../schemas/index.ts';
import { claimWithoutBasis } from './claim-without-basis.ts';
import { jargon } from './jargon.ts';
import { longSentence } from './long-sentence.ts';
import { peopleFirst } from './people-first.ts';
import { possibleDuplicate } from './possible-duplicate.ts';
import { programmeOf } from './programme.ts';
import type { Question } from './question.ts';
import { quotation } from './quotation.ts';
import { readingAge } from './reading-age.ts';
import { textOfEntry } from './text.ts';

const questions: Record<Exclude<QuestionRule, PeopleRule>, Question> = {
  quotation,
  'reading-age': readingAge,
  'long-sentence': longSentence,
  jargon,
  'people-first': peopleFirst,
  'possible-duplicate': possibleDuplicate,
  'claim-without-basis': claimWithoutBasis,
};

/** What a reading gives that the questions rest on. */
export interface Reading {
  faults: readonly Diagnostic[];
  people: PeopleQuestions;
  clean: (diagnostic: Diagnostic) => Diagnostic;
}

export interface Answers {
  /** The faults that were known, and the rules that a file accepts and does not raise. */
  faults: Diagnostic[];
  /** What is asked and not accepted. */
  questions: Diagnostic[];
}

/**
 * Asks every question of every judged entry that was read without a fault, but for those on people, which are asked of
 * any file. `known` is what is wrong with the content already, and `people` what was asked of people; `clean` takes out
 * of a text what may name somebody.
 */
export function askQuestions(
  content: Content,
  { faults: known, people, clean }: Reading,
  isJudged: (file: string) => boolean,
): Answers {
  const programme = programmeOf(content, isJudged);
  const open: Diagnostic[] = [];
  const faults: Diagnostic[] = [];
  const all = [
    ...collectionNames.flatMap((name) => content.entries[name].map((entry) => ({ name, entry }))),
    ...listNames.flatMap((name) =>
      content.lists[name].map((entry) => ({
        name,
        entry: { ...entry, body: '', tree: undefined, links: [], abbreviations: [] },
      })),
    ),
  ];
  for (const { name, entry } of all) {
    if (!isJudged(entry.file)) continue;
    const path = shownPath(entry.file);
    const text = textOfEntry(name, entry);
    const accepted = new Set(entry.data.accepted.map(({ question }) => question));
    const raised = new Set<QuestionRule>(people.acceptedIn(entry.file));
    for (const [rule, ask] of Object.entries(questions) as [keyof typeof questions, Question][]) {
      const asked = [...ask(text, programme)].map((one) => ({ path, rule, ...one }));
      if (!accepted.has(rule)) open.push(...asked);
      else if (asked.length) raised.add(rule);
    }
    for (const [index, { question }] of entry.data.accepted.entries())
      if (!raised.has(question))
        faults.push({
          path,
          ...entry.locate(['accepted', index, 'question']),
          rule: 'accepted',
          message: `nothing to accept: the file does not raise "${question}"`,
          fix: 'Take the item out.',
        });
  }
  return {
    faults: sortDiagnostics([...known, ...faults.map(clean)]),
    questions: [...people.open, ...sortDiagnostics(open.map(clean))],
  };
}
