/** The age of one person, in a text that says where: together they may point to somebody. */
import { matches } from './text.ts';
import type { Question } from './question.ts';

const number =
  '(?:\\d{1,2}|(?:six|seven|eight|nine)?teen|t(?:en|welve)|eleven|thirteen|fourteen|fifteen|eighteen|twenty(?:-(?:one|two|three|four|five))?)';
/** A span or a limit, such as 16 to 25 or 18 and over, is of a group. */
const noSpan = `(?!\\s*(?:to|and|or|[-–—/]|,)\\s*(?:${number}|over|under|above|below|upwards|older|younger|up)\\b)`;
const age = new RegExp(
  [
    `(?<!\\b(?:to|and|or)\\s|[-–—/])\\b${number}[-\\s]years?[-\\s]old(?!s)\\b`,
    `\\baged\\s+${number}\\b${noSpan}`,
    `\\bat the age of\\s+${number}\\b${noSpan}`,
    `\\bwho (?:is|was)\\s+${number}\\b${noSpan}(?!\\s+\\p{L})`,
    `(?<=\\p{L}\\s)\\(${number}\\)`,
  ].join('|'),
  'giu',
);

export const ageWithPlace: Question = function* ({ name, entry, passages }, { places }) {
  const ofAPlace = name === 'places' || 'place' in (entry.data as object);
  for (const passage of passages) {
    const lower = passage.text.toLowerCase();
    if (!ofAPlace && !places.some((place) => lower.includes(place))) continue;
    for (const { line, column } of matches(passage, age))
      yield {
        line,
        column,
        message: 'an age stands with a place, and the two may point to one person',
        fix: 'Take the age out, or give a span such as "young people aged 16 to 25".',
      };
  }
};
