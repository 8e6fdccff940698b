/** Renders a body as @astrojs/mdx renders a page, with the processor that Astro is given. */
import { join } from 'node:path';
import { sites } from './sites.ts';

interface Renderer {
  createMdxRenderer: (
    shared: object,
    mdx: object,
  ) => Promise<{
    process: (body: string, file: string, frontmatter: object) => Promise<{ code: string }>;
  }>;
}

/** The code of the page. @throws where the processor refuses the body. */
export async function asPage(body: string): Promise<string> {
  const { content } = sites.second;
  // The terms that a page marks are those of its content, and its own keys come from its file.
  process.env['CONTENT_DIR'] = content;
  const { default: config } = await import('../astro.config.mjs');
  const processor = config.markdown?.processor as unknown as Renderer;
  const renderer = await processor.createMdxRenderer({ syntaxHighlight: false }, { optimize: false });
  return (await renderer.process(body, join(content, 'pages/about.mdx'), {})).code;
}
