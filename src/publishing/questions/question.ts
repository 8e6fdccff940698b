import type { Place } from '../../library/faults.ts';
import type { Text } from './text.ts';
import type { Programme } from './programme.ts';

/** Something to ask of a text, with how it can be answered. It never repeats what may name a person. */
export interface Asked extends Place {
  message: string;
  allowed?: readonly string[];
  mend: string;
}

/** Everything that one rule asks of a text. */
export type Question = (text: Text, programme: Programme) => Iterable<Asked>;
