/** More honest slips: what comes from word processors, from other tools, and from writing values as people say them. */
import type { Slip } from './slips.ts';

const bags = 'case-studies/sandbag-library.mdx';
const river = 'case-studies/river-watch.mdx';
const nights = 'Nights were hard.';

/** A line of prose that is told with the line as it should be, which then passes. */
const prose = (what: string, bad: string, mended: string, more: Partial<Slip> = {}): Slip => ({
  what,
  file: river,
  good: nights,
  bad,
  mended,
  tells: `: ${mended}`,
  ...more,
});
/** A value that is told with the good one. */
const value = (what: string, good: string, bad: string, tells: string, more: Partial<Slip> = {}): Slip => ({
  what,
  file: bags,
  good,
  bad,
  tells,
  ...more,
});

const long =
  'Millford lends sandbags from its library: every street has some before the river rises, whoever lives there and whatever the month, and the librarians keep count.';

export const pastedSlips: readonly Slip[] = [
  // Values
  value('a theme by another title than its slug', '  - tools', '  - Tools and training', 'Write tools', {
    file: river,
  }),
  value('a slug made of a title', '  - tools', '  - tools-and-trainings', 'Write tools;', { file: river }),
  value('a factor by its title', 'factor: a-known-place', 'factor: A place that people know', 'Write a-known-place'),
  value('a group by its title', '  - residents', '  - Residents', 'Write residents'),
  value('a place by its address', 'place: millford', 'place: /places/millford/', 'Write millford'),
  value('a key that may be left out, misspelt', 'related:', 'realted:', 'Write related:', { file: river }),
  value(
    'a path to an example by its public address',
    'to: examples/river-watch',
    'to: https://www.example.org/examples/river-watch/',
    'Write examples/river-watch',
    { file: 'problems/flood-warden.mdx' },
  ),
  value(
    'a path to an example with slashes at its ends',
    'to: examples/river-watch',
    'to: /examples/river-watch/',
    'Write examples/river-watch',
    { file: 'problems/flood-warden.mdx' },
  ),
  value(
    'an old address with slashes at its ends',
    'from: examples/river-watching',
    'from: /examples/river-watching/',
    'Write examples/river-watching',
    {
      file: 'moved.yaml',
    },
  ),
  value('a month to come', 'asOf: 2020-10', 'asOf: 2031-10', 'Write a month that has passed'),
  value('a figure that begins with a nought', "figure: '40'", 'figure: 040', "'040'", { mended: "figure: '040'" }),
  value('a figure that a computer reads as a power', "figure: '40'", 'figure: 1e3', "'1e3'", {
    mended: "figure: '1e3'",
  }),
  value(
    'a value that begins with a number sign',
    '    where: Part 1\nsources',
    '    where: #4\nsources',
    "where: '#4'",
    {
      mended: "    where: '#4'\nsources",
    },
  ),
  value(
    'a value with a number sign in it',
    'title: A library that lends sandbags',
    'title: Library #3 lends sandbags',
    "title: 'Library #3 lends sandbags'",
    { mended: "title: 'Library #3 lends sandbags'" },
  ),
  value(
    'a colon in a long value',
    'summary: Millford lends sandbags from its library, so that every street has some before the river rises.',
    `summary: ${long}`,
    `summary: '${long}'`,
    { mended: `summary: '${long}'` },
  ),
  value(
    'a value on the line below its key',
    'title: A library that lends sandbags',
    'title:\nA library that lends sandbags',
    'with 2 spaces before it: A library that lends sandbags',
    { below: 1, mended: 'title:\n  A library that lends sandbags' },
  ),
  value(
    'a value that goes on below',
    'title: A library that lends sandbags',
    'title: A library that\nlends sandbags',
    'with 2 spaces before it: lends sandbags',
    { below: 1, mended: 'title: A library that\n  lends sandbags' },
  ),
  value(
    'an address without https',
    'publisher: ',
    'url: www.example.org/survey\npublisher: ',
    'Write https://www.example.org/survey',
    {
      file: 'sources/survey.mdx',
      mended: 'url: https://www.example.org/survey\npublisher: ',
    },
  ),

  // Word
  prose('dots with tabs, as Word lists them', '•\tNights were hard.', '- Nights were hard.'),
  prose('a small o with a tab, as Word lists them', 'o\tNights were hard.', '- Nights were hard.'),
  prose('letters with a bracket and a tab', 'a)\tNights were hard.', '- Nights were hard.'),
  prose('a hyphen with a space from Word', '-\u00a0Nights were hard.', '- Nights were hard.'),
  prose('a dash for a hyphen', '– Nights were hard.', '- Nights were hard.'),
  prose('bold with a space inside', 'They built **trust **with families.', 'They built **trust** with families.'),
  prose('bold that runs into the next word', '**Nights:**they were hard.', '**Nights:** they were hard.'),
  prose('a year that begins a line', '2016. It was a hard year.', '2016\\. It was a hard year.'),
  prose('tildes for ranges', 'It took 5~10 nights, then 6~12.', 'It took 5 to 10 nights, then 6 to 12.'),
  prose('a hyphen that shows at the end of a line only', 'Nights were ha\u00adrd.', nights),
  prose('a space without width', 'Nights\u200b were hard.', nights),
  prose('a hashtag', '#HearUs began at night.', '\\#HearUs began at night.'),
  prose('hyphens under a line', 'Nights were hard.\n---', 'Nights were hard.\n\n---', { tells: 'Leave an empty line' }),
  {
    what: 'a heading of level 4 without a space',
    file: river,
    good: '## What was hard',
    bad: '####What was hard',
    tells: ': ## What was hard',
  },
  {
    what: 'a heading of level 1 without a space',
    file: river,
    good: '## What was hard',
    bad: '#What was hard',
    tells: ': ## What was hard',
  },
  {
    what: 'a section’s heading of level 4',
    file: river,
    good: '## What was hard',
    bad: '#### What was hard',
    tells: ': ## What was hard',
  },

  // Links
  prose(
    'an address that begins with www',
    'See www.example.org/nights for more.',
    'See https://www.example.org/nights for more.',
  ),
  prose(
    'a link to a file of another folder',
    'See [the place](../places/millford.mdx).',
    'See [the place](/places/millford/).',
  ),
  prose(
    'a link to a folder that has another address',
    'See [it](../case-studies/sandbag-library.mdx).',
    'See [it](/examples/sandbag-library/).',
  ),
  prose(
    'a link by the public address',
    'See [it](https://river-towns.example.org/places/millford).',
    'See [it](/places/millford/).',
    {
      tells: ': /places/millford/',
    },
  ),

  // Other tools
  prose(
    'a note in the way of another tool',
    ':::note\nAsk first.\n:::',
    '<Note title="Ask first">\n\nAsk first.\n\n</Note>',
    { tells: '<Note title=' },
  ),
  prose(
    'an alert in the way of another tool',
    '> [!NOTE]\n> Ask first.',
    '<Note title="Ask first">\n\nAsk first.\n\n</Note>',
    { tells: '<Note title=' },
  ),
  prose('a list of contents', '[TOC]', nights, { tells: 'Take the line out' }),
  prose('an abbreviation in the way of another tool', '*[RTS]: River Towns Survey', nights, {
    tells: 'Take the line out',
  }),
  prose('a link in double brackets', 'See [[the river]] first.', 'See the river first.'),
  prose('words between equals signs', 'Nights were ==very hard== there.', 'Nights were **very hard** there.'),
  prose('a note within the line', 'Nights were hard^[All of them].', 'Nights were hard (All of them).'),
  prose('a link to a name without its address', 'See [the report][report].', 'See the report.'),
  prose('a sign by its name', 'Nights were hard :tada:.', nights),
  prose('code of another tool in a line of its own', 'Nights were hard.\n\n{% include video.html id="x" %}', nights, {
    tells: 'Take the line out',
    below: 2,
  }),
  prose('code of another tool below a line', 'Nights were hard.\n{: .lead}', nights, {
    tells: 'Take the line out',
    below: 1,
  }),
  prose('code of another tool in a link', 'See [it]({{ "/x/" | url }}).', 'See [it](/examples/).', {
    tells: 'such as /examples/',
  }),

  // Two versions
  {
    what: 'two versions among the keys',
    file: bags,
    good: 'stage: running',
    bad: '<<<<<<< HEAD\nstage: running\n=======\nstage: planned\n>>>>>>> other',
    tells: 'Keep one, and take out the three marked lines',
  },
  {
    what: 'two versions in the text',
    file: river,
    good: nights,
    bad: `<<<<<<< HEAD\n${nights}\n=======\nDays were hard.\n>>>>>>> other`,
    tells: 'Keep one, and take out the three marked lines',
  },

  // What a first hour with it brought
  prose(
    'a "<" with a space before its number',
    'Nights ( < 10 in all) were hard.',
    'Nights ( less than 10 in all) were hard.',
  ),
  prose('a word written twice', 'Nights were hard for the the rangers.', 'Nights were hard for the rangers.'),
  prose(
    'a word written twice over two lines',
    'Nights were hard for\nfor the rangers.',
    'Nights were hard for the rangers.',
    {
      tells: 'Write it once',
    },
  ),
  prose(
    'a line in bold for a heading',
    '**The first nights**\n\nNights were hard.',
    '### The first nights\n\nNights were hard.',
    {
      tells: 'Write it as a heading: ### The first nights',
    },
  ),
  prose(
    'a # before a heading within a section',
    '# The first nights\n\nNights were hard.',
    '### The first nights\n\nNights were hard.',
    {
      tells: 'Write: ### The first nights',
    },
  ),
  prose(
    '## and no space before a heading within a section',
    '##The first nights\n\nNights were hard.',
    '### The first nights\n\nNights were hard.',
    {
      tells: ': ### The first nights',
    },
  ),
  value(
    'a word twice in a value',
    'meant: Everybody knows',
    'meant: Everybody at the the river knows',
    'Keep one of the two',
    {
      mended: 'meant: Everybody at the river knows',
    },
  ),
  value('a curly quotation mark that is not closed', 'title: A library', 'title: “A library', 'take it out'),
  value(
    'a place that is new',
    'place: millford',
    'place: overwater',
    'copy places/_template.mdx to places/overwater.mdx',
  ),
  value(
    'a place that is new, by its title',
    'place: millford',
    'place: Overwater Bridge',
    'copy places/_template.mdx to a file of its own beside it',
  ),
  value(
    'an outcome that is new',
    '  - dry-homes',
    '  - warm-homes-for-everybody',
    'add it to vocabularies/outcomes.yaml',
  ),
];
