/** Words that put a label before the person. */
import type { Root } from 'nlcst';
import retextEquality from 'retext-equality';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { matches } from './text.ts';
import type { Programme } from './programme.ts';
import type { Question } from './question.ts';

const equality = unified().use(retextEquality);

const persons =
  '(?:young (?:people|person|adults?)|people|persons?|child(?:ren)?|pupils?|students?|learners?|adults?|kids?|youngsters?|teenagers?|clients?)';
/** What English says of people by their disability, beyond what the library knows. */
const labels = new RegExp(
  [
    `\\b(?:special needs|learning disability|learning disabilities|high needs|complex needs|additional needs) ${persons}\\b`,
    '\\bthe (?:disabled|blind|deaf|autistic|vulnerable|disadvantaged|elderly)\\b(?!\\s\\p{L}+s?\\b(?<!\\b(?:is|are|was|were|and|or|in|to|who|have|had|can)))',
    '\\b(?:suffer(?:s|ing|ed)? (?:from|with)|afflicted (?:with|by)|victims? of|confined to a wheelchair|bound to a wheelchair)\\b',
    `\\b(?:normal|able-bodied) ${persons}\\b`,
    '\\b(?:hard[- ]to[- ]reach|service users?|challenging (?:children|pupils|students))\\b',
  ].join('|'),
  'giu',
);

/** The library's rules on illness and disability. Its others, on gender, hosts or words such as "just", are not about this. */
const ofPeople = new Set(
  'ablebodied addict addicts aids-victim alcoholic amputee bipolar birth-defect buckteeth deafmute depressed dwarf dyslexic epileptic handicapped handicapped-parking harelipped hearing-impaired intellectually-disabled intellectually-disabled-people lame learning-disabled mongoloid multiple-sclerosis-victim paraplegic psychotic quadriplegic rehab-center retard retards schizo senile sociopath sociopaths spastic spaz stammering stroke-victim stutterer suffers-from-disabilities suffers-from-md tourettes-syndrome victim-of-an-injury victim-of-injuries victim-of-polio'.split(
    ' ',
  ),
);
/** Words that the rule on "handicapped" adds: the law and disabled people themselves say the one, and the other has many meanings. */
const usual = new Set(['disabled', 'challenged']);

const mend = 'Name the person first: "young people with autism", "a pupil who uses a wheelchair".';

export const peopleFirst: Question = function* ({ passages }, { abbreviations }: Programme) {
  const labelled = abbreviations.length
    ? new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${abbreviations.map((one) => RegExp.escape(one)).join('|')})\\s${persons}\\b`,
        'gu',
      )
    : undefined;
  for (const passage of passages) {
    const found = [...matches(passage, labels), ...(labelled ? matches(passage, labelled) : [])];
    for (const { line, column, found: words } of found)
      yield { line, column, message: `"${words}" puts a label before the person`, mend };
    const file = new VFile(passage.text);
    equality.runSync(passage.parsed().tree as Root, file);
    for (const { ruleId, place, actual, expected } of file.messages) {
      if (!ofPeople.has(ruleId ?? '') || usual.has(actual?.toLowerCase() ?? '')) continue;
      const index = place && 'start' in place ? (place.start.offset ?? 0) : 0;
      if (found.some((one) => index >= one.index && index < one.index + one.found.length)) continue;
      yield {
        ...passage.at(index),
        message: `"${actual ?? ''}" may not put people first`,
        ...(expected?.length ? { allowed: expected.slice(0, 3) } : {}),
        mend,
      };
    }
  }
};
