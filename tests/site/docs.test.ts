import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

describe.each(['README.md', 'CONTRIBUTING.md', 'DEPLOYING.md'])('%s', (file) => {
  it('leads to files and headings that are there', () => {
    const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:/.test(link));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const [path = '', fragment] = link.split('#');
      expect(existsSync(join(project, path)), link).toBe(true);
      if (fragment !== undefined) expect([...fragmentsOf(path || file)], link).toContain(fragment);
    }
  });

  it('names only commands that there are', () => {
    const named = [...read(file).matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

it('CONTRIBUTING says who can see what is saved, and that history keeps it, before the first step', () => {
  const text = read('CONTRIBUTING.md');
  const first = text.search(/^1\. /m);
  for (const part of ['who can see what you save', 'its history keeps it', 'private drafts repository'])
    expect(text.slice(0, first)).toContain(part);
});
