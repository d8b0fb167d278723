import type { Content } from '../understanding/content.ts';

/**
 * One address of a person on a channel, as the channel states it: a LID or a phone number on WhatsApp.
 * `value` is bare (digits of the phone in E.164 without `+`, digits of the LID): the channel makes its own form of it.
 */
export type Address = { kind: 'lid' | 'phone'; value: string };

/** One message as it reached us. The channel makes no decision about it. */
export type Inbound = {
  /**
   * The channel's own id of the message; the same id is the same message. One that could not be decrypted has `?` behind
   * its id: the same message may come again readable.
   */
  id: string;
  /** Where it came from: the address to reply to first, then the other one if it was stated. Never empty. */
  from: readonly Address[];
  /** When it was sent, ms since the epoch. */
  at: number;
  content: Content;
};

/** One bubble to send. `id` was derived when the turn was committed: sending it again is the same message. */
export type Outgoing = { id: string; to: Address; text: string };

/**
 * What became of a send. `accepted`: the server has it. `unknown`: it may or may not have it; sending once more with the
 * same id is harmless. `unsent`: it never left, for the line was down; sending it again costs nothing. `refused`: it will
 * never be taken (restricted account, no such person): not to be retried.
 */
export type Sent = 'accepted' | 'unknown' | 'unsent' | 'refused';

export type ChannelState = 'connecting' | 'open' | 'waiting' | 'needs_person';

/**
 * How people are reached. The intake gives a channel what it must call; the channel does nothing of its own accord.
 * Errors of the network are the channel's own to retry; only a bug is thrown.
 */
export type Channel = {
  /** Begins to receive; resolves when it has begun to try, not when it is connected. */
  start(receive: Receive): Promise<void>;
  send(message: Outgoing): Promise<Sent>;
  /** Shows "typing" to the person for as long as the bot takes; best effort. */
  typing(to: Address): Promise<void>;
  state(): ChannelState;
  /** Ends the connection; no message is taken after it resolves. */
  stop(): Promise<void>;
};

/** What the intake offers a channel. */
export type Receive = {
  /**
   * Resolves once the message is stored and may be acknowledged. Rejects when it cannot be stored:
   * the channel must then not acknowledge it, and drop the connection so that the sender's side keeps it.
   */
  accept(message: Inbound): Promise<void>;
  /** Whether this id from this person is already stored or was handled: a redelivery to be acknowledged in silence. */
  known(id: string, from: readonly Address[]): Promise<boolean>;
  /** The person is typing: the quiet window is prolonged. */
  composing(from: readonly Address[]): void;
  /**
   * The text of a message sent a short while ago, for a phone that asks for it again; `null` when it is no longer kept, or
   * when it went to somebody else than `to`. Without `to`: whoever it went to.
   */
  sentText(id: string, to?: Address): Promise<string | null>;
  /** The connection opened or closed: the outbox may speak, or must wait. */
  changed(state: ChannelState): void;
};
