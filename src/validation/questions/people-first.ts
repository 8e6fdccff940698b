/** Words that put a label before the person. */
import type { Sentence as SentenceNode } from 'nlcst';
import retextEquality from 'retext-equality';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { matches, type Passage } from './text.ts';
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
    '\\b(?:suffer(?:s|ing|ed)? (?:from|with)|afflicted (?:with|by)|victims? of|confined to a wheelchair|wheelchair[- ]bound)\\b',
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

const fix = 'Name the person first: "young people with autism", "a pupil who uses a wheelchair".';

export const peopleFirst: Question = function* ({ passages }, { abbreviations }: Programme) {
  const labelled = abbreviations.length
    ? new RegExp(
        `(?<![\\p{L}\\p{N}])(?:${abbreviations.map((one) => RegExp.escape(one)).join('|')})\\s${persons}\\b`,
        'gu',
      )
    : undefined;
  const found = passages.map((passage) => [
    ...matches(passage, labels),
    ...(labelled ? matches(passage, labelled) : []),
  ]);
  for (const { line, column, found: words } of found.flat())
    yield { line, column, message: `"${words}" puts a label before the person`, fix };
  for (const { passage, index, actual, expected } of ofLibrary(passages)) {
    const told = found[passage]?.some((one) => index >= one.index && index < one.index + one.found.length);
    const at = passages[passage]?.at(index);
    if (told || !at) continue;
    yield {
      ...at,
      message: `"${actual}" may not put people first`,
      ...(expected.length ? { allowed: expected.slice(0, 3) } : {}),
      fix,
    };
  }
};

/** What the library finds, by the passage and the index in its text. */
function* ofLibrary(passages: readonly Passage[]) {
  // The library makes its lists ready anew for each paragraph, so that all passages are given as one.
  const sentences: SentenceNode[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const { text, parsed } of passages) {
    starts.push(length);
    const { tree } = parsed();
    visit(tree, 'WordNode', ({ position }) => {
      if (position) position.start = { ...position.start, offset: (position.start.offset ?? 0) + length };
    });
    visit(tree, 'SentenceNode', (node) => void sentences.push(node));
    length += text.length + 1;
  }
  const file = new VFile(passages.map(({ text }) => text).join('\n'));
  equality.runSync({ type: 'RootNode', children: [{ type: 'ParagraphNode', children: sentences }] }, file);
  for (const { ruleId, place, actual = '', expected = [] } of file.messages) {
    if (!ofPeople.has(ruleId ?? '') || usual.has(actual.toLowerCase())) continue;
    const offset = place && 'start' in place ? (place.start.offset ?? 0) : 0;
    const passage = starts.findLastIndex((start) => start <= offset);
    yield { passage, index: offset - (starts[passage] ?? 0), actual, expected };
  }
}
