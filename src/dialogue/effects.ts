import type { Facts } from './facts.ts';

/** What the world must do after a turn; the shell commits all of it together with the facts, or none. */
export type Effect =
  /** One bubble, rendered. */
  | { type: 'reply'; text: string }
  /** The brief of this revision goes to the coordinators. `brief` is the wire object of `brief/`. */
  | { type: 'file'; case: string; revision: number; brief: object }
  /** Forwarding ends: waiting jobs of the case are removed and a recall goes to the queue. */
  | { type: 'recall'; case: string; revision: number }
  /** A decision about consent; kept as proof, even after erasure. `wording` is what was shown; the shell keeps its hash. */
  | { type: 'consent'; record: object; wording: string }
  | { type: 'alert'; kind: AlertKind }
  /** Erase the person after the replies of this turn are sent. */
  | { type: 'erase' };

export type AlertKind = 'emergency' | 'self_harm' | 'human' | 'lost' | 'complaint' | 'agency';

/** The deadlines of a conversation after a turn, each a time in ms; what is not named no longer stands. */
export type Deadlines = { remind?: number; expire?: number };

/** The outcome of one turn. */
export type Turn = { facts: Facts; effects: Effect[]; deadlines: Deadlines };
