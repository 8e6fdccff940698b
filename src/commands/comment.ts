/**
 * `npm run comment -- --base REV`: prints what a pull request's comment says of the working copy as against REV: what to
 * mend, what to answer, what changes for readers, what is for a developer to look at, and where to look at it.
 */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { BlockContent, PhrasingContent } from 'mdast';
import { keptAddresses, lostAddresses } from '../validation/addresses.ts';
import type { Diagnostic } from '../validation/diagnostics.ts';
import { isOfPeople } from '../validation/people/people.ts';
import { acceptedLines, peopleHeading, whatToDo } from '../validation/people/told.ts';
import { contentDirectory } from '../config/settings.ts';
import { caseStudySections, paidAndStaffed } from '../schemas/sections.ts';
import { counted } from '../library/words.ts';
import { readerChanges, type LinkToLine } from './reader-changes.ts';
import { findings } from './check-content.ts';
import { notesByKind } from './check-report.ts';
import { baseOf, changedPaths, contentAt, git } from './revision.ts';
import { code, document, heading, lines, link, list, numbered, paragraph, tasks, text } from './markdown.ts';

const help = `npm run comment -- --base REV prints the comment that a pull request from this branch would get.

  --base REV     what to compare with: a branch or a commit, such as main
  --files URL    where GitHub shows the files of the branch, such as https://github.com/OWNER/NAME/blob/BRANCH;
                 then each point has a link to its line
  --preview URL  the run that builds the pages
  --help         this text
`;

/** What GitHub takes is more, but each hidden sign by which a text is made harmless counts too. In bytes. */
const largest = 50_000;

/** The headings that content must have, which may be quoted. */
const headings: readonly string[] = [...caseStudySections, paidAndStaffed];

/** A text without what it quotes of a file, where that has words that begin with a capital: one may be a name. */
const withoutQuotes = (value: string): string =>
  value.replace(/"(.*)"/s, (whole, quoted: string) =>
    /\s/.test(quoted) && /\p{Lu}/u.test(quoted) && !headings.includes(quoted.replace(/^#+ /, '')) ? '"…"' : whole,
  );

const findingItem =
  (toLine: LinkToLine) =>
  ({ path, line, column, message, allowed, fix }: Diagnostic): PhrasingContent[] => [
    code(path),
    text(', '),
    toLine(path, line, `line ${line}, column ${column}`),
    text(
      `: ${withoutQuotes(message).replace(/\.$/, '')}. ${allowed?.length ? `Allowed: ${allowed.slice(0, 5).join(', ')}. ` : ''}To mend: ${withoutQuotes(fix)}`,
    ),
  ];

/** An address with nothing left in it that Markdown or a browser would read otherwise. */
const encoded = (path: string): string =>
  path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

/** How lines are linked: at `files`, the address of the branch's files, where one is known. */
function linksTo(files: string | undefined, root: string, blanked: (words: string) => string): LinkToLine {
  const [, start = '', branch = ''] = /^(https?:\/\/[^/]+\/.+?\/blob\/)(.+)$/.exec(files ?? '') ?? [];
  return (path, line, label) => {
    const file = resolve(path);
    const isNamed = blanked(relative(root, file)) !== relative(root, file);
    if (!start || isNamed || !existsSync(file)) return text(label);
    // GitHub shows a page of Markdown laid out, without lines, unless it is asked for plain text.
    const plain = file.endsWith('.mdx') ? '?plain=1' : '';
    return link(`${start}${encoded(branch)}/${encoded(relative(root, file))}${plain}#L${line}`, label);
  };
}

interface Options {
  base: string;
  files?: string | undefined;
  preview?: string | undefined;
}

/** The text of the comment. */
async function commentText({ base: revision, files, preview }: Options): Promise<string> {
  const base = baseOf(revision);
  const root = git('rev-parse', '--show-toplevel').trim();
  const folder = relative(root, contentDirectory());
  const { content, faults, questions, notes, blanked } = await findings([]);
  const toLine = linksTo(files, root, blanked);
  const before = contentAt(base, folder);
  if (before)
    faults.push(
      ...lostAddresses(content, keptAddresses(before).join('\n'), join(folder, 'moved.yaml')).map((fault) => ({
        ...fault,
        message: blanked(fault.message),
        fix: blanked(fault.fix),
        line: 1,
      })),
    );
  const changes = readerChanges(before, content, toLine, blanked);
  const outside = changedPaths(base).filter((path) => !path.startsWith(`${folder}/`));
  const press = files
    ? [
        paragraph(
          text(
            'Open the link, press the pencil at the top right, change the line and press Commit changes. The check then runs again by itself.',
          ),
        ),
      ]
    : [];

  /** With at most `most` items in each list. */
  const written = (most: number): string => {
    const parts: BlockContent[] = [];
    const section = (title: string, ...blocks: BlockContent[]) => parts.push(heading(title), ...blocks);
    const item = findingItem(toLine);
    const listed = (found: readonly Diagnostic[]): BlockContent => list(found.map(item), most);
    const asked = (some: readonly Diagnostic[]): BlockContent =>
      list(
        some.map((question) => [...item(question), text(` [${question.rule}]`)]),
        most,
      );
    const ofPeople = questions.filter(isOfPeople);
    const others = questions.filter((question) => !isOfPeople(question));
    if (ofPeople.length)
      section(
        peopleHeading,
        ...press,
        asked(ofPeople),
        paragraph(text(whatToDo.change)),
        paragraph(text(whatToDo.accept)),
        lines(acceptedLines(ofPeople)),
      );
    if (faults.length) section(`${counted(faults.length, 'thing')} to mend`, ...press, listed(faults));
    if (others.length)
      section(
        `${counted(others.length, 'question')} to answer`,
        paragraph(text('Change the text, or add the name in brackets to accepted in the frontmatter, with a reason:')),
        lines(acceptedLines(others)),
        ...press,
        asked(others),
      );
    if (!faults.length && !questions.length)
      section('Nothing to mend', paragraph(text('The content passes every check.')));
    for (const { title, what, found } of notesByKind(notes))
      if (found.length) section(`${title}: ${found.length}`, paragraph(text(what)), listed(found));
    section('What changes for readers', ...changes.blocks(most));
    if (faults.length)
      parts.push(paragraph(text('Files that have something to mend are left out of this until it is mended.')));
    if (changes.figures.length) section('Figures to look at', list(changes.figures, most));
    if (outside.length)
      section(
        'For a developer to review',
        paragraph(text('These paths are not content. They can change how the site works.')),
        list(
          outside.map((path) => [code(blanked(path))]),
          most,
        ),
      );
    if (preview !== undefined)
      section(
        'A preview',
        numbered([
          [
            text('Open '),
            link(`${preview}#artifacts`, 'the artifacts of this check'),
            text(' once it has ended, and press “preview” to download it. You need to be signed in to GitHub.'),
          ],
          [
            text(
              'Unpack the zip file (on Windows: right click, Extract All), and open index.html in its folder with a double click.',
            ),
          ],
        ]),
        paragraph(
          text(
            'It is kept for seven days. Searching and setting examples side by side work only on the published site.',
          ),
        ),
      );
    section(
      'For the reviewer',
      paragraph(text('Tick what holds. The boxes are empty again once the text has changed.')),
      tasks([
        'Nobody can be recognised.',
        'Every claim of change says how it is known.',
        'The words are the writer’s own.',
      ]),
    );
    return document(...parts);
  };
  const lengths = [40, 20, 10, 5, 2].map(written);
  return lengths.find((one) => Buffer.byteLength(one) < largest) ?? lengths.at(-1) ?? '';
}

try {
  const { values } = parseArgs({
    options: {
      base: { type: 'string' },
      files: { type: 'string' },
      preview: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { base, files, preview } = values;
  if (values.help) process.stdout.write(help);
  else if (!base) throw new Error('Say what to compare with, such as --base main. --help lists the options.');
  else process.stdout.write(await commentText({ base, files, preview }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
