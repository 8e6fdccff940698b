/**
 * `npm run comment -- --base REV`: prints what a pull request's comment says of the working copy as against REV: what to
 * fix, what to answer, what it adds, what is for a developer to look at, and where to look at it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import type { BlockContent, PhrasingContent } from 'mdast';
import { addressOf, awaitsMending, keptAddresses, lostAddresses, publicAddresses } from '../validation/addresses.ts';
import type { Diagnostic } from '../validation/diagnostics.ts';
import { idsOf } from '../schemas/fields.ts';
import { readContent } from '../loaders/read-content.ts';
import type { Content } from '../validation/content.ts';
import { isOfPeople } from '../validation/people/people.ts';
import { acceptedLines, peopleHeading, whatToDo } from '../validation/people/told.ts';
import { contentDirectory, today } from '../config/settings.ts';
import { caseStudySections, paidAndStaffed } from '../schemas/case-study.ts';
import { counted } from '../library/words.ts';
import { findings } from './check-content.ts';
import { code, codes, document, heading, lines, link, list, paragraph, text } from './markdown.ts';

/** @throws Error with what git said. */
function git(...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${stderr.trim()}`);
  return stdout;
}

/** The paths that differ from `base`, files that git does not know yet too. */
const changedPaths = (base: string): string[] =>
  [git('diff', '--name-only', '--no-renames', '-z', base), git('ls-files', '--others', '--exclude-standard', '-z')]
    .join('')
    .split('\0')
    .filter(Boolean)
    .sort();

/** The content as it was at `base`; nothing, where it had none. */
async function contentAt(base: string, folder: string): Promise<Content | undefined> {
  if (git('ls-tree', '--name-only', base, '--', folder).trim() === '') return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'content-before-'));
  try {
    const archive = spawnSync('git', ['archive', '--format=tar', base, '--', folder], { maxBuffer: 1 << 28 });
    spawnSync('tar', ['-x', '-C', directory], { input: archive.stdout });
    return readContent(join(directory, folder), today()).content;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The headings that content must have, which may be quoted. */
const headings: readonly string[] = [...caseStudySections, paidAndStaffed];

/** A text without what it quotes of a file, where that has words that begin with a capital: one may be a name. */
const withoutQuotes = (value: string): string =>
  value.replace(/"(.*)"/s, (whole, quoted: string) =>
    /\s/.test(quoted) && /\p{Lu}/u.test(quoted) && !headings.includes(quoted.replace(/^#+ /, '')) ? '"…"' : whole,
  );

const findingItem = ({ path, line, column, message, allowed, fix: fix }: Diagnostic): PhrasingContent[] => [
  code(path),
  text(
    `, line ${line}, column ${column}: ${withoutQuotes(message).replace(/\.$/, '')}. ${allowed?.length ? `Allowed: ${allowed.slice(0, 5).join(', ')}. ` : ''}To mend: ${withoutQuotes(fix)}`,
  ),
];

/** What each new example brings, by slugs: titles may name somebody, and slugs are looked at with the file's name. */
function additions(before: Content | undefined, now: Content, blanked: (text: string) => string): PhrasingContent[][] {
  const named = (slugs: readonly string[]): PhrasingContent[] => codes(slugs.map(blanked));
  const had = new Set(before ? publicAddresses(before) : []);
  const has = publicAddresses(now);
  const newFactors = new Set(
    now.entries.factors.map(({ id }) => id).filter((id) => !before?.entries.factors.some((one) => one.id === id)),
  );
  const tagsOf = (content: Content | undefined) =>
    new Set(
      content?.entries['case-studies'].flatMap(({ data }) =>
        idsOf([...data.priorityAreas, ...data.themes, ...data.groups]),
      ),
    );
  const usedBefore = tagsOf(before);
  const newTags = [...tagsOf(now)].filter((tag) => !usedBefore.has(tag));
  const items: PhrasingContent[][] = [];
  for (const address of has.filter((one) => !had.has(one))) {
    const item = [text('a new page at '), code(blanked(address))];
    const example = now.entries['case-studies'].find(({ id }) => address === addressOf('case-studies', id))?.data;
    if (example) {
      const factors = [...new Set(example.keyFactors.map(({ factor }) => factor.id))];
      item.push(text('; priority areas: '), ...named(idsOf(example.priorityAreas)));
      item.push(text('; themes: '), ...named(idsOf(example.themes)));
      item.push(text('; factors: '), ...named(factors.map((id) => (newFactors.has(id) ? `${id} (new)` : id))));
    }
    items.push(item);
  }
  if (newTags.length) items.push([text('tags that no example had before: '), ...named(newTags)]);
  const gone = [...had].filter((address) => !has.includes(address) && !awaitsMending(now, address));
  const moved = new Map(now.moved?.data.map(({ from, to }) => [`/${from}/`, to]));
  for (const address of gone) {
    const to = moved.get(address);
    items.push([
      text('no page any more at '),
      code(blanked(address)),
      ...(to !== undefined
        ? [text(', which leads to '), code(blanked(`/${to}/`))]
        : [text(moved.has(address) ? ', which says that it was withdrawn' : '')]),
    ]);
  }
  return items;
}

/** The text of the comment. `preview` is the address where the built pages can be fetched. */
async function commentText(revision: string, preview: string | undefined): Promise<string> {
  const commit = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`).trim();
  const base = git('merge-base', commit, 'HEAD').trim();
  const root = git('rev-parse', '--show-toplevel').trim();
  const folder = relative(root, contentDirectory());
  const { content, faults, questions, notes, blanked } = await findings([]);
  const before = await contentAt(base, folder);
  if (before)
    faults.push(
      ...lostAddresses(content, keptAddresses(before).join('\n'), join(folder, 'moved.yaml')).map((fault) => ({
        ...fault,
        message: blanked(fault.message),
        fix: blanked(fault.fix),
        line: 1,
      })),
    );
  const items = additions(before, content, blanked);
  const outside = changedPaths(base).filter((path) => !path.startsWith(`${folder}/`));
  const parts: BlockContent[] = [];
  const section = (title: string, ...blocks: BlockContent[]) => parts.push(heading(title), ...blocks);

  const ofPeople = questions.filter(isOfPeople);
  const others = questions.filter((question) => !isOfPeople(question));
  if (ofPeople.length)
    section(
      peopleHeading,
      list(ofPeople.map((question) => [...findingItem(question), text(` [${question.rule}]`)])),
      paragraph(text(whatToDo.change)),
      paragraph(text(whatToDo.accept)),
      lines(acceptedLines(ofPeople)),
    );
  if (faults.length) section(`${counted(faults.length, 'thing')} to mend`, list(faults.map(findingItem)));
  if (others.length)
    section(
      `${counted(others.length, 'question')} to answer`,
      paragraph(text('Change the text, or add the name in brackets to accepted in the frontmatter, with a reason.')),
      list(others.map((question) => [...findingItem(question), text(` [${question.rule}]`)])),
    );
  if (!faults.length && !questions.length)
    section('Nothing to mend', paragraph(text('The content passes every check.')));
  if (notes.length)
    section(
      `${counted(notes.length, 'thing')} to tidy when there is time`,
      paragraph(text('The site is whole without it, and it stops no merge.')),
      list(notes.map(findingItem)),
    );
  section(
    'What this change adds',
    items.length ? list(items) : paragraph(text('No page comes or goes.')),
    ...(faults.length
      ? [paragraph(text('Files that have something to mend are left out of this until it is mended.'))]
      : []),
  );
  if (outside.length)
    section(
      'For a developer to review',
      paragraph(text('These paths are not content. They can change how the site works.')),
      list(outside.map((path) => [code(blanked(path))])),
    );
  if (preview !== undefined)
    section(
      'A preview',
      paragraph(
        text('Once the pages are built, they are under “Artifacts”, named “preview”, at the foot of '),
        link(preview, 'this page'),
        text('. Unpack the file and open index.html in a browser. Search works only on the published site.'),
      ),
    );
  return document(...parts);
}

try {
  const { values } = parseArgs({ options: { base: { type: 'string' }, preview: { type: 'string' } } });
  if (values.base === undefined) throw new Error('Say what to compare with, such as --base main.');
  process.stdout.write(await commentText(values.base, values.preview));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
