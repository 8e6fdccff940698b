import type { Fault } from '../../library/faults.ts';
import type { Content } from '../../library/read.ts';

export async function askQuestions(
  _content: Content,
  _isJudged: (file: string) => boolean,
): Promise<{ faults: Fault[]; questions: Fault[] }> {
  return { faults: [], questions: [] };
}
