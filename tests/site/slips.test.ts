import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/validation/diagnostics.ts';
import { readContent } from '../../src/loaders/read-content.ts';
import { copyOfContent } from '../content-copy.ts';
import { lostSlips } from './slips-lost.ts';
import { pastedSlips } from './slips-pasted.ts';
import { slips as written } from './slips.ts';

const today = '2026-11-23';
const slips = [...written, ...pastedSlips, ...lostSlips];
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

it('there are 60 slips or more, no two of one name', () => {
  expect(new Set(slips.map(({ what }) => what)).size).toBe(slips.length);
  expect(slips.length).toBeGreaterThanOrEqual(60);
});

describe('one fault names the line and, mended as it says, the check passes after', () => {
  it.each(slips)('$what', async ({ file, good, bad, below = 0, mended = good, tells }) => {
    const copy = copyOfContent();
    const text = copy.read(file);
    expect(text.split(good)).toHaveLength(2);
    const at = text.indexOf(good);
    const put = (part: string): void => copy.write(file, text.slice(0, at) + part + text.slice(at + good.length));

    put(bad);
    const { faults } = readContent(copy.directory, today);
    expect(faults.map(formatDiagnostic), 'one fault').toHaveLength(1);
    const [fault] = faults;
    expect(fault?.path.endsWith(file)).toBe(true);
    expect(fault?.line, 'line').toBe(lineOf(text, good) + below);
    const { allowed: [nearest = ''] = [], fix = '' } = fault ?? {};
    expect([nearest, fix].join('\n')).toContain(tells);

    put(mended);
    expect(readContent(copy.directory, today).faults.map(formatDiagnostic)).toEqual([]);
  });
});
