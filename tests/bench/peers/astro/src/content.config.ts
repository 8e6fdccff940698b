import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

const examples = defineCollection({
  loader: glob({ base: 'content/examples', pattern: '*.mdx' }),
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    place: z.string(),
    areas: z.array(z.string()),
    themes: z.array(z.string()),
    factors: z.array(z.object({ title: z.string(), meant: z.string() })),
    claims: z.array(z.object({ claim: z.string(), basis: z.string() })),
    date: z.date(),
  }),
});

export const collections = { examples };
