/** The second-level headings that the body of every case study has, in this order. */
export const caseStudySections = [
  'What they started from',
  'What they did',
  'What was hard',
  'What came next',
] as const;
/** The section that tells what was done. */
export const didSection = caseStudySections[1];
/** A third-level heading that the section on what was done may have. Comparisons show what stands under it. */
export const paidAndStaffed = 'Who paid and who staffed it';

/** What goes under each, as people are asked for it. */
export const partHints: Record<(typeof caseStudySections)[number] | typeof paidAndStaffed, string> = {
  'What they started from': 'What was the situation, and how did people know? Two or three short paragraphs.',
  'What they did': 'Who did what, with whom, and how many people took part?',
  'Who paid and who staffed it': 'One to three plain sentences, where it is known.',
  'What was hard': 'What did not work or took long, and what is still not known?',
  'What came next': 'What was planned, what has happened since, and has anybody else taken up the idea?',
};
