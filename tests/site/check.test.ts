import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inAnnotations } from '../../src/commands/check-report.ts';
import { questionRules, type QuestionRule } from '../../src/schemas/fields.ts';
import { copyOfContent, type ContentCopy } from '../content-copy.ts';
import { project, run, sites, type Outcome } from '../sites.ts';

interface Finding {
  path: string;
  line: number;
  column: number;
  rule: string;
  message: string;
  allowed?: string[];
  fix: string;
}
interface Found {
  status: number | null;
  faults: Finding[];
  questions: Finding[];
  notes: Finding[];
  output: string;
}

const check = ({ directory }: ContentCopy, ...args: string[]): Promise<Outcome> =>
  run('check.ts', ['--content', ...args], { CONTENT_DIR: directory });

/** What `--json` says, each path within the content. */
async function found(copy: ContentCopy, ...files: string[]): Promise<Found> {
  const { status, output } = await check(copy, '--json', ...files.map(copy.path));
  const within = (finding: Finding): Finding => ({
    ...finding,
    path: relative(copy.directory, join(project, finding.path)),
  });
  const { faults, questions, notes } = JSON.parse(output) as Record<'faults' | 'questions' | 'notes', Finding[]>;
  return {
    status,
    faults: faults.map(within),
    questions: questions.map(within),
    notes: notes.map(within),
    output,
  };
}

const example = 'case-studies/sandbag-library.mdx';
const other = 'case-studies/river-watch.mdx';

/** An example with nothing to ask about, and texts in the place of its own. */
function makeExample(
  copy: ContentCopy,
  name: string,
  texts: { did?: string; keys?: string; hard?: string; id: number },
): void {
  const front = copy
    .read(example)
    .split('\n---\n')[0]
    ?.replace(/^title: .*$/m, `title: Bags for street ${texts.id}`);
  copy.write(
    `case-studies/${name}.mdx`,
    `${front}\n${texts.keys ? `${texts.keys}\n` : ''}---\n\n## What they started from\n\nNo bags.\n\n## What they did\n\n${texts.did ?? 'Bags were lent.'}\n\n## What was hard\n\n${texts.hard ?? 'Wet bags.'}\n\n## What came next\n\nMore bags.\n`,
  );
}

const story = readFileSync(join(sites.root.content, 'case-studies/beam-lendale.mdx'), 'utf8');
const long = story
  .slice(story.indexOf('## What they did') + 17, story.indexOf('### Who paid'))
  .replaceAll(/\b[A-Z]{2,}\b/g, 'it');
const hardToRead =
  'Organisational reconfiguration necessitates considerable interdepartmental collaboration. Administrative responsibilities were subsequently redistributed. '.repeat(
    12,
  );

/** For each rule, texts that raise it and texts near them that do not. */
const texts: Record<Exclude<QuestionRule, 'possible-duplicate'>, { raise: string[]; pass: string[] }> = {
  'possible-name': {
    raise: [
      'Then Sarah asked for bags.',
      'Kwame said that it was good.',
      'The library was led by Oluwaseun Adebayo.',
      'It was Mrs Bridge who asked.',
      'Last year Grant joined the group.',
      'They asked Jaydon-Lee about it.',
    ],
    pass: [
      'Grant money came in May. Will it last?',
      'On Monday they went to Eastwater in England.',
      'Day-to-day work went on with Millford College.',
      'Mark each bag, and hope that it stays dry.',
    ],
  },
  'age-with-place': {
    raise: [
      'A 17-year-old asked for bags.',
      'A helper, aged 16, came.',
      'The helper (15) came.',
      'It was someone who was 14.',
    ],
    pass: [
      'People aged 16 to 25 came.',
      'People aged 18 and over came.',
      'It is for 14 to 18-year-olds.',
      'It lasts up to the age of 25.',
      'There was room for helpers (8 to 10).',
    ],
  },
  'contact-details': {
    raise: ['Write to jo@town.example.', 'Ring 01632 960123.', 'They met at 3 River Lane.'],
    pass: ['They lent 1,250 bags in 2016 2017 and 07.'],
  },
  'personal-detail': {
    raise: ['She has epilepsy.', 'The boy goes to Hill Top School.'],
    pass: ['People with epilepsy came.', 'Hill Top School lent bags.'],
  },
  'small-count': {
    raise: ['Two young people came.', '3 of the 40 pupils came.', 'One pupil came.', 'A couple of families came.'],
    pass: [
      '5 young people came.',
      'Two librarians came.',
      '1 in 4 young people came.',
      'It plans for one person at a time.',
      'Two parent carer forums came.',
      'Every 2 weeks parents came.',
    ],
  },
  quotation: {
    raise: [
      'They said: “I got my own bag at last.”',
      "They said 'we felt that somebody listened'.",
      '> I got my own bag.',
    ],
    pass: ['They call it the “bag bank”.', "The library's bags and the towns' streets are dry."],
  },
  'reading-age': {
    raise: [hardToRead],
    pass: ['The bags are in the store. You can ask for one. It is free. '.repeat(12)],
  },
  'long-sentence': {
    raise: [`They lent bags ${'to a street and '.repeat(6)}to a farm.`],
    pass: [`They lent bags to all who were over 16. ${'They lent more bags. '.repeat(8)}`],
  },
  jargon: {
    raise: ['They met the stakeholders.', 'They read the Survey of all towns.'],
    pass: ['They trained people.'],
  },
  'people-first': {
    raise: [
      'They met RTS pupils.',
      'They met special needs children.',
      'People suffering from dementia came.',
      'A wheelchair-bound helper came.',
      'They asked the disabled to come.',
    ],
    pass: [
      'They met pupils with special needs.',
      'A helper who uses a wheelchair came.',
      'Disabled people came.',
      'It was hosted well, and just as easy.',
    ],
  },
  'claim-without-basis': {
    raise: ['Floods fell by half as a result.', 'Confidence improved.'],
    pass: [
      'They hoped that confidence improved.',
      'Sandbags before the autumn of 2020 had increased in the streets.',
      'It is not known whether confidence improved.',
    ],
  },
};

describe('questions', () => {
  it('are raised by texts that need them and not by texts near those', async () => {
    const copy = copyOfContent();
    const expected: Record<string, string[]> = {};
    let id = 0;
    for (const [rule, { raise, pass }] of Object.entries(texts))
      for (const [list, rules] of [
        [raise, [rule]],
        [pass, []],
      ] as const)
        for (const did of list) {
          id += 1;
          makeExample(copy, `example-${id}`, { did, id });
          expected[`${did.slice(0, 60)}`] = [...rules];
        }
    const { questions, faults, output } = await found(copy);
    expect(faults).toEqual([]);
    const raised: Record<string, string[]> = {};
    id = 0;
    for (const { raise, pass } of Object.values(texts))
      for (const did of [...raise, ...pass]) {
        id += 1;
        const here = questions.filter(({ path }) => path === `case-studies/example-${id}.mdx`);
        raised[did.slice(0, 60)] = [...new Set(here.map(({ rule }) => rule))];
      }
    expect(raised).toEqual(expected);
    for (const name of ['Sarah', 'Kwame', 'Oluwaseun', 'Adebayo', 'Mrs Bridge', 'Jaydon'])
      expect(output).not.toContain(name);
  });

  it('find a repeated example at the later one only, however many others there are', async () => {
    const copy = copyOfContent();
    const words = (from: number) =>
      Array.from({ length: 200 }, (_, index) => `w${(index * 7 + from * 13) % 97}x${from}`).join(' ');
    for (let id = 1; id <= 5; id += 1) makeExample(copy, `example-${id}`, { did: words(id), id });
    makeExample(copy, 'first', { did: long, id: 6 });
    makeExample(copy, 'second', { did: long.replace('Events', 'Days'), id: 7 });
    const repeats = ({ questions }: Found) => questions.filter(({ rule }) => rule === 'possible-duplicate');
    const all = repeats(await found(copy));
    expect(all.map(({ path }) => path)).toEqual(['case-studies/second.mdx']);
    expect(all[0]?.message).toMatch(/about \d+% of the text also stands in .*case-studies\/first\.mdx/);
    expect(repeats(await found(copy, 'case-studies/second.mdx'))).toEqual(all);
    expect(repeats(await found(copy, 'case-studies/first.mdx'))).toEqual([]);
  });

  it('stand before the faults where they are on people, else after them, and make the check fail', async () => {
    const copy = copyOfContent();
    makeExample(copy, 'asked', { did: 'One pupil met the stakeholders.', id: 1 });
    copy.edit(other, 'place: eastwater', 'place: eastwter');
    const { status, output } = await check(copy);
    expect(status).toBe(1);
    expect(output).toMatch(
      /^First: .*\n.*asked\.mdx:\d+:1 a count of people below five.* To mend: .*\[small-count\]\n.*tell the team.*\n.*\n {2}accepted:\n {4}- question: small-count\n {6}reason: .*\n1 question about people\.\n\n.*river-watch\.mdx:6:8 place "eastwter" is not the name of a file.*\n1 fault in the content\.\n\nQuestions\. .*\n.*asked\.mdx:\d+:19 the word "stakeholder" is jargon.*\[jargon\]\n1 question about the content\.\n$/,
    );
  });

  it('are closed by accepting them with a reason, and an acceptance of nothing is a fault', async () => {
    const copy = copyOfContent();
    const keys = (rule: string) => `accepted:\n  - question: ${rule}\n    reason: The survey tells it so.`;
    makeExample(copy, 'accepted', { did: 'One pupil came.', keys: keys('small-count'), id: 1 });
    expect(await found(copy)).toMatchObject({ status: 0, faults: [], questions: [], notes: [] });
    makeExample(copy, 'accepted', { did: 'One pupil came.', keys: keys('jargon'), id: 1 });
    const { faults, questions, status } = await found(copy);
    expect(status).toBe(1);
    expect(questions.map(({ rule }) => rule)).toEqual(['small-count']);
    expect(faults).toEqual([
      expect.objectContaining({ rule: 'accepted', message: 'nothing to accept: the file does not raise "jargon"' }),
    ]);
  });

  it('are accepted only by a name that a rule has, and with a reason', async () => {
    const copy = copyOfContent();
    makeExample(copy, 'accepted', { keys: 'accepted:\n  - question: small-counts', id: 1 });
    const { faults } = await found(copy);
    expect(faults).toEqual([
      expect.objectContaining({ rule: 'missing-key', message: expect.stringContaining('reason') as string }),
      expect.objectContaining({ rule: 'value', allowed: expect.arrayContaining([...questionRules]) as string[] }),
    ]);
    expect(faults[1]?.allowed?.[0]).toBe('small-count');
  });

  it('never repeat a name, nor do faults', async () => {
    const copy = copyOfContent();
    copy.edit(example, 'place: millford', 'place: Jaydon Adebayo');
    copy.edit(other, 'stage: piloting', 'stage: Led by Sarah');
    const { faults, output } = await found(copy);
    expect(faults.filter(({ message }) => message.includes('[…]'))).toHaveLength(2);
    expect(output).not.toMatch(/Jaydon|Adebayo|Sarah/);
  });
});

describe('npm run check -- --content FILE', () => {
  /** Content with a fault of every kind between files, each at the file that is named first. */
  function faulty(): ContentCopy {
    const copy = copyOfContent();
    copy.edit(example, 'title: A library that lends sandbags', 'title: Neighbours who watch the river');
    copy.edit(example, 'disclosure:\n', 'related:\n  - example: river-watch\n    reason: Both are dry.\ndisclosure:\n');
    copy.edit(other, '  - factor: training\n    meant: Rangers taught neighbours to read the gauge.\n', '');
    copy.edit('places/eastwater.mdx', '\n---\n', '\ndraft: true\n---\n');
    copy.edit('themes/tools.mdx', 'title: ', 'titel: ');
    return copy;
  }

  it('tells what is wrong in that file and because of it, and nothing else', async () => {
    const copy = faulty();
    const rules = async (...files: string[]) =>
      inOrder(await found(copy, ...files)).map(({ path, rule }) => `${path} ${rule}`);
    const inOrder = ({ faults, notes }: Found): Finding[] => [...faults, ...notes];
    expect(await rules(example)).toEqual([
      `${example} title`,
      `${example} related`,
      'factors/training.mdx unused-factor',
    ]);
    expect(await rules('places/eastwater.mdx')).toEqual([
      `${other} draft`,
      'change-maps/eastwater.yaml draft',
      'taken-up/eastwater-asks-the-library.mdx draft',
    ]);
    expect(await rules('factors/training.mdx')).toEqual(['factors/training.mdx unused-factor']);
    expect(await rules('glossary/river-towns-survey.mdx')).toEqual([]);
    expect(await rules('themes/tools.mdx')).toEqual(['themes/tools.mdx unknown-key']);
    const all = inOrder(await found(copy));
    expect(all.map(({ rule }) => rule).sort()).toEqual(
      ['draft', 'draft', 'draft', 'related', 'title', 'unknown-key', 'unused-factor'].sort(),
    );
  });

  it('follows a link to a heading of a file that it does not judge', async () => {
    const copy = copyOfContent();
    copy.edit(example, '(/examples/river-watch/)', '(/examples/river-watch/#what-they-dit)');
    copy.edit(example, 'Find a store', 'Find [a store](#what-was-hard) or [none](#what-was-herd)');
    copy.edit(example, 'Find a second store', '[A second](/examples/river-watch/#what-changed)');
    const { faults } = await found(copy, example);
    expect(faults.map(({ rule, message, allowed }) => [rule, message, allowed?.[0]])).toEqual([
      ['link', 'the link "#what-was-herd" leads to no heading of this page', '#what-was-hard'],
      [
        'link',
        'the link "/examples/river-watch/#what-they-dit" leads to no heading of /examples/river-watch/',
        '#what-they-did',
      ],
    ]);
  });

  it('refuses, all at once, files that are not there, outside, folders or templates', async () => {
    const copy = copyOfContent();
    copy.write('factors/_template.mdx', copy.read('factors/training.mdx'));
    const { status, output } = await check(
      copy,
      copy.path('nothing.mdx'),
      'README.md',
      copy.path('factors'),
      copy.path('factors/_template.mdx'),
    );
    expect(status).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/nothing\.mdx: there is no such file/),
      expect.stringMatching(/^README\.md: is outside the folder of content/),
      expect.stringMatching(/factors: is a folder/),
      expect.stringMatching(/_template\.mdx: is a template/),
    ]);
  });

  it('passes where the file has nothing wrong', async () => {
    const copy = faulty();
    expect((await check(copy, copy.path('glossary/river-towns-survey.mdx'))).status).toBe(0);
  });

  it('says that a flag needs --content', async () => {
    const { status, output } = await run('check.ts', ['--json']);
    expect(status).toBe(1);
    expect(output).toMatch(/go with --content/);
  });
});

describe('annotations', () => {
  it('are errors for faults and warnings for questions, at their lines', async () => {
    const copy = copyOfContent();
    makeExample(copy, 'asked', { did: 'One pupil came.', id: 1 });
    copy.edit(other, 'place: eastwater', 'place: eastwter');
    const { output, status } = await check(copy, '--annotations');
    expect(status).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^::warning file=[^:,]*asked\.mdx,line=\d+,col=1,title=small-count::a count of people/),
      expect.stringMatching(
        /^::error file=[^:,]*river-watch\.mdx,line=6,col=8,title=reference::place "eastwter" is not/,
      ),
    ]);
  });

  it('let no text of a file begin a command or a property of its own', () => {
    const finding = { path: 'a,b:c%.mdx', line: 1, column: 2, rule: 'value', message: '50%\n::set-env::x', fix: 'M.' };
    expect(inAnnotations({ faults: [finding], questions: [], notes: [] })).toBe(
      '::error file=a%2Cb%3Ac%25.mdx,line=1,col=2,title=value::50%25 ::set-env::x. To mend: M.',
    );
  });
});

it('tells of a consent that is withdrawn or has ended, and that the example is off the site: it stops nothing', async () => {
  const copy = copyOfContent();
  copy.edit(example, 'status: not-needed', 'status: withdrawn');
  copy.edit(
    'case-studies/river-watch.mdx',
    'describes no single person.',
    'describes no single person.\n    until: 2020-01-01',
  );
  const { notes, faults } = await found(copy);
  expect(faults).toEqual([]);
  expect(notes.filter(({ rule }) => rule === 'consent').map(({ message }) => message)).toEqual([
    'consent ended on 2020-01-01, so the example is off the site',
    'consent has been withdrawn, so the example is off the site',
  ]);
});
