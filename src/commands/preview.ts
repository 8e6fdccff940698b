/**
 * `node src/commands/preview.ts DIR` makes the built site in DIR readable from a folder, without a server: links lead
 * to files. It is for looking at before a change is merged, never for publishing.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { basePath } from '../config/settings.ts';

/** From the file `from`, the way to an address of the site. Both begin at the root of the site. */
function wayTo(from: string, address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(basePath().length)) ?? [];
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return posix.relative(posix.dirname(from), file) + rest;
}

function relativeLinks(directory: string): void {
  const base = basePath().replace(/[.]/g, '\\$&');
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:html|css)$/.test(name)) continue;
    const file = join(directory, name);
    const from = name.replaceAll('\\', '/');
    const text = readFileSync(file, 'utf8')
      // The policy speaks of a host, which a folder has not; nor do its files share an origin.
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
      // Nor is a script read from a folder: what needs one says so, or does without.
      .replace(/<script type="module"[^>]*><\/script>/g, '')
      .replace(/ crossorigin(?:="[^"]*")?(?=[ >])/g, '')
      .replace(
        new RegExp(`( (?:href|src|action)="|url=|url\\(["']?)(${base}(?!/)[^"')]*)`, 'g'),
        (_, start: string, address: string) => start + wayTo(from, address),
      );
    writeFileSync(file, text);
  }
}

const directory = process.argv[2];
if (directory === undefined) {
  console.error('Write: node src/commands/preview.ts DIR, with the folder of a built site.');
  process.exitCode = 1;
} else relativeLinks(directory);
