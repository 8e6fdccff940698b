/** `node src/publishing/addresses.ts`: prints the addresses that the content keeps, as a built site's addresses.txt. */
import { keptAddresses } from '../library/addresses.ts';
import { readContent } from '../library/read.ts';
import { contentDirectory, today } from '../library/settings.ts';

const { content } = await readContent(contentDirectory(), today());
for (const address of keptAddresses(content)) console.log(address);
