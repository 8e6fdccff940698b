import { expect, it } from 'vitest';
import type { Area, Factor } from '../../../../src/library/entries.ts';
import { reasonView } from '../../../../src/library/views/example.ts';

const library = {
  factor: (id: unknown) => ({ url: `/factors/${String(id)}/`, data: { title: `Factor ${String(id)}` } }) as Factor,
  area: (id: unknown) =>
    ({ url: `/areas/${String(id)}/`, data: { title: 'Long', shortTitle: `Area ${String(id)}` } }) as Area,
};
const text = { text: (plain: string) => `<b>${plain}</b>` };

it('links at most three shared factors and counts the rest', () => {
  const three = ['a', 'b', 'c'].map((id) => ({ title: `Factor ${id}`, url: `/factors/${id}/` }));
  const factors = ['a', 'b', 'c', 'd', 'e'];
  expect(reasonView(library, text, { kind: 'factors', factors })).toMatchObject({ links: three, more: 2 });
  expect(reasonView(library, text, { kind: 'factors', factors: factors.slice(0, 3) })).toMatchObject({
    links: three,
    more: 0,
  });
});

it('names a shared area as its tag does', () => {
  expect(reasonView(library, text, { kind: 'areas', areas: ['x'] })).toEqual({
    sentence: 'The same priority area in another place',
    links: [{ title: 'Area x', url: '/areas/x/' }],
    more: 0,
  });
});

it('gives what an author wrote as it stands', () => {
  expect(reasonView(library, text, { kind: 'written', reason: 'Both do it.' })).toEqual({
    sentence: '<b>Both do it.</b>',
    links: [],
    more: 0,
  });
});
