import { getLibrary } from '../library/library.ts';
import { termForms } from '../library/views/search-words.ts';

export const GET = async () => Response.json(termForms(await getLibrary()));
