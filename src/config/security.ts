/** Content security policies: one for all that readers see, another for the form that publishers use. */
const policy = [
  "default-src 'none'",
  // Pagefind, the search, is WebAssembly, which a browser runs only where this is said. It lets no text run as script.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/**
 * As a <meta>: browsers ignore frame-ancestors there, and say so on the console. While one writes, Vite puts styles
 * into the page itself.
 */
export const metaPolicy = (isDevelopment: boolean): string =>
  policy.map((part) => (isDevelopment && part.startsWith('style-src') ? `${part} 'unsafe-inline'` : part)).join('; ');

const github = 'https://api.github.com';

/** That of the form, as a <meta>: it speaks to GitHub and sets styles of its own, but evaluates no text as code. */
export const formPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `connect-src 'self' ${github} blob: data:`,
  "img-src 'self' data: blob: https://*.githubusercontent.com",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * For hosts that read a _headers file: the policy, caching of hashed files for good, of pages never. Some of them join
 * what all matching rules say, and a browser holds a page to every policy that it gets. So where the site has the form,
 * the header says only what the policies share, and the rest is left to the <meta> of each page.
 */
export const headersFile = (base: string, hasForm = false): string =>
  [
    `${base}*`,
    `  Content-Security-Policy: ${[...(hasForm ? [] : policy), "frame-ancestors 'none'"].join('; ')}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Cache-Control: no-cache',
    `${base}_astro/*`,
    '  ! Cache-Control',
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
