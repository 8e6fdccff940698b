/** A change that the body claims and that stands in no item of `changes`, where its basis would be. */
import { stem } from 'porter2';
import { caseStudySections } from '../../schemas/sections.ts';
import { limits } from './limits.ts';
import { wordsIn } from './words.ts';
import type { Question } from './question.ts';

/** Verbs in the past that tell of a change for the better or worse. */
const claims =
  /\b(?:increased|rose|risen|grew|grown|doubled|trebled|tripled|fell|fallen|dropped|decreased|reduced|improved|got better|became better|led to (?:more|fewer|better|less)|resulted in|as a result|made a (?:\p{L}+ )?difference|gained confidence|more confident|(?:was|were|been|proved) (?:a success|successful|effective)|thanks to|more young people (?:now|got|had|were|have)|fewer young people (?:now|got|had|were|have))\b/iu;
/** What is hoped, planned, asked or denied is no claim. */
const noClaim =
  /\b(?:not|no|nobody|never|whether|if|hop(?:e|ed|ing)|want(?:s|ed)?|aim(?:s|ed)?|meant to|intend(?:s|ed)?|plan(?:s|ned)?|should|would|could|might|may|expected|unless|until|target|needs? to|had to)\b|\?/iu;

const stemsOf = (text: string): Set<string> =>
  new Set(wordsIn(text).flatMap((word) => (word.length > 3 && !common.has(word) ? stem(word) : [])));
const common = new Set(
  'about after also been before being from have into more most much only other over said same some such than that their them then there these they this those were what when where which while will with your'.split(
    ' ',
  ),
);

export const claimWithoutBasis: Question = function* ({ name, entry, passages }) {
  if (name !== 'case-studies') return;
  type Claim = { claim: string; figure?: string; by?: string; sample?: string };
  const { done, changes } = entry.data as Record<'done' | 'changes', readonly Claim[]>;
  const bases = [...done, ...changes].map(({ claim, figure, sample, by }) => ({
    stems: stemsOf([claim, sample, by].join(' ')),
    figures: new Set(`${figure ?? ''} ${claim}`.match(/\d[\d,.]*\d|\d/g) ?? []),
  }));
  for (const { kind, section, parsed, at } of passages) {
    // How things stood before is no change.
    if (kind === 'key' || kind === 'heading' || section === caseStudySections[0]) continue;
    for (const { text, index } of parsed().sentences) {
      if (!claims.test(text) || noClaim.test(text)) continue;
      const stems = stemsOf(text);
      const figures = text.match(/\d[\d,.]*\d/g) ?? [];
      const known = bases.some(
        (basis) =>
          [...stems].filter((one) => basis.stems.has(one)).length >= limits.claimWords ||
          figures.some((figure) => basis.figures.has(figure)),
      );
      if (!known)
        yield {
          ...at(index),
          message: 'the text claims a change that is not among changes',
          fix: 'Add it to changes with its basis, or say who reported it and that it is not known.',
        };
    }
  }
};
