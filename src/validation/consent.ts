/** Consent that is over: the example that rests on it is off the site, as a draft is. */
import { lastToday } from '../config/settings.ts';
import type { CaseStudy } from '../schemas/case-study.ts';
import type { Content } from './content.ts';
import type { Report } from './report.ts';

/** Why an example may not be shown on the day that it is; undefined, where it may. */
const overBy = (
  { status, until }: CaseStudy['disclosure']['consent'],
  today: string,
): 'withdrawn' | 'ended' | undefined =>
  status === 'withdrawn' ? 'withdrawn' : until !== undefined && until < lastToday(today) ? 'ended' : undefined;

type Examples = Content['entries']['case-studies'];

/** The examples, of which those whose consent is over are drafts, whatever their files say. */
export const heedConsent = (examples: Examples, today: string): Examples =>
  examples.map((entry) =>
    entry.data.draft || !overBy(entry.data.disclosure.consent, today)
      ? entry
      : // What was kept under the same digest on an earlier day was still shown.
        { ...entry, digest: `${entry.digest} off`, data: { ...entry.data, draft: true } },
  );

/** Tells of each consent that is over. It stops nothing, and somebody has to know. */
export function checkConsent({ entries }: Content, today: string, note: Report): void {
  for (const entry of entries['case-studies']) {
    const { consent } = entry.data.disclosure;
    const over = overBy(consent, today);
    if (over === 'ended')
      note(entry, ['disclosure', 'consent', 'until'], {
        rule: 'consent',
        message: `consent ended on ${consent.until}, so the example is off the site`,
        fix: 'Nothing is broken. Renew the consent, or delete the file and say in moved.yaml that it was withdrawn.',
      });
    else if (over)
      note(entry, ['disclosure', 'consent', 'status'], {
        rule: 'consent',
        message: 'consent has been withdrawn, so the example is off the site',
        fix: 'Nothing is broken. Delete the file, and say in moved.yaml that it was withdrawn.',
      });
  }
}
