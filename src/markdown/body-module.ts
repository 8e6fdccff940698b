/**
 * What @astrojs/mdx gets of a file: its body alone. It would take a layout from the keys and import it; and it reads a
 * file whenever it is saved while `npm run dev` runs, before the keys are judged.
 */
import type { Plugin } from 'vite';
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
      // Keys that hold nothing, as many lines long as those that were there, so that lines count as in the file.
      return { code: `---${'\n'.repeat(split.keys.length + 1)}---\n${split.prose}`, map: null };
    },
  },
});
