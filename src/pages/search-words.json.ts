import { getLibrary } from '../library/library.ts';
import { searchWords } from '../library/views/search-words.ts';

export const GET = async () => Response.json(searchWords(await getLibrary()));
