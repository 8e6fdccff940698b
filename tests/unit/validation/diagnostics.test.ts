import { expect, it } from 'vitest';
import {
  formatDiagnostic,
  nearestFirst,
  shown,
  sortDiagnostics,
  type Diagnostic,
} from '../../../src/validation/diagnostics.ts';

const fault = (parts: Partial<Diagnostic>): Diagnostic => ({
  path: 'a.mdx',
  line: 1,
  column: 1,
  rule: 'value',
  message: 'm',
  fix: 'n.',
  ...parts,
});

it('a fault is one line that begins with path, line and column and ends with how to mend it', () => {
  const text = formatDiagnostic(
    fault({
      line: 3,
      column: 5,
      message: 'stage "runing"\nis not known',
      allowed: ['running', 'planned'],
      fix: 'Write one of these.',
    }),
  );
  expect(text).toBe('a.mdx:3:5 stage "runing" is not known. Allowed: running, planned. To mend: Write one of these.');
});

it('faults stand by path, line and column, each once', () => {
  const list = [fault({ path: 'b.mdx' }), fault({ line: 10 }), fault({ line: 9 }), fault({ line: 9 })];
  expect(sortDiagnostics(list).map(({ path, line }) => `${path}:${line}`)).toEqual(['a.mdx:9', 'a.mdx:10', 'b.mdx:1']);
});

it('the choice most like the value comes first', () => {
  expect(nearestFirst('colabration', ['patience', 'joint-making', 'collaboration'])[0]).toBe('collaboration');
});

it('a value is shown without what could hide in it', () => {
  expect(shown('a\u202eb\u0007')).toBe('"a\uFFFDb\uFFFD"');
  expect(shown('x'.repeat(200)).length).toBeLessThan(90);
});
