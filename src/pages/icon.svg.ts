import { getLibrary } from '../library/library.ts';
import { iconText } from '../library/views/icon.ts';

export const GET = async () => new Response(iconText(await getLibrary()));
