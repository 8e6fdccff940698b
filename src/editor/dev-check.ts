/** While one writes (`npm run dev`): /check/ says what the check says of the content, and every page leads there. */
import { execFile } from 'node:child_process';
import type { ServerResponse } from 'node:http';
import type { AstroIntegration } from 'astro';
import { notesByKind, type Findings } from '../commands/check-report.ts';
import { escapeHtml } from '../markdown/page-text.ts';
import type { Diagnostic } from '../validation/diagnostics.ts';
import { checkScript, event, path, type Counts } from './dev-check-page.ts';
import { claimDev } from '../config/one-at-a-time.ts';
import { assertUsable, contentDirectory } from '../config/settings.ts';
import { inSite, pathOf } from '../config/urls.ts';

/** How long after a change the files are checked, in milliseconds: the page that shows it goes first. */
const settled = 400;

export const devCheck = (): AstroIntegration => ({
  name: 'dev-check',
  hooks: {
    'astro:config:setup': ({ command, injectScript }) => {
      if (command !== 'dev') return;
      assertUsable(process.cwd());
      claimDev();
      injectScript('page', `import '${checkScript}';`);
    },
    'astro:server:setup': ({ server, logger }) => {
      let found: Findings | undefined;
      /** Whether there has been no site yet: then every address tells why. */
      let isStopped = true;
      const counts = (): Counts => ({ faults: found?.faults.length ?? 0, questions: found?.questions.length ?? 0 });
      const check = (): void =>
        void execFile(process.execPath, ['src/commands/check.ts', '--content', '--json'], (_, out, said) => {
          try {
            found = JSON.parse(out) as Findings;
          } catch {
            // The check itself could not run, and said why.
            logger.error(said);
            return;
          }
          isStopped &&= found.faults.length > 0;
          server.ws.send({ type: 'custom', event, data: counts() });
          if (found.faults.length + found.questions.length > 0)
            logger.warn(`The check has something to say: ${inSite(path)}`);
        });
      let settling = setTimeout(check, 0);
      server.watcher.on('all', (_, file) => {
        if (!file.startsWith(contentDirectory())) return;
        clearTimeout(settling);
        settling = setTimeout(check, settled);
      });
      server.middlewares.use((request, response, next) => {
        const asked = pathOf(request.url ?? '');
        const isPage = request.headers.accept?.includes('text/html') ?? false;
        if (asked === inSite(`${path}counts.json`)) send(response, 'application/json', JSON.stringify(counts()));
        else if (asked === inSite(path) || (isPage && isStopped && counts().faults))
          send(response, 'text/html; charset=utf-8', pageOf(found));
        else next();
      });
    },
  },
});

function send(response: ServerResponse, type: string, text: string): void {
  response.setHeader('Content-Type', type);
  response.end(text);
}

const parts = {
  // First, since people may be in it.
  questions: [
    'To answer',
    'Change the text, or add the name of the question to “accepted” at the top of the file, with a reason.',
  ],
  faults: ['To mend', 'The site cannot be built until each of these is mended.'],
} as const;

/** The paper and ink of the site. */
const style = `body{font:1.1rem/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1b2230;background:#fffdf8}
h1{font-size:1.75rem;line-height:1.2}h2{font-size:1.3rem;margin:2rem 0 0;padding-top:1rem;border-top:1px solid #d5d0c4}h2+p{margin-top:.25rem}
ol{padding-left:1.5rem}li{margin-block:1.25rem}code{overflow-wrap:anywhere;background:#f4efe4;padding:.1rem .3rem}small{color:#4a5263}`;

/** The page that tells what was found. */
function pageOf(found: Findings | undefined): string {
  const kinds = [
    ...Object.entries(parts).map(([name, [title, what]]) => ({
      title,
      what,
      found: found?.[name as keyof typeof parts],
    })),
    ...notesByKind(found?.notes ?? []),
  ];
  const sections = kinds.flatMap(({ title, what, found: list = [] }) =>
    list.length ? `<h2>${title}: ${list.length}</h2><p>${what}</p><ol>${list.map(itemOf).join('')}</ol>` : [],
  );
  const all = found ? 'The check finds nothing to mend, to answer or to tidy.' : 'The files are being read.';
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>What the check says</title><script type="module" src="${inSite(checkScript)}"></script>
<style>${style}</style>
<body id="check"><main><h1>What the check says</h1>${sections.join('') || `<p>${all}</p>`}<p><a href="${inSite('/')}">The site</a></p></main></body></html>`;
}

const itemOf = ({ path: file, line, column, message, fix, allowed = [], rule }: Diagnostic): string =>
  `<li><code>${escapeHtml(`${file}:${line}:${column}`)}</code><br>${escapeHtml(message)}.` +
  `${allowed.length ? ` Allowed: ${escapeHtml(allowed.join(', '))}.` : ''}<br><strong>To mend:</strong> ${escapeHtml(fix)} <small>[${escapeHtml(rule)}]</small></li>`;
