/** Asks outside addresses whether they are still there: one at a time, without haste. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Manners {
  /** Milliseconds between two requests. */
  pace?: number;
  /** Milliseconds after which an address counts as not answering. */
  timeout?: number;
}

/** For each address `there`, or in words what is wrong with it. A refusal of programs is no sign that it has gone. */
export async function linkStates(
  urls: readonly string[],
  { pace = 1000, timeout = 20_000 }: Manners = {},
): Promise<Map<string, string>> {
  const states = new Map<string, string>();
  for (const [index, url] of urls.entries()) {
    if (index) await pause(pace);
    states.set(url, await stateOf(url, timeout));
  }
  return states;
}

async function stateOf(url: string, timeout: number): Promise<string> {
  try {
    const response = await fetch(url, {
      headers: { 'user-agent': 'learning-examples weekly link check', accept: '*/*' },
      signal: AbortSignal.timeout(timeout),
    });
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return `has gone (status ${response.status})`;
    return response.status >= 500 ? `does not work (status ${response.status})` : 'there';
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'does not answer' : 'cannot be reached';
  }
}
