/** How the questions on people are told, with what to do about them. */
import type { Diagnostic } from '../diagnostics.ts';
import { formatDiagnostic } from '../diagnostics.ts';

export const peopleHeading = 'First: could anybody be recognised or reached?';

export const whatToDo = {
  change:
    'If so, change the text. If it was saved on GitHub or shared already, tell the team at once as well: the history keeps what you take out.',
  accept:
    'If it is nobody, add these lines to the frontmatter of the file, with the question in brackets and your reason. The reason is public, and names nobody.',
};

/** The lines for the frontmatter by which a file accepts the questions. */
export const acceptedLines = (questions: readonly Diagnostic[]): string =>
  [
    'accepted:',
    ...[...new Set(questions.map(({ rule }) => rule))].flatMap((rule) => [
      `  - question: ${rule}`,
      '    reason: (replace this: why it may stay)',
    ]),
  ].join('\n');

/** The questions under a heading, and below them what to do. */
export const peopleInWords = (questions: readonly Diagnostic[]): string =>
  [
    peopleHeading,
    ...questions.map((question) => `${formatDiagnostic(question)} [${question.rule}]`),
    whatToDo.change,
    whatToDo.accept,
    acceptedLines(questions).replace(/^/gm, '  '),
    `${questions.length} question${questions.length === 1 ? '' : 's'} about people.`,
  ].join('\n');
