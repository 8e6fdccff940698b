/**
 * What @astrojs/mdx gets of a file: its body alone, judged. It takes a layout from the keys, and imports it; and it reads
 * a file again whenever it is saved while `npm run dev` runs.
 */
import type { Plugin } from 'vite';
import { readBody } from './body.ts';
import { splitFile } from './frontmatter.ts';
import { PolicyError } from './policy.ts';

export const bodyModule = (): Plugin => ({
  name: 'content-body',
  enforce: 'pre',
  transform: {
    filter: { id: /\.mdx$/ },
    handler(code, id) {
      const split = splitFile(code.replaceAll('\r\n', '\n'));
      if ('message' in split) throw new PolicyError(id, [split]);
      const { faults } = readBody(split.body);
      if (faults.length) throw new PolicyError(id, faults);
      // Keys that hold nothing, as many lines long as those that were there, so that lines count as in the file.
      return { code: `---${'\n'.repeat(split.keys.length + 1)}---\n${split.prose}`, map: null };
    },
  },
});
