import { getLibrary } from '../library/library.ts';
import { slipWords } from '../library/views/search-words.ts';

export const GET = async () => Response.json(slipWords(await getLibrary()));
