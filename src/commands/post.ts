/**
 * What workflows run to post a text that another command made, as a comment or an issue that is updated in place:
 *   node src/commands/post.ts comment FOLDER   the artifact of a check: comment.md and pull-request.txt
 *   node src/commands/post.ts issue FILE       the text of the weekly review
 * It needs no package, so that nothing but this repository's own code runs beside a token that can write. The artifact
 * may be from anybody: it is read as text, and trusted in nothing.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const nothingToReview = 'There is nothing to look at this week.';
const issueTitle = 'To look at this week';
const marks = { comment: '<!-- what the checks found -->', issue: '<!-- the weekly review -->' } as const;
const developerFirst =
  '**For a developer to look at first:** this changes more than `content/`. What stands below was made by its own code.';
const bot = 'github-actions[bot]';
/** The most bytes that a posted text may have: hosts take about 65,000 characters. */
const largestText = 60_000;

interface Setting {
  api: string;
  server: string;
  repository: string;
  token: string;
}

function setting(): Setting {
  const {
    GITHUB_API_URL: api,
    GITHUB_SERVER_URL: server,
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: token,
  } = process.env;
  if (!api || !server || !repository || !token)
    throw new Error(
      'This runs in a workflow: it needs GITHUB_API_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY and GITHUB_TOKEN.',
    );
  return { api, server, repository, token };
}

/** @throws Error with the status, where the host refuses. */
async function ask<T>({ api, repository, token }: Setting, method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${api}/repos/${repository}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/vnd.github+json',
      'content-type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(30_000),
  });
  if (!response.ok) throw new Error(`${method} ${path} was refused with status ${response.status}.`);
  return (await response.json()) as T;
}

/** Reads a small text. @throws Error where it is larger than `limit` bytes. */
function readSmall(file: string, limit: number): string {
  const { size } = statSync(file);
  if (size > limit) throw new Error(`${file} has ${size} bytes, more than ${limit}.`);
  return readFileSync(file, 'utf8');
}

/** A text of unknown origin, in which nobody is mentioned, nothing is HTML or a picture, and links stay within `home`. */
function harmless(text: string, home: string): string {
  const isHome = (whole: string, at: number): boolean => whole.startsWith(home, at);
  return text
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/&(?:#0*64|#x0*40|commat);?/gi, '@')
    .replace(/[<@&]|#(?=\d)|!(?=\[)|www(?=\.)|\](?=:)/gi, '$&\u200b')
    .replace(/\]\(/g, (mark, at: number, whole: string) => (isHome(whole, at + 2) ? mark : ']\u200b('))
    .replace(/[a-z][a-z0-9+.-]*:(?=\/)/gi, (scheme, at: number, whole: string) =>
      isHome(whole, at) ? scheme : `${scheme}\u200b`,
    );
}

interface Posted {
  id: number;
  number: number;
  body: string | null;
  user: { login: string } | null;
}

async function findOwn(host: Setting, path: string, mark: string): Promise<Posted | undefined> {
  for (let page = 1; ; page += 1) {
    const some = await ask<Posted[]>(host, 'GET', `${path}per_page=100&page=${page}`);
    const own = some.find(({ body, user }) => user?.login === bot && body?.startsWith(mark));
    if (own || some.length < 100) return own;
  }
}

/** Whether a pull request changes more than content. Its own code may not say so, hence it is asked here. */
async function touchesMore(host: Setting, number: string): Promise<boolean> {
  for (let page = 1; ; page += 1) {
    const files = await ask<{ filename: string; previous_filename?: string }[]>(
      host,
      'GET',
      `/pulls/${number}/files?per_page=100&page=${page}`,
    );
    if (
      files.some((file) =>
        [file.filename, file.previous_filename ?? 'content/'].some((path) => !path.startsWith('content/')),
      )
    )
      return true;
    if (files.length < 100) return false;
  }
}

async function postComment(folder: string): Promise<void> {
  const host = setting();
  const event = JSON.parse(readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as {
    workflow_run: { head_sha: string; event: string };
  };
  const number = readSmall(join(folder, 'pull-request.txt'), 20).trim();
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new Error('The number of the pull request is no number.');
  const text = readSmall(join(folder, 'comment.md'), largestText);
  const pull = await ask<{ state: string; head: { sha: string } }>(host, 'GET', `/pulls/${number}`);
  // The number came with the artifact: only the pull request whose commit was checked gets the comment.
  if (event.workflow_run.event !== 'pull_request' || pull.head.sha !== event.workflow_run.head_sha)
    return console.log('The pull request has another commit by now, or was not what was checked: nothing is posted.');
  const home = `${host.server}/${host.repository}/`;
  const warning = (await touchesMore(host, number)) ? `${developerFirst}\n\n` : '';
  const body = `${marks.comment}\n${warning}${harmless(text, home)}`;
  const own = await findOwn(host, `/issues/${number}/comments?`, marks.comment);
  if (own) await ask(host, 'PATCH', `/issues/comments/${own.id}`, { body });
  else await ask(host, 'POST', `/issues/${number}/comments`, { body });
}

async function postIssue(file: string): Promise<void> {
  const host = setting();
  const text = readSmall(file, largestText);
  const body = `${marks.issue}\n${text}`;
  const own = await findOwn(host, `/issues?state=open&creator=${encodeURIComponent(bot)}&`, marks.issue);
  const done = text.trim() === nothingToReview;
  if (own) await ask(host, 'PATCH', `/issues/${own.number}`, { body, state: done ? 'closed' : 'open' });
  else if (!done) await ask(host, 'POST', '/issues', { title: issueTitle, body });
}

if (import.meta.main) {
  const [what, path] = process.argv.slice(2);
  try {
    if (what === 'comment' && path !== undefined) await postComment(path);
    else if (what === 'issue' && path !== undefined) await postIssue(path);
    else throw new Error('Write: node src/commands/post.ts comment FOLDER, or issue FILE.');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
