/** The kinds of page that can be searched, in the order in which results stand, each with its heading. */
export const kinds = {
  example: 'Examples',
  problem: 'Problems',
  factor: 'Factors',
  evidence: 'Evidence',
  measure: 'Measures',
  page: 'Other pages',
} as const;
export type SearchKind = keyof typeof kinds;
