/** What a check found, told in the three ways that people and tools read it. */
import { countOf, formatDiagnostic, type Diagnostic } from '../validation/diagnostics.ts';

export interface Findings {
  /** What stops a merge. */
  faults: Diagnostic[];
  /** What a publisher answers in the file, or accepts there by name with a reason. */
  questions: Diagnostic[];
  /** What there is to tidy. It stops nothing. */
  notes: Diagnostic[];
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** A line for each, the questions after the faults under a heading of their own, and how many there are. */
export function inWords({ faults, questions, notes }: Findings): string {
  const lines = faults.map(formatDiagnostic);
  if (faults.length) lines.push(`${countOf(faults.length)} in the content.`);
  if (questions.length)
    lines.push(
      ...(faults.length ? [''] : []),
      'Questions. Answer each in the text, or add the name in brackets to accepted in the frontmatter, with a reason:',
      ...questions.map((question) => `${formatDiagnostic(question)} [${question.rule}]`),
      `${counted(questions.length, 'question')} about the content.`,
    );
  if (notes.length)
    lines.push(
      ...(lines.length ? [''] : []),
      'To tidy when there is time. It stops nothing:',
      ...notes.map(formatDiagnostic),
    );
  return lines.join('\n');
}

/** One JSON object: `{ "faults": [...], "questions": [...], "notes": [...] }`. */
export const inJson = ({ faults, questions, notes }: Findings): string =>
  JSON.stringify({ faults, questions, notes }, null, 2);

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
  return [...faults.map(command('error')), ...questions.map(command('warning')), ...notes.map(command('notice'))].join(
    '\n',
  );
}
