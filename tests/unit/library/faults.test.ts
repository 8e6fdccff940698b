import { expect, it } from 'vitest';
import { formatFault, nearestFirst, shown, sortFaults, type Fault } from '../../../src/library/faults.ts';

const fault = (parts: Partial<Fault>): Fault => ({
  path: 'a.mdx',
  line: 1,
  column: 1,
  rule: 'value',
  message: 'm',
  mend: 'n.',
  ...parts,
});

it('a fault is one line that begins with path, line and column and ends with how to mend it', () => {
  const text = formatFault(
    fault({
      line: 3,
      column: 5,
      message: 'stage "runing"\nis not known',
      allowed: ['running', 'planned'],
      mend: 'Write one of these.',
    }),
  );
  expect(text).toBe('a.mdx:3:5 stage "runing" is not known. Allowed: running, planned. To mend: Write one of these.');
});

it('faults stand by path, line and column, each once', () => {
  const list = [fault({ path: 'b.mdx' }), fault({ line: 10 }), fault({ line: 9 }), fault({ line: 9 })];
  expect(sortFaults(list).map(({ path, line }) => `${path}:${line}`)).toEqual(['a.mdx:9', 'a.mdx:10', 'b.mdx:1']);
});

it('the choice most like the value comes first', () => {
  expect(nearestFirst('colabration', ['time', 'co-production', 'collaboration'])[0]).toBe('collaboration');
});

it('a value is shown without what could hide in it', () => {
  expect(shown('a\u202eb\u0007')).toBe('"a\uFFFDb\uFFFD"');
  expect(shown('x'.repeat(200)).length).toBeLessThan(90);
});
