import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Slugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { project } from '../sites.ts';

const read = (file: string): string => readFileSync(join(project, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** The fragments of a Markdown file's headings, as GitHub makes them. */
const fragmentsOf = (file: string): Set<string> => {
  const slugger = new Slugger();
  return new Set([...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugger.slug(heading)));
};

const documents = ['README.md', 'CONTRIBUTING.md', 'DEPLOYING.md'].concat(
  readdirSync(join(project, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
);

describe.each(documents)('%s', (file) => {
  it('leads to files and headings that are there', () => {
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:/.test(link));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const [path = '', fragment] = link.split('#');
      const target = path ? join(dirname(file), path) : file;
      expect(existsSync(join(project, target)), link).toBe(true);
      if (fragment !== undefined) expect([...fragmentsOf(target)], link).toContain(fragment);
    }
  });

  it('says in words what each picture shows', () => {
    const words = [...read(file).matchAll(/!\[([^\]]*)\]/g)].map(([, alternative = '']) => alternative);
    for (const alternative of words) expect(alternative).toMatch(/\w+ \w+/);
    expect(read(file)).not.toContain('<img');
  });

  it('names only commands that there are', () => {
    const named = [...read(file).matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('CONTRIBUTING says who can see what is saved, and that history keeps it, before the first step', () => {
  const text = read('CONTRIBUTING.md');
  const first = text.search(/^1\. /m);
  for (const part of ['who can see what you save', 'its history keeps it', 'private drafts repository'])
    expect(text.slice(0, first)).toContain(part);
});

describe('the map of the house', () => {
  const map = /^```\n(content\/[\s\S]*?)^```/m.exec(read('docs/developing.md'))?.[1] ?? '';
  /** The paths that the map names, from the root of the project. */
  const paths: string[] = [];
  for (const [, indent = '', name = ''] of map.matchAll(/^( *)([\w.-]+\/?)/gm)) {
    const above = paths.filter((path) => path.endsWith('/') && path.split('/').length - 1 === indent.length / 2).at(-1);
    paths.push(`${indent ? above : ''}${name}`);
  }

  it('names what is there', () => {
    expect(paths).toContain('src/library/views/');
    for (const path of paths.filter((one) => one !== 'content/_template.mdx'))
      expect(existsSync(join(project, path)), path).toBe(true);
  });

  it.each(['src', 'tests', 'src/components'])('leaves out no folder of %s', (folder) => {
    const there = readdirSync(join(project, folder), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(there.length).toBeGreaterThan(3);
    for (const { name } of there) expect(paths).toContain(`${folder}/${name}/`);
  });

  it('is in no other document', () => {
    for (const file of ['README.md', 'CONTRIBUTING.md', 'DEPLOYING.md']) expect(read(file)).not.toMatch(/^src\/$/m);
  });
});
