/** Words of the trade that the glossary does not explain. */
import { matches, type Text } from './text.ts';
import type { Asked, Question } from './question.ts';

/** Each with what to write instead, where there is a plain word. */
const plain: Readonly<Record<string, string>> = {
  bespoke: 'made to fit',
  'buy-in': 'agreement',
  'capacity building': 'training and support',
  'co-design': 'design together',
  'co-location': 'working in one place',
  cohort: 'group',
  commission: 'buy or plan',
  commissioning: 'planning and buying services',
  deliverables: 'what was made',
  dissemination: 'telling others',
  'early intervention': 'help early on',
  embed: 'make part of daily work',
  empower: 'help to decide',
  facilitate: 'help',
  'going forward': 'from now on',
  governance: 'who decides',
  'graduated approach': '',
  holistic: 'of the whole person',
  implement: 'do',
  'key stage': '',
  'key worker': '',
  leverage: 'use',
  'multi-agency': 'of several services',
  'multi-disciplinary': 'of several professions',
  'outcomes-based': '',
  'outcomes-focused': '',
  personalisation: 'help that fits each person',
  provision: 'support or places',
  robust: 'strong',
  safeguarding: 'keeping people safe',
  scoping: 'finding out',
  'self-advocacy': 'speaking up for yourself',
  signposting: 'telling people where to go',
  stakeholder: 'the people concerned',
  statutory: 'set by law',
  strategic: '',
  streamline: 'make simpler',
  synergy: 'working together',
  'third sector': 'charities and community groups',
  toolkit: 'set of tools',
  transformation: 'change',
  tribunal: '',
  upskill: 'train',
  wraparound: 'around the school day',
};

const forms = (word: string): string[] => [word, `${word}s`, word.replaceAll('-', ' '), word.replaceAll('-', '')];
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${[...new Set(Object.keys(plain).flatMap(forms))]
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}-])`,
  'giu',
);
const baseOf = new Map(Object.keys(plain).flatMap((word) => forms(word).map((form) => [form, word] as const)));

export const jargon: Question = function* ({ name, passages }, { terms, notCalled }) {
  const asked = new Set<string>();
  // A term names the words itself.
  if (name !== 'glossary' && notCalled.size) yield* otherWords(passages, notCalled);

  for (const passage of passages)
    for (const { found, index, line, column } of matches(passage, pattern)) {
      const word = baseOf.get(found.toLowerCase()) ?? found.toLowerCase();
      // Once a file is enough. A capital within a sentence belongs to a name.
      if (asked.has(word) || (/^\p{Lu}/u.test(found) && index > 0) || isExplained(word, passage.text, terms)) continue;
      asked.add(word);
      const instead = plain[word];
      yield {
        line,
        column,
        message: `the word "${word}" is jargon, and the glossary does not explain it`,
        ...(instead ? { allowed: [instead] } : {}),
        fix: 'Use a plain word, or add the term to glossary/.',
      };
    }
};

/** In the glossary by itself, or within a longer term that the text uses, as in "joint commissioning". */
const isExplained = (word: string, text: string, terms: ReadonlySet<string>): boolean => {
  if (terms.has(word) || terms.has(`${word}s`)) return true;
  const lower = text.toLowerCase();
  return [...terms].some((term) => term.includes(word) && lower.includes(term));
};

/** One thing has one name: words that the glossary says are not used for it. */
function* otherWords(passages: Text['passages'], notCalled: ReadonlyMap<string, string>): Iterable<Asked> {
  const words = [...notCalled.keys()].sort((a, b) => b.length - a.length).map((one) => RegExp.escape(one));
  const other = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  for (const passage of passages)
    for (const { found, line, column } of matches(passage, other))
      yield {
        line,
        column,
        message: `the words "${found}" are not used here`,
        allowed: [notCalled.get(found.toLowerCase()) ?? ''],
        fix: 'Use the term of the glossary, so that one thing has one name.',
      };
}
