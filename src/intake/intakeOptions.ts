import type { Channel } from '../channels/channel.ts';
import type { Effect } from '../dialogue/effects.ts';
import type { Clock } from './clock.ts';
import type { Mask } from './door.ts';
import type { TakeTurn } from './receive.ts';
import type { Fenced, Job, Store } from './store.ts';

/** What an intake is made of. */
export type IntakeOptions = {
  store: Store;
  channel: Pick<Channel, 'send' | 'typing' | 'state'>;
  /** Puts an item on its queue; called again with the same when that is not certain. */
  deliver: (job: Job) => Promise<void>;
  turn: TakeTurn;
  mask: Mask;
  clock: Clock;
  /** The bot's own WhatsApp number. */
  number: string;
  /** ms a person is waited for: after the last message, and at most after the first. 0: not at all. */
  quiet: number;
  cap: number;
  /** ms the bot types a reply. */
  pace: (text: string, urgent: boolean) => number;
  /** Resolves when one more reply may be sent. */
  allowed?: () => Promise<void>;
  /** ms for which replies with an outcome are gathered before they leave the store. */
  gather: number;
  /** A turn is committed; for logs, measurements and `chat --json`. */
  committed?: (person: string, effects: readonly Effect[]) => void;
  /** Something failed and will be tried again, or was put aside with an alert. */
  failed: (error: unknown) => void;
  /** Another process owns the number: nothing more is written, everything must stop. Called once. */
  lost: (error: Fenced) => void;
};
