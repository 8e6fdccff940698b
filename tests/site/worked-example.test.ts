/** The worked example of the documents: what it says that the check says, the check says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOfContent } from '../content-copy.ts';
import { project, run } from '../sites.ts';

const text = readFileSync(join(project, 'docs/worked-example.md'), 'utf8');
const [example = '', faulty = '', good = ''] = [...text.matchAll(/^```(?:mdx)?\n([\s\S]*?)^```/gm)].map(
  ([, block]) => block,
);

it('shows the file, what the check says of it, and that it passes once it is mended as the check says', async () => {
  const copy = copyOfContent(join(project, 'starter'));
  const said = async (file: string): Promise<string> => {
    copy.write('case-studies/bicycle-bench.mdx', file);
    const { output } = await run('check.ts', ['--content'], { CONTENT_DIR: copy.directory });
    return output.replaceAll(/\S*\/case-studies\//g, 'content/case-studies/');
  };
  expect(await said(example)).toBe(faulty);
  const mended = example
    .replace('Jordan Smith, the caretaker,', 'The council')
    .replace('Helpers who are shown how', 'helpers-who-are-shown-how')
    .replace('(replace this – the figure)', '42 of 55');
  expect(await said(mended)).toBe(good);
});
