/** A site takes the place of the last one only if it is whole, however many build and wherever. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { missingFrom } from '../../src/commands/whole-site.ts';
import { copyOfProject } from '../project-copy.ts';
import { run, sites, type Outcome } from '../sites.ts';

function copy(): string {
  const within = copyOfProject();
  onTestFinished(() => rmSync(within, { recursive: true, force: true }));
  return within;
}

it('names each file, page and part that is named and is not there', () => {
  const site = join(copy(), 'site');
  cpSync(sites.second.directory, site, { recursive: true });
  expect(missingFrom(site)).toEqual([]);
  const files = readdirSync(join(site, '_astro'));
  const [sheet = '', script = '', font = ''] = ['.css', '.js', '.woff2'].map((end) =>
    files.find((file) => file.endsWith(end)),
  );
  for (const file of [sheet, script, font]) rmSync(join(site, '_astro', file));
  rmSync(join(site, 'themes'), { recursive: true });
  const home = readFileSync(join(site, 'index.html'), 'utf8');
  writeFileSync(
    join(site, 'index.html'),
    home.replace('id="main"', 'id="other"').replace('</main>', '<a href="/search/#nowhere">x</a></main>'),
  );
  const addresses = missingFrom(site).map(({ address }) => address.replace(/^\.\//, '/_astro/'));
  expect(addresses).toEqual(
    expect.arrayContaining([
      `/_astro/${sheet}`,
      `/_astro/${font}`,
      `/_astro/${script}`,
      '/themes/',
      '#main',
      '/search/#nowhere',
    ]),
  );
});

it('two builds in one copy of the project wait for each other, and both are whole', async () => {
  const within = copy();
  const build = (to: string, { content }: { content: string }): Promise<Outcome> =>
    run('build.ts', ['--outDir', join(within, to)], { CONTENT_DIR: content }, within);
  const outcomes = await Promise.all([build('a', sites.second), build('b', sites.second)]);
  expect(outcomes.map(({ status }) => status)).toEqual([0, 0]);
  expect(outcomes.filter(({ output }) => output.includes('Another build is at work in this folder'))).toHaveLength(1);
  const [a, b] = ['a', 'b'].map((site) => readdirSync(join(within, site), { recursive: true }).sort());
  expect(a).toEqual(b);
}, 120_000);

it('a build of other content beside npm run dev is refused in words; one that was ended is in nobody’s way', async () => {
  const within = copy();
  mkdirSync(join(within, '.astro'));
  const claim = (work: string, id: number): void =>
    writeFileSync(
      join(within, `.astro/${work}.run.json`),
      JSON.stringify({ process: id, content: '/elsewhere/content' }),
    );
  const build = (): Promise<Outcome> =>
    run('build.ts', ['--outDir', join(within, 'site')], { CONTENT_DIR: join(within, 'none') }, within);
  claim('dev', process.pid);
  expect(await build()).toMatchObject({
    status: 1,
    output: expect.stringContaining(
      'npm run dev is at work in this folder on other content (/elsewhere/content)',
    ) as string,
  });
  // No process has this number.
  claim('dev', 2 ** 30);
  claim('build', 2 ** 30);
  const { output } = await build();
  expect(output).toContain('none');
  expect(output).not.toContain('at work');
});

it.each(['50% done', 'a#b', 'what?'])('refuses the folder %s in words', async (name) => {
  const within = copy();
  const { status, output } = await run('build.ts', ['--outDir', join(within, name)], {}, within);
  expect(status).toBe(1);
  expect(output).toMatch(/^The name of the folder .* has [%#?] in it, with which the site cannot be built\. /);
  expect(readdirSync(within)).not.toContain(name);
});
