/** Counts of people below five. */
import { limits } from './limits.ts';
import { matches } from './text.ts';
import type { Question } from './question.ts';

const below = Array.from({ length: limits.smallCount - 1 }, (_, index) => String(index + 1));
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].slice(0, below.length);
const count = `(?:${[...below, ...words].join('|')}|a single|a couple of|an? pair of)`;
const describing =
  '(?:of|the|these|those|its|their|our|\\d+|other|more|young|younger|older|disabled|autistic|local|new|first|different|teenage|adult)';
const people =
  '(?:people|persons?|adults?|wom[ae]n|m[ae]n|girls?|boys?|teenagers?|pupils?|students?|learners?|interns?|apprentices?|trainees?|child(?:ren)?|parent carers?|parents?(?!\\scarers?)|carers?|mothers?|fathers?|famil(?:y|ies)|siblings?|residents?|patients?|clients?|service users?)';
/** "1 in 4" is a rate; "1 person at a time", "for one person" and "what one person needs" are of anybody. */
const smallCountOf = new RegExp(
  `(?<![\\p{L}\\p{N}.,£$€-])(?<!\\b(?:in|for|around|between|than|every|any|section|part|year|grade|level|step) )${count}(?:\\s${describing}){0,3}\\s${people}\\b(?![’'-])(?!\\s+at a time)(?!\\s+(?:(?:budget|forum|plan|service|support|group)s?|and another|needs|can|may)\\b)`,
  'giu',
);

const message = 'a count of people below five may point to persons';
const fix = 'Say "a few" or "fewer than 5", or take the count out.';

export const smallCount: Question = function* ({ passages, entry }) {
  for (const passage of passages)
    for (const { line, column } of matches(passage, smallCountOf)) yield { line, column, message, fix };
  const { changes } = entry.data as { changes?: readonly { figure?: string; sample?: string }[] };
  for (const [index, { figure, sample }] of (changes ?? []).entries())
    if (figure !== undefined && new RegExp(`^${count}(?:\\s(?:of|out of)\\s\\S+)?$`, 'i').test(figure))
      if (sample !== undefined && new RegExp(`\\b${people}\\b`, 'i').test(sample))
        yield { ...entry.locate(['changes', index, 'figure']), message, fix };
};
