/** What a check found, told in the three ways that people and tools read it. */
import { countOf, formatDiagnostic, type Diagnostic } from '../validation/diagnostics.ts';
import { isOfPeople } from '../validation/people/people.ts';
import { peopleInWords } from '../validation/people/told.ts';

export interface Findings {
  /** What stops a merge. */
  faults: Diagnostic[];
  /** What a publisher answers in the file, or accepts there by name with a reason; what is asked of people first. */
  questions: Diagnostic[];
  /** What there is to tidy. It stops nothing. */
  notes: Diagnostic[];
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What stops nothing, by what it is for. */
export const notesByKind = (notes: readonly Diagnostic[]) => [
  {
    title: 'Still to do in drafts',
    what: 'It stops no merge. A draft can be published once all of it is done.',
    found: notes.filter(({ inDraft }) => inDraft),
  },
  {
    title: 'To tidy when there is time',
    what: 'It stops nothing.',
    found: notes.filter(({ inDraft }) => !inDraft),
  },
];

/** A line for each: what is asked of people, then the faults, then the other questions, and how many there are. */
export function inWords({ faults, questions, notes }: Findings): string {
  const ofPeople = questions.filter(isOfPeople);
  const others = questions.filter((question) => !isOfPeople(question));
  const lines = ofPeople.length ? [peopleInWords(ofPeople)] : [];
  if (faults.length)
    lines.push(
      ...(lines.length ? [''] : []),
      ...faults.map(formatDiagnostic),
      `${countOf(faults.length)} in the content.`,
    );
  if (others.length)
    lines.push(
      ...(lines.length ? [''] : []),
      'Questions. Answer each in the text, or add the name in brackets to accepted in the frontmatter, with a reason:',
      ...others.map((question) => `${formatDiagnostic(question)} [${question.rule}]`),
      `${counted(others.length, 'question')} about the content.`,
    );
  for (const { title, what, found } of notesByKind(notes))
    if (found.length) lines.push(...(lines.length ? [''] : []), `${title}. ${what}`, ...found.map(formatDiagnostic));
  return lines.join('\n');
}

/** One JSON object: `{ "questions": [...], "faults": [...], "notes": [...] }`. */
export const inJson = ({ questions, faults, notes }: Findings): string =>
  JSON.stringify({ questions, faults, notes }, null, 2);

const escaped = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapedProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/**
 * GitHub's workflow commands, which show each finding beside the line in a pull request.
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function inAnnotations({ faults, questions, notes }: Findings): string {
  const command = (kind: string) => (finding: Diagnostic) => {
    const properties = { file: finding.path, line: finding.line, col: finding.column, title: finding.rule };
    const written = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
    const text = formatDiagnostic(finding).slice(`${finding.path}:${finding.line}:${finding.column} `.length);
    return `::${kind} ${written.join(',')}::${escaped(text)}`;
  };
  return [
    ...questions.filter(isOfPeople).map(command('warning')),
    ...faults.map(command('error')),
    ...questions.filter((question) => !isOfPeople(question)).map(command('warning')),
    ...notes.map(command('notice')),
  ].join('\n');
}
