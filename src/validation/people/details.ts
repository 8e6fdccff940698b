/** What points to one person without a name: an age, a school, a diagnosis, a small count. */
import { limits } from '../questions/limits.ts';
import { anyOf, describing, kin, person, persons, singular } from './grammar.ts';

const units = 'one two three four five six seven eight nine ten'.split(' ');
const number = anyOf(
  `\\d{1,2} ten eleven twelve (?:thir|four|fif|six|seven|eigh|nine)teen (?:twenty|thirty)(?:[-\\s](?:one|two|three|four|five|six|seven|eight|nine))?`,
);
/** A span or a limit, such as 16 to 25 or 18 and over, is of a group. */
const noSpan = `(?!\\s*(?:to|and|or|[-–—/]|,)\\s*(?:${number}|over|under|above|below|upwards|older|younger|up)\\b)(?!\\s*(?:%|per cent|percent|\\+))`;
const noSpanBefore = '(?<!\\b(?:to|and|or|over|under|of|least|until|from|before|after)\\s|[-–—/])';
const years = '(?:years?|yrs?|y)';

const ages = new RegExp(
  [
    `${noSpanBefore}\\b${number}[-\\s]?${years}[-\\s]?(?:old|o)(?!s)\\b`,
    `(?<!\\b(?:to|and|or|over|under|of|until|from|before|after|by)\\s)\\b(?:aged?|turn(?:ed|ing|s)?|at the age of)\\s+(?:just\\s|only\\s|about\\s)?${number}\\b${noSpan}(?!\\s+(?:years?\\s)?(?:group|range|schools?|services?|people|pupils|others?)\\b)`,
    `\\b(?:who|he|she|they) (?:is|was|were|’s|’d been) (?:just |only |about |then |now )?${number}\\b${noSpan}(?!\\s+(?!when|and|years|at|then|now|but)\\p{L})`,
    `\\b(?:an? )?(?:[\\p{L}-]+ )?${person} of ${number}\\b${noSpan}`,
    `(?<=\\p{L}\\s)\\(${number}\\)`,
    `\\b(?:his|her|their) ${number}(?:st|nd|rd|th)? birthday\\b`,
    `\\b(?:was|were|is)?\\s*born (?:in|on)\\s(?:[\\p{L}\\d]+\\s){0,3}(?:19|20)\\d\\d\\b`,
  ].join('|'),
  'giu',
);
/** A year of school, where one person is spoken of. */
const schoolYears =
  /(?<![\p{L}\p{N}])(?:(?:[Yy]ear|[Yy]r|Y)\s?(?:[1-9]|1[0-4])|[Yy]ear (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)|(?:[Rr]eception|[Nn]ursery) class)(?!\s*(?:to|and|or|[-–—])\s*(?:\d|[Yy]ear|over))(?![\p{L}\p{N}-])/gu;

const diagnosis = anyOf(
  `epilep(?:sy|tic) autism autistic asperger[’']?s(?:_syndrome)? adhd add down[’']?s(?:_syndrome)? cerebral_palsy dyslexi[ac] dyspraxi[ac]
  diabet(?:es|ic) asthma anxiety depression depressed psychosis schizophrenia bipolar anorexia bulimia tourette[’']?s(?:_syndrome)?
  (?:a_|severe_|mild_|moderate_)*learning_disabilit(?:y|ies) (?:a_)?brain_injury spina_bifida muscular_dystrophy multiple_sclerosis
  deaf blind (?:a_)?visual_impairment (?:a_)?hearing_impairment sickle_cell cancer leuk(?:a)?emia fragile_x williams_syndrome
  obsessive_compulsive_disorder ocd ptsd pda foetal_alcohol selective(?:ly)?_mut(?:ism|e) (?:an_)?eating_disorder seizures fits
  self-harm(?:ed|s)? pregnant pregnancy arthritis (?:a_)?stroke (?:a_)?stammer`,
);
const few = '(?:[\\p{L}’-]+\\s){0,3}';
/** The health of somebody who is one person. */
const ownHealth = new RegExp(
  [
    `\\b(?:his|her|my|(?:${person}|${kin})[’']s)\\s(?:[\\p{L}-]+\\s)?${diagnosis}(?![\\p{L}-])(?! (?:programme|criteria|service|team)s?\\b)`,
    `\\b(?:he|she|I|(?:an?|one|the|this|that|another|our|his|her|my|their) (?:[\\p{L}-]+ ){0,2}(?:${person}|${kin})(?:,? (?:who|he|she))?)\\s(?:also |now |then )?(?:has|had|have|is|was|am|lives? with|lived with|with|got|being)\\s${few}${diagnosis}(?![\\p{L}-])`,
    `\\b(?:he|she|I|who)\\s(?:is|was|am|had been|has been)\\s${few}diagnosed\\b`,
    `\\b(?:his|her|my) (?:own )?(?:diagnosis|seizures|condition|medication|illness|operation)\\b`,
  ].join('|'),
  'giu',
);
const schools =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}’'.-]+\s){1,4}(?:(?:Primary|Secondary|High|Special|Grammar|Junior|Infant|Community|Free)\s)*(?:School|Academy|College|Sixth Form|Primary|Grammar)(?![\p{L}])/gu;

const small = Array.from({ length: limits.smallCount - 1 }, (_, index) => index + 1);
const count = `(?:${[...small, ...units.slice(0, small.length)].join('|')}|a single|a couple of|an? pair of|(?:his|her|both|the) (?:two|both))`;
/** "1 in 4" is a rate; "1 person at a time", "for one person" and "what one person needs" are of anybody. */
const smallCounts = new RegExp(
  `(?<![\\p{L}\\p{N}.,£$€-])(?<!\\b(?:in|for|around|between|than|every|any|section|part|year|grade|level|step) )${count}(?:\\s${describing}){0,3}\\s${persons}\\b(?![’'-])(?!\\s+at a time)(?!\\s+(?:(?:budget|forum|plan|service|support|group)s?|and another|needs|can|may)\\b)`,
  'giu',
);
const ofThem = new RegExp(
  `(?<![\\p{L}\\p{N}.,£$€-])(?:${[...small, ...units.slice(1, small.length)].join('|')}|(?:only|just) one|a couple|both) of (?:them|us|those who)\\b`,
  'giu',
);
const figure = new RegExp(
  `^ *(?:- )?figure: *['"]?(?:${[...small, ...units.slice(0, small.length)].join('|')})(?: (?:of|out of) \\S+?)?['"]? *$`,
  'gmi',
);
const people = new RegExp(`\\b${persons}\\b`, 'iu');

interface Detail {
  rule: 'age-with-place' | 'personal-detail' | 'small-count';
  start: number;
  end: number;
}

/** What may point to one person. `prose` is the text with all that is no prose left blank. */
export function* details(text: string, prose: string): Generator<Detail> {
  const all = (pattern: RegExp, rule: Detail['rule']): Detail[] =>
    [...prose.matchAll(pattern)].map(({ 0: found, index }) => ({ rule, start: index, end: index + found.length }));
  const isOfOne = ({ start }: Detail): boolean => singular.test(sentenceAround(prose, start));
  yield* all(ages, 'age-with-place');
  yield* all(schoolYears, 'age-with-place').filter(isOfOne);
  yield* all(ownHealth, 'personal-detail');
  yield* all(schools, 'personal-detail').filter(isOfOne);
  yield* all(smallCounts, 'small-count');
  yield* all(ofThem, 'small-count').filter(({ start }) => isOfPersons(prose, start));
  for (const { 0: found, index } of text.matchAll(figure)) {
    const isFirst = /^ *- /.test(found);
    const before = isFirst ? '' : (text.slice(0, index).split(/^ *- /m).at(-1) ?? '');
    const after = text.slice(index + found.length).split(/^(?: *- |\S)/m)[0] ?? '';
    const sample = /^ *sample: *(.*)$/m.exec(`${before.replace(/^(?=sample:)/, ' ')}\n${after}`)?.[1];
    if (sample !== undefined && people.test(sample))
      yield {
        rule: 'small-count',
        start: index + found.search(/figure/) + 'figure: '.length,
        end: index + found.length,
      };
  }
}

/** Whether "two of them" is of persons: a paragraph that has told of something else before does not ask. */
function isOfPersons(text: string, index: number): boolean {
  const before =
    text
      .slice(0, index)
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  return people.test(before) || !/[.!?]\s/.test(before);
}

/** The sentence that holds `index`. */
function sentenceAround(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 300), index);
  const after = text.slice(index, index + 300);
  const start = before.search(/[^.!?\n]*(?:\n[^.!?\n]+)*$/);
  const end = after.search(/[.!?](?:\s|$)|\n\s*\n/);
  return before.slice(Math.max(start, 0)) + after.slice(0, end === -1 ? undefined : end);
}
