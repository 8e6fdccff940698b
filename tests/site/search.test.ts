import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { kinds } from '../../src/search/kinds.ts';
import { sites } from '../sites.ts';

interface Indexed {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
  anchors: { id: string }[];
}
const folder = join(sites.root.directory, 'pagefind/fragment');
/** Each page as the index has it. */
const indexed = readdirSync(folder).map((file) => {
  const text = gunzipSync(readFileSync(join(folder, file))).toString();
  return JSON.parse(text.slice(text.indexOf('{'))) as Indexed;
});
const ofKind = (kind: string): Indexed[] => indexed.filter(({ filters }) => filters['part']?.includes(kind));

it('every page that is searched is of one kind, and there are pages of each', () => {
  for (const { url, filters } of indexed) expect(filters['part'], url).toHaveLength(1);
  for (const kind of Object.keys(kinds)) expect(ofKind(kind), kind).not.toEqual([]);
});

it('of an example its own words are searched: no heading, mark, notice or list of links of the template', () => {
  for (const { url, content } of ofKind('example')) {
    expect(content.length, url).toBeGreaterThan(1000);
    for (const words of [
      'In short',
      'What changed, and how',
      'What was key',
      'One mark for each change',
      'See all the evidence',
      'Measured',
      'Source of all these',
      'Related examples',
      'Compare with',
      'How people are protected',
      'On this page',
    ])
      expect(content, url).not.toContain(words);
  }
});

it('the sections of an example can be led to all the same', () => {
  for (const { url, anchors } of ofKind('example')) {
    const ids = anchors.map(({ id }) => id);
    for (const id of ['in-short', 'what-changed', 'what-was-key']) expect(ids, url).toContain(id);
  }
});

it('of other pages counts and lists of links are left out', () => {
  for (const { url, content } of indexed)
    for (const words of [
      /\bAll \d+ (?:examples?|claims?)\b/,
      /\d+ of \d+ are shown/,
      /Link to this measure/,
      /See also/,
    ])
      expect(content, url).not.toMatch(words);
});

it('a page other than an example says where it stands, since two may have one title', () => {
  for (const { url, meta, filters } of indexed)
    if (!filters['part']?.includes('example') && url.split('/').length > 3) expect(meta['in'], url).toBeTruthy();
});
