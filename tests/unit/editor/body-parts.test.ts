import { describe, expect, it } from 'vitest';
import { bodyOf, partsOf } from '../../../src/editor/body-parts.ts';

const whole = [
  '## What they started from',
  'First.  \nA line after a hard break.',
  '## What they did',
  '- one\n- two',
  '### Who paid and who staffed it',
  'The council.',
  '## What was hard',
  '<Note title="So">\n\n  Text.\n\n</Note>',
  '## What came next',
  'Last.',
].join('\n\n');

describe('the parts of a body', () => {
  it('are what stands under its headings, and make the same body', () => {
    const parts = partsOf(whole);
    expect(parts[1]).toBe('- one\n- two\n\n### Who paid and who staffed it\n\nThe council.');
    expect(bodyOf(parts)).toBe(whole);
  });

  it.each([
    ['no heading at all', 'Only text.\n\nAnd more.'],
    ['text before the first heading', `Before.\n\n${whole}`],
    ['a heading that is missing', whole.replace('## What was hard\n\n', '')],
    ['headings out of their order', '## What was hard\n\na\n\n## What they did\n\nb'],
    ['a heading twice', `${whole}\n\n## What they did\n\nMore.`],
    ['another heading', `${whole}\n\n## Something else\n\nMore.`],
    ['headings without blank lines around them', whole.replaceAll('\n\n', '\n')],
    ['an empty section', '## What they started from\n\n## What they did\n\n\n\nText.'],
  ])('keep a body with %s to the letter, and lose nothing where one is edited', (_, body) => {
    const parts = partsOf(body);
    expect(bodyOf(parts, body)).toBe(body);
    const edited = bodyOf([`${parts[0]} New.`, ...parts.slice(1)], body);
    expect(edited).toContain('New.');
    for (const line of body.split('\n').filter((text) => text && !text.startsWith('## ')))
      expect(edited).toContain(line);
  });

  it('are the four headings where nothing is written yet', () => {
    expect(bodyOf(['', '', '', ''])).toBe(
      '## What they started from\n\n## What they did\n\n## What was hard\n\n## What came next',
    );
  });
});
