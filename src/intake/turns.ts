import type { Conversation, Entry } from './store.ts';

/** The turn itself failed: a bug of ours, not of the store. */
export class TurnFailed extends Error {
  override name = 'TurnFailed';
}

/** What the mailboxes ask for. Those that return a conversation return it as it stands then; `null`: ask the store. */
export type Turns = {
  load(person: string): Promise<Conversation>;
  /** Rejects with `TurnFailed` for a bug of the turn, with anything else when the store failed. */
  take(person: string, conversation: Conversation, batch: readonly Entry[]): Promise<Conversation | null>;
  /** No turn can take the first entry of the inbox: it is put aside, and a human must see it. */
  bury(person: string, conversation: Conversation): Promise<Conversation | null>;
  /** Whether the farewell was sent, so that the person may be erased. */
  mayErase(person: string): boolean;
  erase(person: string, conversation: Conversation): Promise<void>;
  failed(error: unknown): void;
};
