/** `node src/commands/addresses.ts`: prints the addresses that the content keeps, as a built site's addresses.txt. */
import { keptAddresses } from '../validation/addresses.ts';
import { readContent } from '../loaders/read-content.ts';
import { contentDirectory, today } from '../config/settings.ts';

const { content } = await readContent(contentDirectory(), today());
for (const address of keptAddresses(content)) console.log(address);
