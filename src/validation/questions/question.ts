import type { Position } from '../diagnostics.ts';
import type { Text } from './text.ts';
import type { Programme } from './programme.ts';

/** Something to ask of a text, with how it can be answered. It never repeats what may name a person. */
export interface Asked extends Position {
  message: string;
  allowed?: readonly string[];
  fix: string;
}

/** Everything that one rule asks of a text. */
export type Question = (text: Text, programme: Programme) => Iterable<Asked>;
