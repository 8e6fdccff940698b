import { hash } from 'node:crypto';

/** What tells one content of a file from any other. */
export const digestOf = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'base64url');
