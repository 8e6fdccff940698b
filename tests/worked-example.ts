/** The worked example of the documents: its file as it is first saved, what the check says of it, and the file mended. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './sites.ts';

const text = readFileSync(join(project, 'docs/worked-example.md'), 'utf8');

/** Where the example stands in its folder of content, as the document says. */
export const file = /`content\/([^`]+\/[^_`]+\.mdx)`/.exec(text)?.[1] ?? '';

export const [example = '', faulty = '', good = ''] = [...text.matchAll(/^```(?:mdx)?\n([\s\S]*?)^```/gm)].map(
  ([, block]) => block,
);

/** The example mended as the document says. */
export const mended = example
  .replace('Jordan Smith, the caretaker,', 'The council')
  .replace('Helpers who are shown how', 'helpers-who-are-shown-how')
  .replace('(replace this – the figure)', '42 of 55');
