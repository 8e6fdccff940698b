import { expect, it } from 'vitest';
import type { Example } from '../../../../src/library/entries.ts';
import { accountsInWords } from '../../../../src/library/views/evidence.ts';

const of = (...months: string[]): Example[] => months.map((asOf) => ({ data: { asOf } }) as Example);

it('says of which month the accounts are, or from which to which', () => {
  expect(accountsInWords(of('2017-02'))).toMatch(/^The 1.account describes how things stood in February 2017\. /);
  expect(accountsInWords(of('2017-03', '2017-01', '2017-02'))).toMatch(
    /^The 3.accounts describe how things stood from January 2017 to March 2017\. /,
  );
  expect(accountsInWords([])).toBe('There is no example yet.');
});

it('counts the accounts of each year where there are several, and those that stand still', () => {
  const [first] = of('2016-11');
  const confirmed = {
    ...first,
    data: { ...first?.data, confirmed: { on: '2018-06-01', status: 'Still so' } },
  } as Example;
  expect(accountsInWords([...of('2018-01', '2016-12'), confirmed])).toMatch(
    /from November 2016 to January 2018: 2 of 2016 and 1 of 2018\. Their places have confirmed 1 of them since\.$/,
  );
  expect(accountsInWords(of('2018-01'))).toMatch(/ No place has confirmed its account since\.$/);
});
