/** A word that stands twice by mistake. "Had had" and "that that" may be meant, so only words that never are. */
export const doubledWord =
  /(?<![\p{L}\d’'-])(the|an?|and|or|of|to|for|from|with|their|our|they|we|was|were|are)[ \n]+\1(?![\p{L}\d’'-])/iu;
