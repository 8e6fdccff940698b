/**
 * `node src/commands/defuse.ts FILE` prints a text that may be from anybody so that it can be posted in this
 * repository's name: it mentions nobody, holds no HTML and no picture, and leads to no other site. comment.yml runs it
 * beside a token that can write, so it needs no package.
 */
import { lstatSync, readFileSync } from 'node:fs';

/** In bytes. GitHub takes about 65,000 characters. */
const largest = 60_000;

/** `text` made harmless; links stay links only where they begin with `home`. */
export function defused(text: string, home: string): string {
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

if (import.meta.main) {
  const [file = ''] = process.argv.slice(2);
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = process.env;
  // A link could lead out of the folder.
  const stat = lstatSync(file);
  if (!stat.isFile() || stat.size > largest) throw new Error(`${file} is no file of at most ${largest} bytes.`);
  process.stdout.write(defused(readFileSync(file, 'utf8'), `${server}/${repository}/`));
}
