/** The worked example of the documents: what it says that the check says, the check says. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOfContent } from '../content-copy.ts';
import { project, run } from '../sites.ts';
import { example, faulty, file, good, mended } from '../worked-example.ts';

it('shows the file, what the check says of it, and that it passes once it is mended as the check says', async () => {
  const copy = copyOfContent(join(project, 'starter'));
  const said = async (text: string): Promise<string> => {
    copy.write(file, text);
    const { output } = await run('check.ts', ['--content'], { CONTENT_DIR: copy.directory });
    return output.replaceAll(/\S*\/case-studies\//g, 'content/case-studies/');
  };
  expect(await said(example)).toBe(faulty);
  expect(await said(mended)).toBe(good);
});
