import type { Meaning } from '../understanding/meaning.ts';
import type { AlertKind } from './effects.ts';
import type { Facts } from './facts.ts';
import type { Line } from './line.ts';

/** What a turn knows besides the facts: the time, and what only the world can give. */
export type World = {
  /** ms since the epoch. */
  now: number;
  /** The label of the bot's own WhatsApp number, as it stands in the brief. */
  number: string;
  /** A case number nobody has; used when this turn files a new case. */
  caseNumber: string;
};

export type Context = { facts: Facts; world: World };

/** What the machine hears: a meaning, with the message it came in. `words` is that message, masked. */
export type Event = (
  | Meaning
  | { type: 'arrived'; salam?: boolean; kunya?: string; greeted: boolean; withWish: boolean }
  /** None of the questions that a message may have asked. */
  | { type: 'other_question' }
) & {
  message: string;
  at: number;
  words: string;
};

/** What a step wants done besides changing facts. `hush`: nothing is asked in this turn unless a later message wants it. */
export type Act =
  | { type: 'say'; line: Line }
  | { type: 'hush' }
  | { type: 'alert'; kind: AlertKind }
  | { type: 'file'; case: string; revision: number; brief: object }
  | { type: 'recall'; case: string; revision: number }
  | { type: 'consent'; record: object; wording: string }
  | { type: 'erase' };

export type Outcome = { facts: Facts; acts?: Act[] };

/** One step of the dialogue: a pure function from what is known and what was heard. */
export type Step<T extends Event['type'] = Event['type']> = (
  context: Context,
  event: Extract<Event, { type: T }>,
) => Outcome;

export const say = (line: Line): Act => ({ type: 'say', line });
export const plain = (line: Extract<Line, { line: string }>['line']): Act => ({ type: 'say', line: { line } as Line });
