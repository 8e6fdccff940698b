/** `npm run new`: asks for an example in plain words and writes its file, with a file for each factor or source it adds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as ask from '@clack/prompts';
import { stem } from 'porter2';
import { slugMeant as slugOf } from '../validation/yaml-slips.ts';
import { countOf, nearestFirst, shown } from '../validation/diagnostics.ts';
import { readContent, type Content } from '../loaders/read-content.ts';
import { contentDirectory, shownPath, today } from '../config/settings.ts';
import { caseStudy, stages } from '../schemas/case-study.ts';
import { collections } from '../schemas/index.ts';
import { slugPattern } from '../schemas/slug.ts';
import { wordsIn } from '../search/question.ts';
import { entryDraft, exampleDraft } from './draft.ts';
import { clearUnfinished, writeNew } from './write-new.ts';

interface Choice {
  value: string;
  label: string;
}

interface Question {
  /** The name of its option. */
  option: string;
  ask: string;
  /** What --help says of it. */
  help: string;
  many: boolean;
  /** What can be chosen; nothing where the answer is written. */
  choices?: Choice[];
  /** What is wrong with a written answer. */
  problem?: (answer: string) => string | undefined;
  /** May be left empty. */
  optional?: boolean;
  /** What stands there to begin with. */
  initial?: (answers: Answers) => string;
  /** What exists already that is like the answer. */
  near?: (answer: string) => string[];
}
type Answers = Record<string, string[]>;

/** The asker left: Ctrl+C, Escape, or the end of the input. */
class Left extends Error {}

const directory = contentDirectory();
const fileOf = (folder: string, slug: string): string => join(directory, folder, `${slug}.mdx`);

const stems = (text: string): Set<string> =>
  new Set(
    wordsIn(text)
      .filter((word) => word.length > 3)
      .map(stem),
  );

/** The titles that share half of their words or more with `title`, each with where it stands. */
function titlesLike(title: string, entries: readonly { file: string; data: { title: string } }[]): string[] {
  const own = stems(title);
  return entries
    .filter(({ data }) => {
      const other = stems(data.title);
      const both = [...own].filter((word) => other.has(word)).length;
      return both > 0 && both >= Math.min(own.size, other.size) / 2;
    })
    .map(({ file, data }) => `${data.title} (${shownPath(file)})`)
    .slice(0, 5);
}

function questionsOf({ entries, vocabularies }: Content): Question[] {
  const examples = entries['case-studies'];
  const naming = (count: number): string => `${count} ${count === 1 ? 'example names' : 'examples name'} it`;
  const chosenFrom = (
    folder: keyof typeof entries,
    slugs: (data: (typeof examples)[number]['data']) => string[],
  ): Choice[] =>
    entries[folder].map(({ id, data }) => ({
      value: id,
      label: `${data.title}: ${naming(examples.filter((example) => slugs(example.data).includes(id)).length)}`,
    }));
  const listed = (name: 'groups' | 'outcomes'): Choice[] =>
    (vocabularies[name]?.data ?? []).map(({ slug, title }) => ({ value: slug, label: title }));
  const wrong = (
    schema: { safeParse: (value: string) => { error?: { issues: { message: string }[] } | undefined } },
    value: string,
  ) => schema.safeParse(value).error?.issues[0]?.message;
  const titleProblem = (folder: 'case-studies' | 'factors' | 'sources') => (title: string) => {
    const same = entries[folder].find(({ data }) => data.title.toLowerCase() === title.toLowerCase());
    if (same) return `is the title of ${shownPath(same.file)}: use that, or write another`;
    const slug = slugOf(title);
    if (folder !== 'case-studies' && !slugPattern.test(slug)) return 'must hold a word in letters';
    if (folder !== 'case-studies' && existsSync(fileOf(folder, slug)))
      return `would be written to ${shownPath(fileOf(folder, slug))}, which is there already`;
    return wrong(collections[folder].shape.title, title);
  };
  const { shape } = caseStudy;
  const about = (key: keyof typeof shape): string => shape[key].description ?? '';
  return [
    {
      option: 'title',
      ask: 'What was done, in a few words that make sense alone?',
      help: about('title'),
      many: false,
      problem: titleProblem('case-studies'),
      near: (title) => titlesLike(title, examples),
    },
    {
      option: 'slug',
      ask: 'What shall its file and address be called?',
      help: 'The name of its file and address. Made from the title where it is left out.',
      many: false,
      initial: ({ title }) => slugOf(title?.[0] ?? ''),
      problem: (slug) =>
        existsSync(fileOf('case-studies', slug))
          ? `is taken by ${shownPath(fileOf('case-studies', slug))}`
          : wrong(shape.place, slug),
    },
    {
      option: 'place',
      ask: 'Where was it?',
      help: about('place'),
      many: false,
      choices: chosenFrom('places', ({ place }) => [place]),
    },
    {
      option: 'area',
      ask: 'Which priority area is it mainly about?',
      help: about('priorityAreas'),
      many: true,
      choices: chosenFrom('priority-areas', ({ priorityAreas }) => priorityAreas),
    },
    {
      option: 'theme',
      ask: 'Which themes run through it?',
      help: about('themes'),
      many: true,
      choices: chosenFrom('themes', ({ themes }) => themes),
    },
    { option: 'group', ask: 'Who was involved?', help: about('groups'), many: true, choices: listed('groups') },
    {
      option: 'outcome',
      ask: 'What does it work towards?',
      help: about('outcomes'),
      many: true,
      choices: listed('outcomes'),
    },
    {
      option: 'stage',
      ask: 'How far had it come?',
      help: about('stage'),
      many: false,
      choices: stages.map((stage) => ({ value: stage, label: stage })),
    },
    {
      option: 'month',
      ask: 'Which month does the account describe? Write it as YYYY-MM.',
      help: about('asOf'),
      many: false,
      problem: (month) => wrong(shape.asOf, month) ?? (month > today().slice(0, 7) ? 'is still to come' : undefined),
    },
    {
      option: 'factor',
      ask: 'What was key to the change? Choose all that fit; you can add others next.',
      help: about('keyFactors'),
      many: true,
      optional: true,
      choices: chosenFrom('factors', ({ keyFactors }) => keyFactors.map(({ factor }) => factor)),
    },
    {
      option: 'new-factor',
      ask: 'What else was key? Name a factor to add, or press Enter to go on.',
      help: `${collections.factors.shape.title.description} Its file is written too.`,
      many: true,
      optional: true,
      problem: titleProblem('factors'),
      near: (title) => titlesLike(title, entries.factors),
    },
    {
      option: 'source',
      ask: 'Where does the account come from? The main source first; you can add others next.',
      help: about('sources'),
      many: true,
      optional: true,
      choices: chosenFrom('sources', ({ sources }) => sources.map(({ source }) => source)),
    },
    {
      option: 'new-source',
      ask: 'Is there another source? Give its title, or press Enter to go on.',
      help: `${collections.sources.shape.title.description} Its file is written too.`,
      many: true,
      optional: true,
      problem: titleProblem('sources'),
      near: (title) => titlesLike(title, entries.sources),
    },
  ];
}

/** Pairs of which one has to be answered. */
const eitherOf = [
  ['factor', 'new-factor'],
  ['source', 'new-source'],
] as const;

/** What is wrong with an answer to a question. */
function problemOf({ choices, problem }: Question, answer: string): string | undefined {
  if (choices && !choices.some(({ value }) => value === answer))
    return `names nothing that is there. Allowed, the nearest first: ${nearestFirst(
      answer,
      choices.map(({ value }) => value),
    ).join(', ')}`;
  return problem?.(answer);
}

/** The answers among the options, with all that is wrong with them. */
function answersFrom(args: string[], questions: readonly Question[]) {
  const names = [...questions.map(({ option }) => option), 'yes', 'help'];
  const known = Object.fromEntries([
    ...questions.map(({ option }) => [option, { type: 'string', multiple: true }] as const),
    ['yes', { type: 'boolean' }] as const,
    ['help', { type: 'boolean' }] as const,
  ]);
  const { tokens } = parseArgs({ args, options: known, strict: false, tokens: true });
  const answers: Answers = {};
  const problems: string[] = [];
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional')
      problems.push(`${shown(token.value)} belongs to no option; put a value of several words in quotation marks.`);
    if (token.kind !== 'option') continue;
    const question = questions.find(({ option }) => option === token.name);
    if (token.name === 'yes' || token.name === 'help') flags.add(token.name);
    else if (!question)
      problems.push(
        `${token.rawName} is no option. Allowed, the nearest first: ${nearestFirst(token.name, names)
          .slice(0, 3)
          .map((name) => `--${name}`)
          .join(', ')}.`,
      );
    else if (token.value === undefined) problems.push(`${token.rawName} has no value after it.`);
    else {
      const values =
        question.choices && question.many ? token.value.split(',').map((value) => value.trim()) : [token.value.trim()];
      (answers[question.option] ??= []).push(...values);
    }
  }
  for (const question of questions) {
    const given = answers[question.option] ?? [];
    if (!question.many && given.length > 1) problems.push(`--${question.option} is given twice; it takes one value.`);
    for (const [index, answer] of given.entries()) {
      const problem = given.indexOf(answer) < index ? 'is given twice' : problemOf(question, answer);
      if (problem) problems.push(`--${question.option} ${shown(answer)} ${problem.replace(/\.$/, '')}.`);
    }
  }
  return { answers, problems, yes: flags.has('yes'), help: flags.has('help') };
}

/** What is not answered and has to be. */
function missingOf(answers: Answers, questions: readonly Question[]): string[] {
  const has = (option: string): boolean => (answers[option]?.length ?? 0) > 0;
  return [
    ...questions
      .filter(({ option, optional }) => !optional && option !== 'slug' && !has(option))
      .map(({ option, help }) => `--${option} is missing: ${help}`),
    ...eitherOf.filter((pair) => !pair.some(has)).map(([one, other]) => `--${one} or --${other} is missing.`),
  ];
}

function helpText(questions: readonly Question[]): string {
  const lines = questions.map(({ option, help, many, choices }) => {
    const allowed = choices ? `\n      Allowed: ${choices.map(({ value }) => value).join(', ')}.` : '';
    return `  --${option} ${choices ? 'NAME' : 'TEXT'}${many ? '  (can be given again)' : ''}\n      ${help}${allowed}`;
  });
  return `npm run new -- [options]

Asks for a new example and writes its file into ${shownPath(directory)}, with a hint wherever you have still to
write. The check refuses each hint until it is replaced. Ctrl+C leaves at any question, and nothing is written.
What is given as an option is not asked.

${lines.join('\n')}
  --yes
      Asks nothing: writes the file, or says all that is missing.
  --help
      Says this.`;
}

const input = process.stdin;
const ended = new AbortController();

/** An answer, or the asker has left. */
async function answered<Value>(prompt: Promise<Value | typeof ask.CANCEL_SYMBOL>): Promise<Value> {
  const answer = await prompt;
  if (ask.isCancel(answer)) throw new Left();
  return answer as Value;
}

const common = { input, signal: ended.signal };
const goOn = (message: string): Promise<boolean> => answered(ask.confirm({ ...common, message }));

/** Asks one question until it is answered. */
async function answerTo(question: Question, answers: Answers): Promise<string[]> {
  const { choices, many, optional } = question;
  if (choices && !many)
    return [await answered(ask.select({ ...common, message: question.ask, options: choices, maxItems: 12 }))];
  if (question.option === 'area' && choices) {
    const main = await answered(ask.select({ ...common, message: question.ask, options: choices, maxItems: 12 }));
    const rest = choices.filter(({ value }) => value !== main);
    if (!rest.length) return [main];
    const message = 'Which others does it touch?';
    return [
      main,
      ...(await answered(ask.multiselect({ ...common, message, options: rest, required: false, maxItems: 12 }))),
    ];
  }
  if (choices) {
    if (!choices.length) return [];
    return answered(
      ask.multiselect({ ...common, message: question.ask, options: choices, required: !optional, maxItems: 12 }),
    );
  }
  return written(question, answers);
}

/** Answers in the asker's own words; of a question that takes many, until one is empty. */
async function written(question: Question, answers: Answers): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const validate = (text = ''): string | undefined => {
      const answer = text.trim();
      if (answer === '') return needsOne(question, answers, found) ? 'Needed: please write an answer.' : undefined;
      const problem = found.includes(answer) ? 'is named already' : problemOf(question, answer);
      return problem && `${shown(answer)} ${problem}.`;
    };
    const initialValue = question.initial?.(answers);
    const text = { ...common, message: question.ask, validate, ...(initialValue ? { initialValue } : {}) };
    const answer = ((await answered(ask.text(text))) ?? '').trim();
    if (answer === '') return found;
    const near = question.near?.(answer) ?? [];
    if (near.length) ask.log.warn(`There is already:\n${near.join('\n')}`);
    if (!near.length || (await goOn('Is yours another than these?'))) {
      found.push(answer);
      if (!question.many) return found;
    }
  }
}

function needsOne({ option, optional }: Question, answers: Answers, found: readonly string[]): boolean {
  if (!optional) return true;
  const pair = eitherOf.find(([, other]) => other === option);
  return pair !== undefined && !found.length && !answers[pair[0]]?.length;
}

/** The files that the answers make, the example's last. */
function filesFrom(answers: Answers): { file: string; text: string }[] {
  const all = (option: string): string[] => answers[option] ?? [];
  const one = (option: string): string => all(option)[0] ?? '';
  const added = (['factors', 'sources'] as const).flatMap((folder) =>
    all(folder === 'factors' ? 'new-factor' : 'new-source').map((title) => ({
      file: fileOf(folder, slugOf(title)),
      text: entryDraft(folder, title),
    })),
  );
  const example = exampleDraft(
    {
      title: one('title'),
      place: one('place'),
      priorityAreas: all('area'),
      themes: all('theme'),
      groups: all('group'),
      outcomes: all('outcome'),
      stage: one('stage'),
      asOf: one('month'),
      factors: [...all('factor'), ...all('new-factor').map(slugOf)],
      sources: [...all('source'), ...all('new-source').map(slugOf)],
    },
    today(),
  );
  return [...added, { file: fileOf('case-studies', one('slug')), text: example }];
}

/** Runs the command. Gives the status to exit with. */
async function makeExample(args: string[]): Promise<number> {
  clearUnfinished(directory, 'case-studies');
  const { content, faults } = await readContent(directory, today());
  const questions = questionsOf(content);
  const { answers, problems, yes, help } = answersFrom(args, questions);
  if (help) {
    console.log(helpText(questions));
    return 0;
  }
  if (yes) problems.push(...missingOf(answers, questions));
  if (problems.length) {
    console.error(`${problems.join('\n')}\nNothing was written. npm run new -- --help says what there is.`);
    return 1;
  }
  if (faults.length)
    console.error(`The content has ${countOf(faults.length)}; what could not be read is not offered here.`);
  if (!yes) {
    input.once('end', () => ended.abort());
    ask.intro('A new example. Ctrl+C leaves at any question, and nothing is written.');
    for (const question of questions)
      if (!answers[question.option]) answers[question.option] = await answerTo(question, answers);
    const clash = missingOf(answers, questions);
    if (clash.length) throw new Error(clash.join('\n'));
  }
  const [title = ''] = answers['title'] ?? [];
  answers['slug'] ??= [slugOf(title)];
  const slugQuestion = questions.find(({ option }) => option === 'slug');
  const [slug = ''] = answers['slug'];
  const taken = slugQuestion && problemOf(slugQuestion, slug);
  if (taken) throw new Error(`The name ${shown(slug)} ${taken}. Give another with --slug.`);
  const files = filesFrom(answers);
  if (new Set(files.map(({ file }) => file)).size < files.length)
    throw new Error('Two of the new entries would have one file. Give them other titles.');
  if (yes)
    for (const near of titlesLike(title, content.entries['case-studies'])) console.log(`There is already: ${near}`);
  else if (!(await goOn(`Write ${files.map(({ file }) => shownPath(file)).join(', ')}?`))) throw new Left();
  writeNew(files);
  console.log(`Written: ${files.map(({ file }) => shownPath(file)).join(', ')}
Next: replace each hint, (replace this …), with your own words. npm run check -- --content says which are left.`);
  return 0;
}

try {
  process.exitCode = await makeExample(process.argv.slice(2));
} catch (error) {
  console.error(
    error instanceof Left
      ? 'Left. Nothing was written.'
      : `${error instanceof Error ? error.message : String(error)}\nNothing was written.`,
  );
  process.exitCode = 1;
} finally {
  input.destroy();
}
