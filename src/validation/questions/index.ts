/** What a check asks of the texts: each rule in a file of its own, by the name under which a file accepts it. */
import type { Diagnostic } from '../diagnostics.ts';
import { sortDiagnostics } from '../diagnostics.ts';
import type { Content } from '../content.ts';
import { shownPath } from '../../config/settings.ts';
import type { QuestionRule } from '../../schemas/fields.ts';
import { collectionNames, listNames } from '../../schemas/index.ts';
import { ageWithPlace } from './age-with-place.ts';
import { claimWithoutBasis } from './claim-without-basis.ts';
import { jargon } from './jargon.ts';
import { longSentence } from './long-sentence.ts';
import { peopleFirst } from './people-first.ts';
import { possibleDuplicate } from './possible-duplicate.ts';
import { possibleName, withoutNames } from './possible-name.ts';
import { programmeOf } from './programme.ts';
import type { Question } from './question.ts';
import { quotation } from './quotation.ts';
import { readingAge } from './reading-age.ts';
import { smallCount } from './small-count.ts';
import { textOfEntry } from './text.ts';

const questions: Record<QuestionRule, Question> = {
  'possible-name': possibleName,
  'age-with-place': ageWithPlace,
  'small-count': smallCount,
  quotation,
  'reading-age': readingAge,
  'long-sentence': longSentence,
  jargon,
  'people-first': peopleFirst,
  'possible-duplicate': possibleDuplicate,
  'claim-without-basis': claimWithoutBasis,
};

export interface Answers {
  /** The faults that were known, and the rules that a file accepts and does not raise. */
  faults: Diagnostic[];
  /** What is asked and not accepted. */
  questions: Diagnostic[];
}

/**
 * Asks every question of every judged entry that was read without a fault. `known` is what is wrong with the content
 * already; in none of what comes back do words stand that may name a person.
 */
export function askQuestions(
  content: Content,
  known: readonly Diagnostic[],
  isJudged: (file: string) => boolean,
): Answers {
  const programme = programmeOf(content, isJudged);
  const open: Diagnostic[] = [];
  const faults: Diagnostic[] = [...known];
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
    const accepted = new Map(entry.data.accepted.map(({ question }, index) => [question, index]));
    for (const [rule, ask] of Object.entries(questions) as [QuestionRule, Question][]) {
      const asked = [...ask(text, programme)].map((one) => ({ path, rule, ...one }));
      const index = accepted.get(rule);
      if (index === undefined) open.push(...asked);
      else if (!asked.length)
        faults.push({
          path,
          ...entry.locate(['accepted', index, 'question']),
          rule: 'accepted',
          message: `nothing to accept: the file does not raise "${rule}"`,
          fix: 'Take the item out.',
        });
    }
  }
  const clean = (fault: Diagnostic): Diagnostic => ({
    ...fault,
    message: withoutNames(fault.message, programme),
    ...(fault.allowed ? { allowed: fault.allowed.map((one) => withoutNames(one, programme)) } : {}),
    fix: withoutNames(fault.fix, programme),
  });
  return { faults: sortDiagnostics(faults.map(clean)), questions: sortDiagnostics(open.map(clean)) };
}
