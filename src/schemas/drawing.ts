import { z } from 'astro/zod';

/** The most bytes that a drawing may have. */
export const largestDrawing = 5_000;

/** The signs that src/components/Sign.astro draws by itself. */
export const signs = ['plan', 'voices', 'join', 'purse', 'work', 'signpost', 'home', 'health', 'book', 'star'] as const;

/** A drawing of shapes alone, as src/validation/svg.ts has judged it. */
export const drawing = z.strictObject({
  /** The attributes of the drawing as a whole. */
  attributes: z.record(z.string(), z.string()),
  /** The shapes as they are written, with nothing between them. */
  shapes: z.string(),
});
export type Drawing = z.infer<typeof drawing>;
