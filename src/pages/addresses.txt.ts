import { getLibrary } from '../library/library.ts';

/** The addresses that this release keeps, one a line: the next is checked against it. */
export const GET = async () => new Response((await getLibrary()).addresses.map((address) => `${address}\n`).join(''));
