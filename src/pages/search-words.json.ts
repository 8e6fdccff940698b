import { getLibrary } from '../library/library.ts';
import { slipWords } from '../search/site-words.ts';

export const GET = async () => Response.json(slipWords(await getLibrary()));
