/** The one content security policy for all that readers see. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** As a <meta>: browsers ignore frame-ancestors there, and say so on the console. */
export const metaPolicy = policy.join('; ');

/** For hosts that read a _headers file: the policy, caching of hashed files for good, of pages never. */
export const headersFile = (base: string): string =>
  [
    `${base}*`,
    `  Content-Security-Policy: ${[...policy, "frame-ancestors 'none'"].join('; ')}`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: strict-origin-when-cross-origin',
    '  Cache-Control: no-cache',
    `${base}_astro/*`,
    '  ! Cache-Control',
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n');
