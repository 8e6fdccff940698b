/** Honest slips in good files of the second programme: one edit each, and how the check says to mend it. */
export interface Slip {
  what: string;
  file: string;
  /** A text of the good file, there once. */
  good: string;
  /** What the slip makes of it. */
  bad: string;
  /** How many lines below the beginning of `bad` the slip is told. */
  below?: number;
  /** What the slip is mended into, where that is not the good text. */
  mended?: string;
  /** What the fault has to say so that the mend can be made from it alone. */
  tells: string;
}

const bags = 'case-studies/sandbag-library.mdx';
const river = 'case-studies/river-watch.mdx';
const slip = (
  what: string,
  file: string,
  good: string,
  bad: string,
  tells: string,
  more: Partial<Slip> = {},
): Slip => ({
  what,
  file,
  good,
  bad,
  tells,
  ...more,
});

export const slips: readonly Slip[] = [
  // Keys
  slip('a key with a letter missing', bags, 'summary: Millford', 'sumary: Millford', 'summary'),
  slip('a key with a capital', bags, 'title: A library', 'Title: A library', 'title'),
  slip('a key without its capital', bags, 'keyFactors:', 'keyfactors:', 'keyFactors'),
  slip('a key in two words', bags, 'priorityAreas:', 'priority areas:', 'priorityAreas'),
  slip('a key with a hyphen', bags, 'reviewBy: ', 'review-by: ', 'reviewBy'),
  slip('a key within a list misspelt', bags, '    meant: Everybody', '    ment: Everybody', 'meant'),
  slip('a key in American spelling', bags, 'disclosure:\n', 'discloser:\n', 'disclosure'),
  slip(
    'a key that another programme has',
    bags,
    'stage: running',
    'stage: running\nauthor: A council',
    'take the key out',
    {
      below: 1,
      mended: 'stage: running',
    },
  ),
  slip('a key without its value', bags, 'stage: running', 'stage:', 'planned', { mended: 'stage: planned' }),
  slip('a text left out', bags, 'place: millford', 'place:', 'after the colon'),
  slip('a key given twice', bags, 'stage: running', 'stage: running\nstage: running', 'Keep one', {
    below: 1,
    mended: 'stage: running',
  }),
  slip('a key left out', bags, 'stage: running\nasOf', 'asOf', 'Add stage: ', { below: -14 }),
  slip('a key without a space after its colon', bags, 'stage: running', 'stage:running', 'stage: running'),
  slip('a key without its colon', bags, 'stage: running', 'stage running', 'stage: running'),
  slip('an equals sign for a colon', bags, 'stage: running', 'stage = running', 'stage: running'),

  // Values and tags
  slip('a word of a fixed list misspelt', bags, 'stage: running', 'stage: runing', 'running'),
  slip('a word of a fixed list with a capital', bags, 'stage: running', 'stage: Running', 'Write running'),
  slip(
    'a word of a fixed list in another form',
    bags,
    "basis: measured\n    figure: '40'",
    "basis: measure\n    figure: '40'",
    'measured',
  ),
  slip('a theme misspelt', bags, '  - neighbours', '  - neighbors', 'neighbours'),
  slip('a theme by its title', bags, '  - neighbours', '  - Neighbours', 'neighbours'),
  slip('an area that is not there', bags, '  - readiness', '  - readyness', 'readiness'),
  slip('a place by its title', bags, 'place: millford', 'place: Millford', 'millford'),
  slip('a place that is not there', bags, 'place: millford', 'place: milford', 'millford'),
  slip('a factor with a capital and spaces', bags, 'factor: a-known-place', 'factor: A known place', 'a-known-place'),
  slip('a factor misspelt', bags, 'factor: a-known-place', 'factor: a-know-place', 'a-known-place'),
  slip('a factor with its ending', bags, 'factor: a-known-place', 'factor: a-known-place.mdx', 'a-known-place'),
  slip('a source misspelt', bags, 'sources:\n  - source: survey', 'sources:\n  - source: servey', 'survey', {
    below: 1,
  }),
  slip('a group in the singular', bags, '  - residents', '  - resident', 'residents'),
  slip('an outcome with an underscore', bags, '  - dry-homes', '  - dry_homes', 'dry-homes'),
  slip(
    'an example misspelt in related',
    river,
    'example: sandbag-library',
    'example: sand-bag-library',
    'sandbag-library',
  ),
  slip('a theme that stands twice', bags, '  - neighbours', '  - neighbours\n  - neighbours', 'Keep one of the two', {
    below: 1,
    mended: '  - neighbours',
  }),
  slip(
    'the same title as another',
    bags,
    'title: A library that lends sandbags',
    'title: Neighbours who watch the river',
    'Give one of them another',
    {
      mended: 'title: A library of sandbags',
    },
  ),
  slip(
    'a title that is too long',
    bags,
    'title: A library that lends sandbags',
    `title: ${'A library '.repeat(11)}`.trimEnd(),
    'Shorten it by 19',
    {
      mended: 'title: A library',
    },
  ),
  slip(
    'a page that stands in no menu of the site',
    'site.yaml',
    '  - label: About\n    to: about\nfooter',
    '  - label: About\n    to: abuot\nfooter',
    'about',
    { below: 1 },
  ),
  slip(
    'a path to an example without its folder',
    'problems/flood-warden.mdx',
    'to: examples/river-watch',
    'to: example/river-watch',
    'examples/river-watch',
  ),

  // Days, months, figures, yes and no
  slip('a month with its name', bags, 'asOf: 2020-10', 'asOf: October 2020', '2020-10'),
  slip('a month with one figure', bags, 'asOf: 2020-10', 'asOf: 2020-9', '2020-09', { mended: 'asOf: 2020-09' }),
  slip('a month that no year has', bags, 'asOf: 2020-10', 'asOf: 2020-13', 'YYYY-MM'),
  slip('a month with its day', bags, 'asOf: 2020-10', 'asOf: 2020-10-05', '2020-10'),
  slip('a day the English way round', bags, 'published: 2021-01-10', 'published: 10/01/2021', '2021-01-10'),
  slip('a day in words', bags, 'published: 2021-01-10', 'published: 10 January 2021', '2021-01-10'),
  slip('a day with dots', bags, 'published: 2021-01-10', 'published: 10.01.2021', '2021-01-10'),
  slip('a day that the calendar lacks', bags, 'published: 2021-01-10', 'published: 2021-02-30', 'YYYY-MM-DD'),
  slip('a day with one figure', bags, 'published: 2021-01-10', 'published: 2021-1-10', '2021-01-10'),
  slip('a year alone', bags, 'asOf: 2020-10', 'asOf: 2020', 'YYYY-MM'),
  slip(
    'a day that is still to come',
    bags,
    'published: 2021-01-10',
    'published: 2027-01-10',
    'Write a day that has passed',
  ),
  slip('a review before the page', bags, 'reviewBy: 2031-01-10', 'reviewBy: 2013-01-10', 'Write a later day'),
  slip('a figure without quotation marks', bags, "figure: '40'", 'figure: 40', "'40'"),
  slip('yes for true', bags, 'reviewBy: 2031-01-10', 'reviewBy: 2031-01-10\ndraft: yes', 'Leave it out to publish', {
    below: 1,
  }),

  // YAML
  slip(
    'a colon in a value',
    bags,
    'title: A library that lends sandbags',
    'title: Sandbags: a library that lends sandbags',
    "title: 'Sandbags: a library that lends sandbags'",
    {
      mended: "title: 'Sandbags: a library that lends sandbags'",
    },
  ),
  slip('a tab for spaces', bags, '  - neighbours', '\t- neighbours', 'with 2 spaces before it: - neighbours'),
  slip('a quotation mark not closed', bags, "figure: '40'", "figure: '40", "figure: '40'"),
  slip(
    'an apostrophe in single quotation marks',
    bags,
    'meant: Everybody knows where the library is.',
    "meant: 'Everybody knows the library's door.'",
    "meant: Everybody knows the library's door.",
    {
      mended: "meant: Everybody knows the library's door.",
    },
  ),
  slip(
    'a quotation at the start of a value',
    bags,
    'meant: Everybody knows where the library is.',
    'meant: "Everybody" knows where the library is.',
    'meant: \'"Everybody" knows where the library is.\'',
    {
      mended: `meant: '"Everybody" knows where the library is.'`,
    },
  ),
  slip(
    'curly quotation marks around a figure of text',
    bags,
    "figure: '40'",
    'figure: “40”: all',
    "figure: '“40”: all'",
    {
      mended: "figure: '“40”: all'",
    },
  ),
  slip(
    'a line indented too far',
    bags,
    '    sample: 52 streets',
    '      sample: 52 streets',
    'with 4 spaces before it: sample: 52 streets',
  ),
  slip(
    'a line indented too little',
    bags,
    '    meant: Everybody',
    '  meant: Everybody',
    'with 4 spaces before it: meant: Everybody',
  ),
  slip('a list written as text', bags, 'groups:\n  - residents', 'groups: residents', '- residents'),
  slip(
    'a list with commas',
    river,
    'groups:\n  - residents\n  - rangers',
    'groups: residents, rangers',
    '- residents',
    {
      mended: 'groups:\n  - residents\n  - rangers',
    },
  ),
  slip('a list without its hyphens', bags, 'groups:\n  - residents', 'groups:\n  residents', '- residents', {
    below: 1,
  }),
  slip('an item without a space after its hyphen', bags, '  - dry-homes', '  -dry-homes', '- dry-homes'),
  slip('an item with a star', bags, '  - dry-homes', '  * dry-homes', '- dry-homes'),
  slip('a list where one value is wanted', bags, 'place: millford', 'place:\n  - millford', 'place: millford'),
  slip(
    'a value that begins with a percent sign',
    bags,
    'period: autumn 2020',
    'period: %20 of autumn 2020',
    "period: '%20 of autumn 2020'",
    {
      mended: "period: '%20 of autumn 2020'",
    },
  ),
  slip(
    'a value that begins with a star',
    bags,
    '  - Anybody can borrow them.',
    '  - *Anybody* can borrow them.',
    "'*Anybody* can borrow them.'",
    {
      mended: "  - '*Anybody* can borrow them.'",
    },
  ),
  slip(
    'a value in square brackets',
    bags,
    '    where: Part 1\nsources',
    '    where: [Part 1], page 2\nsources',
    "where: '[Part 1], page 2'",
    {
      mended: "    where: '[Part 1], page 2'\nsources",
    },
  ),
  slip(
    'a sentence that goes on below',
    bags,
    '  - Anybody can borrow them.',
    '- Anybody can borrow them.',
    'with 2 spaces before it: - Anybody can borrow them.',
  ),
  slip('the keys not closed', bags, '---\n\n## What they started', '\n## What they started', '---'),
  slip(
    'the keys closed by too many hyphens',
    bags,
    '---\n\n## What they started',
    '-----\n\n## What they started',
    '---',
  ),
  slip('a space from a web page after a colon', bags, 'stage: running', 'stage:\u00a0running', 'stage: running'),
  slip('an empty line before the keys', bags, '---\ntitle', '\n---\ntitle', '---'),

  // Headings and sections
  slip('a heading in other words', bags, '## What was hard', '## What was difficult', '## What was hard'),
  slip('a heading with capitals', bags, '## What was hard', '## What Was Hard', '## What was hard'),
  slip('a heading with a colon', bags, '## What was hard', '## What was hard:', '## What was hard'),
  slip('a heading without a space', bags, '## What was hard', '##What was hard', '## What was hard'),
  slip('a heading with too many signs', bags, '## What was hard', '### What was hard', '## What was hard'),
  slip('a heading with too few signs', bags, '## What was hard', '# What was hard', '## What was hard'),
  slip('a heading in bold', bags, '## What was hard', '**What was hard**', '## What was hard'),
  slip('a heading as plain text', bags, '## What was hard', 'What was hard', '## What was hard'),
  slip('a heading of level 4', bags, '### Who paid', '#### Who paid', '### Who paid and who staffed it'),
  slip(
    'a heading on who paid in other words',
    bags,
    '### Who paid and who staffed it',
    '### Who paid and staffed it',
    '### Who paid and who staffed it',
  ),
  slip(
    'two headings the wrong way round',
    river,
    '## What was hard\n\nNights were hard.\n\n## What came next\n\nMore bridges asked for a bell.',
    '## What came next\n\nMore bridges asked for a bell.\n\n## What was hard\n\nNights were hard.',
    '## What was hard',
    { below: 4 },
  ),
  slip('a section that is missing', river, '## What was hard\n\nNights were hard.\n\n', '', '## What was hard', {
    mended: '## What was hard\n\nNights were hard.\n\n',
  }),
  slip(
    'the last section missing',
    river,
    '\n## What came next\n\nMore bridges asked for a bell.\n',
    '',
    '## What came next',
    { below: -1 },
  ),
  slip('a section without text', river, 'Nights were hard.\n\n', '', '## What was hard', { below: -2 }),

  // Signs in the text
  slip(
    'less than, as a sign',
    river,
    'Nights were hard.',
    'On <10 nights it was hard.',
    'On \\<10 nights it was hard.',
    { mended: 'On \\<10 nights it was hard.' },
  ),
  slip('a stray brace', river, 'Nights were hard.', 'Nights were { hard.', 'Nights were \\{ hard.', {
    mended: 'Nights were \\{ hard.',
  }),
  slip('words in braces', river, 'Nights were hard.', 'Nights {all} were hard.', 'Nights \\{all} were hard.', {
    mended: 'Nights \\{all} were hard.',
  }),
  slip('an empty pair of braces', river, 'Nights were hard.', 'Nights {} were hard.', 'Nights were hard.'),
  slip('a comment of HTML', river, 'Nights were hard.', 'Nights <!-- ask --> were hard.', 'Nights were hard.'),
  slip('a line break of HTML', river, 'Nights were hard.', 'Nights<br>were hard.', 'Nights were hard.'),
  slip('a line break of HTML, closed', river, 'Nights were hard.', 'Nights<br />were hard.', 'Nights were hard.'),
  slip('bold in HTML', river, 'Nights were hard.', 'Nights were <b>hard</b>.', 'Nights were **hard**.', {
    mended: 'Nights were **hard**.',
  }),
  slip(
    'a paragraph pasted from Word as HTML',
    river,
    'Nights were hard.',
    '<p class="MsoNormal">Nights were hard.</p>',
    'Nights were hard.',
  ),
  slip('a tag of HTML not closed', river, 'Nights were hard.', 'Nights were <i>hard.', 'Nights were hard.'),
  slip(
    'words in angle brackets',
    river,
    'Nights were hard.',
    'Nights in <month> were hard.',
    'Nights in \\<month> were hard.',
    { mended: 'Nights in \\<month> were hard.' },
  ),
  slip(
    'curly quotation marks in an attribute',
    bags,
    '<Note title="Wet bags">',
    '<Note title=“Wet bags”>',
    '<Note title="Wet bags">',
  ),
  slip('an attribute not closed', bags, '<Note title="Wet bags">', '<Note title="Wet bags>', '<Note title="Wet bags">'),
  slip(
    'an attribute without quotation marks',
    bags,
    '<Note title="Wet bags">',
    '<Note title=Wet>',
    '<Note title="Wet">',
    { mended: '<Note title="Wet">' },
  ),
  slip('an attribute misspelt', bags, '<Note title="Wet bags">', '<Note tittle="Wet bags">', '<Note title="Wet bags">'),
  slip('a component misspelt', bags, '</Note>', '</Notes>', '</Note>'),
  slip('a note not closed', bags, '\n</Note>\n', '', '</Note>', { below: -3 }),
  slip(
    'a web address in angle brackets',
    river,
    'Nights were hard.',
    'See <https://example.org/nights>.',
    'See https://example.org/nights.',
    { mended: 'See https://example.org/nights.' },
  ),
  slip(
    'an e-mail address in angle brackets',
    river,
    'Nights were hard.',
    'Write to <nights@example.org>.',
    'Write the address without them: Write to […].',
    { mended: 'Write to nights@example.org.' },
  ),
  slip(
    'a sentence that begins with export',
    river,
    'Nights were hard.',
    'export of bells was hard.',
    'Export of bells was hard.',
    { mended: 'Export of bells was hard.' },
  ),
  slip('a picture', river, 'Nights were hard.', '![Night](night.png) Nights were hard.', 'Take it out', {
    mended: 'Nights were hard.',
  }),

  // Word, tables, lists, links
  slip('dots from Word for a list', river, 'Nights were hard.', '• Nights were hard.', '- Nights were hard.', {
    mended: '- Nights were hard.',
  }),
  slip('a hyphen without a space', river, 'Nights were hard.', '-Nights were hard.', '- Nights were hard.', {
    mended: '- Nights were hard.',
  }),
  slip(
    'a table pasted from Word',
    bags,
    '| Month | Bags |\n| --- | --- |\n| May | 200 |\n| June | 400 |',
    'Month\tBags\nMay\t200\nJune\t400',
    '| Month | Bags |, with | --- | --- | under',
    {},
  ),
  slip('a table without its line of hyphens', bags, '| --- | --- |\n', '', '| --- | --- |', { below: -1 }),
  slip('a table with a hidden line break from Word', bags, '| May | 200 |', '| May\u000b | 200 |', 'Delete it'),
  slip(
    'a link to an example misspelt',
    bags,
    '(/examples/river-watch/)',
    '(/examples/river-wach/)',
    '/examples/river-watch/',
  ),
  slip(
    'a link without its last slash',
    bags,
    '(/examples/river-watch/)',
    '(/examples/river-watch)',
    '/examples/river-watch/',
  ),
  slip(
    'a link without its first slash',
    bags,
    '(/examples/river-watch/)',
    '(examples/river-watch/)',
    '/examples/river-watch/',
  ),
  slip('a link to a file', bags, '(/examples/river-watch/)', '(/examples/river-watch.mdx)', '/examples/river-watch/'),
  slip('a link without https', bags, '(/examples/river-watch/)', '(www.example.org)', '(https://www.example.org)', {
    mended: '(https://www.example.org)',
  }),
  slip(
    'a link with a space before its address',
    bags,
    '[its own example](',
    '[its own example] (',
    '[its own example](',
  ),
  slip(
    'a link with a space in its address',
    bags,
    '(/examples/river-watch/)',
    '(https://example.org/a b)',
    '(https://example.org/a%20b)',
    { mended: '(https://example.org/a%20b)' },
  ),
  slip(
    'a link that is not closed',
    river,
    'Nights were hard.',
    'Nights were [hard](/examples/',
    'Nights were [hard](/examples/)',
    { mended: 'Nights were [hard](/examples/)' },
  ),
  slip('a note with another number than its text', bags, 'large.[^1]', 'large.[^2]', '[^1]'),
  slip('an abbreviation that no term explains', river, 'Nights were hard.', 'XYZ nights were hard.', 'Write it out', {
    mended: 'Nights were hard.',
  }),
];
