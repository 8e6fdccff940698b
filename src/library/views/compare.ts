import type { Library } from '../library.ts';

/** Of each area that has two examples or more, the first two, to begin a comparison with. */
export const comparePairs = (library: Library) =>
  library.areas.flatMap((area) => {
    const examples = (library.examplesByArea.get(area.id) ?? []).slice(0, 2);
    return examples.length === 2 ? [{ area, examples }] : [];
  });
