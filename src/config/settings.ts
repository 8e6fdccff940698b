/** What the environment says: where content is, where the site will stand, what day it is. */
import { isAbsolute, relative, resolve } from 'node:path';
import { hiddenPattern } from '../schemas/hidden.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** The absolute folder of content: CONTENT_DIR, or `content` in the project. */
export const contentDirectory = (env: Environment = process.env): string => resolve(env['CONTENT_DIR'] || 'content');

/**
 * Makes sure that Astro can work in a folder: these signs stand for something else in the addresses that it makes of files.
 * @throws SettingsError where the folder, or one that holds it, has such a sign in its name.
 */
export function assertUsable(folder: string): void {
  const sign = /[%#?]/.exec(folder)?.[0];
  if (sign !== undefined)
    throw new SettingsError(
      `The name of the folder "${folder}" has ${sign} in it, with which the site cannot be built. Give it a name without %, # and ?, or use another folder.`,
    );
}

/**
 * The path that all addresses begin with, with a slash at both ends: BASE_PATH, or `/`.
 * @throws SettingsError where BASE_PATH is no plain path.
 */
export function basePath(env: Environment = process.env): string {
  const value = env['BASE_PATH'] ?? '';
  const inner = value.replace(/^\/+|\/+$/g, '');
  if (inner === '') {
    if (/^\/*$/.test(value)) return '/';
  } else if (inner.split('/').every((part) => /^[A-Za-z0-9._~-]+$/.test(part) && !/^\.+$/.test(part))) {
    return `/${inner}/`;
  }
  throw new SettingsError(
    `BASE_PATH is "${value}". It must be a path of letters, figures, ".", "_", "~" and "-", such as /learning/. Mend it, or leave it out for /.`,
  );
}

/**
 * The address of the site without path: SITE_URL, or what `fallback` gives (the address in site.yaml).
 * @throws SettingsError where SITE_URL is no web address, or has more than a host.
 */
export function siteUrl(fallback: string, env: Environment = process.env): string {
  const value = env['SITE_URL'] || fallback;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username)
    return url.origin;
  throw new SettingsError(
    `SITE_URL is "${value}". It must be a web address without a path, such as https://learning.example.org. Put a path in BASE_PATH.`,
  );
}

/**
 * Today as YYYY-MM-DD, where the day is furthest on (14 hours before UTC): at SOURCE_DATE_EPOCH (seconds since 1970)
 * where that is set, else by the clock. So whoever writes down the day on which they write never writes a day to come.
 * Checks use it. The site depends on it in one thing: an example is off it once the day on which its consent ends is over.
 * @throws SettingsError where SOURCE_DATE_EPOCH is no number of seconds.
 */
export function today(env: Environment = process.env): string {
  const value = env['SOURCE_DATE_EPOCH'];
  const now = value === undefined || value === '' ? Date.now() : /^\d{1,12}$/.test(value) ? Number(value) * 1000 : NaN;
  const date = new Date(now + 14 * 3_600_000);
  if (Number.isNaN(date.getTime()))
    throw new SettingsError(`SOURCE_DATE_EPOCH is "${value}". It must be a whole number of seconds since 1970.`);
  return date.toISOString().slice(0, 10);
}

/** The day that it may still be somewhere else: 24 hours behind `today`. */
export const lastToday = (today: string): string =>
  new Date(Date.parse(today) - 24 * 3_600_000).toISOString().slice(0, 10);

/** Where the form at /publish/ keeps drafts, and who lets its users in. */
export interface Publishing {
  /** owner/name on GitHub. */
  repository: string;
  branch: string;
  /** The address of the sign-in service. */
  signIn: string;
}

/**
 * PUBLISH_REPOSITORY, PUBLISH_BRANCH (else main) and PUBLISH_SIGN_IN; undefined where none is set: then no form is built.
 * @throws SettingsError where one is wrong, or is set without the others that it needs.
 */
export function publishing(env: Environment = process.env): Publishing | undefined {
  const { PUBLISH_REPOSITORY: repository, PUBLISH_BRANCH: branch, PUBLISH_SIGN_IN: signIn } = env;
  if (!repository && !branch && !signIn) return undefined;
  if (!repository || !signIn)
    throw new SettingsError(
      `${repository ? 'PUBLISH_SIGN_IN' : 'PUBLISH_REPOSITORY'} is missing. The form at /publish/ needs both PUBLISH_REPOSITORY and PUBLISH_SIGN_IN. Set it, or leave all that begin with PUBLISH_ out.`,
    );
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/.test(repository) || /\/\.+$/.test(repository))
    throw new SettingsError(
      `PUBLISH_REPOSITORY is "${repository}". It must be the owner and name of a repository on GitHub, such as council/learning-examples.`,
    );
  if (branch && !/^(?!.*(?:\.\.|\/\/|\/$|\.$))[A-Za-z0-9_][A-Za-z0-9._/-]*$/.test(branch))
    throw new SettingsError(`PUBLISH_BRANCH is "${branch}". It must be the name of a branch, such as main.`);
  const url = URL.canParse(signIn) ? new URL(signIn) : undefined;
  const isLocal = url?.hostname === 'localhost';
  if (
    !url ||
    !(url.protocol === 'https:' || (url.protocol === 'http:' && isLocal)) ||
    url.search ||
    url.hash ||
    url.username
  )
    throw new SettingsError(
      `PUBLISH_SIGN_IN is "${signIn}". It must be the address of the sign-in service, such as https://sign-in.example.org.`,
    );
  return { repository, branch: branch || 'main', signIn: url.href.replace(/\/$/, '') };
}

/**
 * The folder of content as the repository knows it, with / between its parts.
 * @throws SettingsError where it is outside the project, so that no commit could hold it.
 */
export function contentFolder(env: Environment = process.env): string {
  const folder = relative(process.cwd(), contentDirectory(env)).replaceAll('\\', '/');
  if (folder && !folder.startsWith('..') && !isAbsolute(folder)) return folder;
  throw new SettingsError(
    `CONTENT_DIR is "${env['CONTENT_DIR']}". The form at /publish/ works on a folder within the project. Name one, or leave the form out.`,
  );
}

const unprintable = new RegExp(`${hiddenPattern.source}|[\\n\\t]`, 'gu');

/**
 * A path as people will look for it: from the working folder where it is inside that, else whole. Control characters,
 * by which a file's name could rule a terminal or a log, are shown as \uFFFD.
 */
export function shownPath(path: string): string {
  const from = relative(process.cwd(), path);
  const shorter = from === '' || from.startsWith('..') || isAbsolute(from) ? path : from;
  return shorter.replace(unprintable, '\uFFFD');
}
