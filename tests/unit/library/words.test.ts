import { to } from '../references.ts';
import { expect, it } from 'vitest';
import {
  claimDetails,
  counted,
  dayInWords,
  kindAndRegion,
  listHead,
  monthInWords,
  namesInWords,
  termTitle,
} from '../../../src/library/words.ts';

it('dates read as 3 March 2017 and March 2017', () => {
  expect(dayInWords('2017-03-03')).toBe('3 March 2017');
  expect(monthInWords('2017-12')).toBe('December 2017');
});

it('a count agrees with its noun', () => {
  expect([counted(0, 'example'), counted(1, 'example'), counted(2, 'entry', 'entries')]).toEqual([
    '0\u00a0examples',
    '1\u00a0example',
    '2\u00a0entries',
  ]);
});

it('names stand in one line', () => {
  expect(namesInWords(['Ash, A.', 'Birch, B.', 'Cole, C.'])).toBe('Ash, A., Birch, B. and Cole, C.');
  expect(namesInWords(['Ash, A.'])).toBe('Ash, A.');
});

it('a change says who reported it, on what it rests and when', () => {
  expect(
    claimDetails({
      claim: 'c',
      basis: 'reported',
      by: 'officers',
      sample: '17 people',
      period: 'early 2017',
      source: to('sources', 's'),
      where: 'w',
    }),
  ).toBe('Said by officers. Based on 17 people. Early 2017');
});

it('the first page of a list says how much it holds, a later one which it is', () => {
  const words = { title: 'Examples', summary: '50 examples.', later: 'Examples.' };
  expect(listHead({ page: 1, pages: 3 }, words)).toEqual({
    title: 'Examples',
    description: '50 examples.',
    summary: '50 examples.',
  });
  expect(listHead({ page: 2, pages: 3 }, words)).toEqual({
    title: 'Examples, page 2 of 3',
    description: 'Examples. Page 2 of 3.',
    summary: '',
  });
});

it('a term is titled by its abbreviation where it has one', () => {
  expect(termTitle({ title: 'annual review' })).toBe('Annual review');
  expect(termTitle({ title: 'local authority', abbreviation: 'LA' })).toBe('LA: local authority');
});

it('says what kind of place one is before where it is', () => {
  const region = { title: 'Upper river' };
  expect(kindAndRegion({ kinds: [{ title: 'Town' }], region })).toBe('Town, Upper river');
  expect(kindAndRegion({ kinds: [{ title: 'Town' }, { title: 'Port' }], region })).toBe('Town, Port, Upper river');
});
