/**
 * The one Markdown processor: bodies, MDX pages, the policy and the checks of prose all read by these plugins, so that
 * nothing is shown which was not judged.
 */
import type { UnifiedProcessorOptions } from '@astrojs/markdown-remark';
import type { Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
// Its types for the nodes of MDX.
import type {} from 'mdast-util-mdx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype, { type Options } from 'remark-rehype';
import remarkSmartypants from 'remark-smartypants';
import { unified, type Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { finish } from './finish.ts';
import { numberNotes } from './footnotes.ts';
import { pageTerms } from './page-terms.ts';
import { contentPolicy } from './policy.ts';

const footnotes: Options = {
  // With a sign that no id of a heading has.
  clobberPrefix: 'note:',
  footnoteLabel: 'Notes',
  footnoteBackLabel: (reference, again) => `Back to the text of note ${reference + 1}${again > 1 ? `-${again}` : ''}`,
};

/** What Astro's own processor is given, for the pages that @astrojs/mdx renders. */
export const processorOptions: UnifiedProcessorOptions = {
  gfm: true,
  remarkPlugins: [contentPolicy, () => numberNotes],
  rehypePlugins: [() => finish, pageTerms],
  remarkRehype: footnotes,
};

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);

/** Typographic quotation marks and dashes, as in Astro's own pipeline, but only where a block has any: it reads all twice. */
const typography: Plugin<[], Root> = function () {
  const educate = remarkSmartypants.call(this) as unknown as (tree: Root) => void;
  return (tree) => {
    for (const block of tree.children) {
      let isPlain = true;
      visit(block, 'text', ({ value }) => void (isPlain &&= !/["'`]|--|\.\.\./.test(value)));
      if (!isPlain) educate({ type: 'root', children: [block] });
    }
  };
};
const renderer = unified()
  .use(() => numberNotes)
  .use(typography)
  .use(remarkRehype, { ...footnotes, passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] })
  .use(() => finish);

/**
 * The tree of a body, with lines and columns.
 * @throws VFileMessage where the body is no MDX.
 */
export const parseBody = (text: string): Root => parser.parse(text);

/** The tree of the HTML of a body that has been judged. The tree that it is made from is not to be used again. */
export const renderBody = (tree: Root): HastRoot => renderer.runSync(tree) as HastRoot;
