import { describe, expect, it } from 'vitest';
import { boxCounts, chains, drawingOf, ledTo, tiesOf } from '../../../src/library/change-maps.ts';
import { changeMap } from '../../../src/schemas/change-map.ts';

const item = (id: string, leads: string[] = [], more: object = {}) => ({
  id,
  text: `What ${id} says.`,
  leads: leads.map((to) => ({ to, because: 'Both say so.' })),
  ...more,
});
const map = changeMap.parse({
  sources: [{ source: 's', where: 'Part 1' }],
  issues: [item('issue')],
  organisational: [item('staff', ['training'])],
  local: [item('forum', ['group'])],
  mechanisms: [item('training', ['plans']), item('events', [], { items: [item('group', ['voice'])] }), item('loose')],
  outcomes: [item('plans'), item('voice')],
});
const cells = drawingOf(map)
  .columns.flat()
  .flatMap((part) => part.cells);
const cell = (id: string) => cells.find(({ item: own }) => own.id === id);

it('items under others are counted in their box, and the sums are those of the rows', () => {
  const counts = boxCounts(map);
  expect(counts).toEqual({ issues: 1, organisational: 1, local: 1, national: 0, mechanisms: 4, outcomes: 2, all: 9 });
});

it('the ties are those that the items name, items under others too', () => {
  expect(tiesOf(map).map(({ from, to }) => `${from} ${to}`)).toEqual([
    'staff training',
    'forum group',
    'training plans',
    'group voice',
  ]);
});

it('a chain goes on to the last thing that is led to, back to the first, and ends where ties go round', () => {
  expect([...(chains(tiesOf(map)).get('staff')?.onward ?? [])]).toEqual(['staff', 'training', 'plans']);
  expect([...(chains(tiesOf(map)).get('plans')?.back ?? [])]).toEqual(['plans', 'training', 'staff']);
  expect(chains(tiesOf(map)).has('loose')).toBe(false);
  const round = [
    { from: 'a', to: 'b', because: '' },
    { from: 'b', to: 'a', because: '' },
  ];
  expect([...(chains(round).get('a')?.onward ?? [])]).toEqual(['a', 'b']);
});

describe('the drawing', () => {
  it('has the items that are tied, a line for each tie, and no box that is empty', () => {
    const { columns, lines } = drawingOf(map);
    expect(cells).toHaveLength(6);
    expect(lines).toHaveLength(4);
    expect(columns.map((parts) => parts.map(({ box }) => box))).toEqual([
      ['organisational', 'local'],
      ['mechanisms'],
      ['outcomes'],
    ]);
  });

  it('joins the middles of two items, whose rows follow from their texts', () => {
    // Two rows of heading, then an item of two rows in each column.
    expect(drawingOf(map).lines[0]?.path).toBe('M28 3C32 3 32 3 36 3');
    expect(drawingOf(map).rows).toBe(8);
  });

  it('lights an item with all that it leads to and comes from, and with nothing else', () => {
    const number = cell('training')
      ?.classes.find((name) => name.startsWith('n'))
      ?.slice(1);
    const lit = cells.filter(({ classes }) => classes.includes(`w${number}`)).map(({ item: own }) => own.id);
    expect(lit).toEqual(['staff', 'training', 'plans']);
    expect(drawingOf(map).lines.map(({ classes }) => classes.includes(`w${number}`))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(cell('loose')).toBeUndefined();
  });
});

it('what a context led to is the mechanisms tied to it and the outcomes tied to those, and nothing untied', () => {
  const ids = (found: { id: string }[]) => found.map(({ id }) => id);
  const led = ledTo(map, ['staff']);
  expect([ids(led.causes), ids(led.mechanisms), ids(led.outcomes)]).toEqual([[], ['training'], ['plans']]);
  const done = ledTo(map, ['group', 'loose']);
  expect([ids(done.causes), ids(done.mechanisms), ids(done.outcomes)]).toEqual([['forum'], [], ['voice']]);
});
