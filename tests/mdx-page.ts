/** Renders a body as @astrojs/mdx renders a page, with the processor that Astro is given. */
import config from '../astro.config.mjs';

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
  const processor = config.markdown?.processor as unknown as Renderer;
  const renderer = await processor.createMdxRenderer({ syntaxHighlight: false }, { optimize: false });
  return (await renderer.process(body, '/content/pages/case.mdx', {})).code;
}
