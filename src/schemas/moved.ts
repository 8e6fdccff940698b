import { z } from 'astro/zod';
import { day, line } from './fields.ts';

const address = () =>
  z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*)?$/, addressSays)
    .meta({ says: addressSays });
const addressSays = 'must be an address of the site without slashes at its ends, such as examples/joining-up-support';

/** As it was once, on this site or the one before it: any path that a folder can have. */
const oldAddress = () =>
  z
    .string()
    .max(200)
    // The last part is a folder with a page in it.
    .regex(
      /^(?!.*(?:^|\/)index\.html$)(?!\.+(?:\/|$))[^\s/\\?#%:*"<>|]+(?:\/(?!\.+(?:\/|$))[^\s/\\?#%:*"<>|]+)*$/,
      oldSays,
    )
    .meta({ says: oldSays });
const oldSays =
  'must be the old address without the name of the site, without slashes at its ends and without what follows ? or #, such as examples/joining-up-support';

/** What became of an address that the site once had. */
export const movedItem = z
  .strictObject({
    from: oldAddress()
      .describe('The old address without slashes at its ends, such as examples/joining-up-support.')
      .meta({
        title: 'Old address',
        hint: 'The end of the page’s address without slashes at its ends, such as examples/joining-up-support.',
      }),
    to: address()
      .optional()
      .describe('The new address, written in the same way. Leave it out for what is withdrawn.')
      .meta({
        title: 'New address',
        hint: 'For a page that has another address now. Leave it empty for one withdrawn.',
      }),
    withdrawn: day()
      .optional()
      .describe('The day on which the page was withdrawn, YYYY-MM-DD.')
      .meta({ title: 'Withdrawn on', hint: 'For a page that is gone.' }),
    why: line(300).optional().describe('Why it was withdrawn, in one sentence that names nobody.').meta({
      title: 'Why it was withdrawn',
      hint: 'Readers of the old address see it. One sentence that names nobody.',
    }),
  })
  .meta({ title: 'Page' })
  .superRefine(({ to, withdrawn, why }, context) => {
    const fault = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    if (to !== undefined && withdrawn !== undefined)
      fault('withdrawn', 'stands beside to: a page has either moved or been withdrawn');
    if (to === undefined && withdrawn === undefined)
      fault('to', 'is missing, and so is withdrawn: write one of the two');
    if (withdrawn !== undefined && why === undefined) fault('why', 'is missing: say why the page was withdrawn');
    if (withdrawn === undefined && why !== undefined) fault('why', 'goes with withdrawn alone');
  });
export const moved = z.array(movedItem);
export type Moved = z.infer<typeof movedItem>;
