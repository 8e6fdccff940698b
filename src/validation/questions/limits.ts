/** The limits of the questions, in one place, each with the reason for it. */
export const limits = {
  /** Words in a sentence. It is what guidance for public writing in the United Kingdom asks for. */
  sentenceWords: 25,
  /** Years: what a text asks of its reader, by its Flesch-Kincaid grade and five. Sixteen-year-olds follow it at ease. */
  readingAge: 14,
  /** The same for the sentences in short, which young people are to read themselves. */
  readingAgeInShort: 12.5,
  /** Words that a text needs before its reading age means anything. */
  readingAgeWords: 100,
  /** The same for the few sentences in short. */
  readingAgeWordsInShort: 30,
  /** A count of people below this can point to persons. It is the threshold of official statistics on pupils. */
  smallCount: 5,
  /** Words within quotation marks that are somebody's; fewer are a term or a title. */
  quotedWords: 4,
  /** Words in a row that count as one shingle. */
  shingleWords: 6,
  /** The share of a body's shingles found in one other body from which the two may be the same. */
  sharedShingles: 0.2,
  /** Shingles that so many bodies have are a manner of speaking and lead nowhere. It keeps the search linear. */
  bodiesWithShingle: 10,
  /** Words that a claim in a body has in common with one among the changes from which they are the same. */
  claimWords: 3,
} as const;
