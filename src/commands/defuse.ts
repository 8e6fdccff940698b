/**
 * `node src/commands/defuse.ts FILE` prints a text that may be from anybody so that it can be posted in this
 * repository's name: it mentions nobody, holds no HTML and no picture, and leads only to this repository, to the files of
 * the pull request and to the published site. comment.yml runs it beside a token that can write, so it needs no package.
 */
import { existsSync, lstatSync, readFileSync } from 'node:fs';

/** In bytes. GitHub takes about 65,000 characters. */
const largest = 60_000;

/** `text` made harmless; links stay links only where they begin with one of `homes`, each of which ends with a slash. */
export function defused(text: string, homes: readonly string[]): string {
  const isHome = (whole: string, at: number): boolean => homes.some((home) => whole.startsWith(home, at));
  return text
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/&(?:#0*64|#x0*40|commat);?/gi, '@')
    .replace(/[<@&]|#(?=\d)|!(?=\[)|www(?=\.)|\](?=:)/gi, '$&\u200b')
    .replace(/\]\(/g, (mark, at: number, whole: string) => (isHome(whole, at + 2) ? mark : ']\u200b('))
    .replace(/[a-z][a-z0-9+.-]*:(?=\/)/gi, (scheme, at: number, whole: string) =>
      isHome(whole, at) ? scheme : `${scheme}\u200b`,
    );
}

/** Where the site is published, as the default branch has it. */
function siteAddress(): string[] {
  const file = 'content/site.yaml';
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const address = /^address: *['"]?(https:\/\/[^\s'"?#]+)/m.exec(text)?.[1];
  return address === undefined ? [] : [address.replace(/\/?$/, '/')];
}

if (import.meta.main) {
  const [file = ''] = process.argv.slice(2);
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, HEAD: head } = process.env;
  // A link could lead out of the folder.
  const stat = lstatSync(file);
  if (!stat.isFile() || stat.size > largest) throw new Error(`${file} is no file of at most ${largest} bytes.`);
  // The files of a fork's pull request are in the fork.
  const homes = [`${server}/${repository}/`, ...(head ? [`${server}/${head}/blob/`] : []), ...siteAddress()];
  process.stdout.write(defused(readFileSync(file, 'utf8'), homes));
}
