/** Honest slips by which what an author wrote would be on no page, or not where it was written. */
import type { Slip } from './slips.ts';

const bags = 'case-studies/sandbag-library.mdx';
const nights = 'Nights were hard.';

/** A slip in prose; `mended` is what stands in the place of the good text when the mend is taken as it is written. */
const prose = (what: string, bad: string, tells: string, mended: string, more: Partial<Slip> = {}): Slip => ({
  what,
  file: 'case-studies/river-watch.mdx',
  good: nights,
  bad,
  mended,
  tells,
  ...more,
});

export const lostSlips: readonly Slip[] = [
  prose('a note that nothing refers to', `${nights}\n\n[^1]: Cold.`, ': Cold.', `${nights}\n\nCold.`, { below: 2 }),
  prose(
    'two notes of one number',
    `Nights[^1] were hard.\n\n[^1]: Cold.\n\n[^1]: Long.`,
    ': Long.',
    `Nights[^1] were hard.\n\n[^1]: Cold.\n\nLong.`,
    { below: 4 },
  ),
  prose(
    'a row with more cells than its head',
    `${nights}\n\n| a | b |\n| - | - |\n| c | d | e |`,
    ': | a | b | | and | - | - | --- |',
    `${nights}\n\n| a | b | |\n| - | - | --- |\n| c | d | e |`,
    { below: 4 },
  ),
  prose(
    'words after the signs of code',
    `${nights}\n\n\`\`\`text of the log\nx\n\`\`\``,
    ': ```',
    `${nights}\n\n\`\`\`\nx\n\`\`\``,
    { below: 2 },
  ),
  prose(
    'a title of a link',
    'See [nights](/about/ "and days").',
    ': See [nights](/about/) (and days).',
    'See [nights](/about/) (and days).',
  ),
  prose('an address that no link uses', `${nights}\n\n[x]: /about/`, ': [x](/about/)', `${nights}\n\n[x](/about/)`, {
    below: 2,
  }),
  prose('a comment as an address', `${nights}\n\n[//]: # (Not yet)`, 'Take the line out', nights, { below: 2 }),
  prose(
    'a note in the words of a link',
    'See [nights[^1]](/about/).\n\n[^1]: Cold.',
    ': See [nights](/about/)[^1].',
    'See [nights](/about/)[^1].\n\n[^1]: Cold.',
  ),
  prose(
    'a component within a line',
    'Here <Note title="So">nights</Note> were hard.',
    ': Here So: nights were hard.',
    'Here So: nights were hard.',
  ),
  prose('numbers that jump', '1. one\n2. two\n4. four', ': 3. four', '1. one\n2. two\n3. four', { below: 2 }),
  prose('numbers of notes', 'Nights were hard[1][2].', ': Nights were hard(1, 2).', 'Nights were hard(1, 2).'),
  {
    what: 'text before the first heading',
    file: bags,
    good: '## What they started from\n\nStreets',
    bad: 'A rainy stop.\n\n## What they started from\n\nStreets',
    mended: '## What they started from\n\nA rainy stop.\n\nStreets',
    tells: 'Move it below ## What they started from',
  },
  {
    what: 'text before the second heading, without the first',
    file: bags,
    good: '## What they started from\n\nStreets',
    bad: 'Streets',
    tells: 'Write ## What they started from above it',
  },
  {
    what: 'a heading with a note in it',
    file: bags,
    good: '## What they did\n',
    bad: '## What they did[^1]\n',
    tells: 'Write ## What they did.',
  },
  {
    what: 'a body of what has no page',
    file: 'sources/survey.mdx',
    good: 'licence: Open.\n---\n',
    bad: 'licence: Open.\n---\n\nWhat it asks.\n',
    below: 3,
    tells: 'Take the text out',
  },
];
