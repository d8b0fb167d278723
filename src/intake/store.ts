import type { Address } from '../channels/channel.ts';
import type { AlertKind, Deadlines } from '../dialogue/effects.ts';
import type { Facts } from '../dialogue/facts.ts';
import type { Content } from '../understanding/content.ts';

/** One message, masked, as it waits for its turn. `from`: the address to reply to, then others stated with it. */
export type Entry = { id: string; at: number; content: Content; from: readonly Address[] };

/** One bubble that waits to be sent. `id` is derived, so that sending it again is the same message. */
export type Bubble = { id: string; to: Address; text: string; urgent?: true };

/** What is kept of a person besides messages under way. */
export type Kept = {
  facts: Facts;
  /** All addresses that lead to the person; the first is the one last written from, where replies go. */
  from: readonly Address[];
  due: Deadlines;
  /** Every case of the person with the last revision filed; 0: none yet. */
  cases: Record<string, number>;
  /** Persons who were joined to this one: alerts may still name them. */
  was?: readonly string[];
};

/** All of a person's conversation as it stands in the store. Version 0: nothing was committed yet. */
export type Conversation = {
  version: number;
  kept: Kept | null;
  inbox: Entry[];
  outbox: Bubble[];
  erasing: Erasing | null;
};

/** An alert waits for a human until it is acknowledged. `merge`: two persons with consents share an address. No words. */
export type Alert = { id: string; kind: AlertKind | 'merge'; person: string; case?: string; at: number };

/** What leaves a conversation: kept with the commit, then put on a queue. */
export type Handover =
  | { kind: 'brief'; case: string; revision: number; brief: object }
  | { kind: 'recall'; case: string; revision: number }
  | { kind: 'alert'; alert: Alert };

export type Consent = { record: object; wording: string };

/** What an erasure must still know when the person's key is gone: the cases to recall, the opt-out to keep, who it was. */
export type Erasing = { cases: Record<string, number>; stoppedAt?: number; was?: readonly string[] };

/** The outcome of one turn, written all or nothing. */
export type Commit = {
  /** The version it was computed from. */
  version: number;
  kept: Kept;
  /** Entries it took: the first of the inbox, in order. */
  took: readonly Entry[];
  replies: Bubble[];
  handovers: Handover[];
  consents: Consent[];
  /** A case number that must be this person's. */
  case?: string;
  erasing?: Erasing;
  /** An entry no turn could take: kept among the dead letters, where a human finds it. */
  dead?: Entry;
};

/** The fence moved on: another process owns the number, and this one must not touch it again. */
export class Fenced extends Error {
  override name = 'Fenced';
}

/**
 * What the intake asks of a store. Every call rejects when the store cannot be reached or its answer did not come: what it
 * was to do may then have been done or not. Calls that write reject with `Fenced` when the number has another owner, those
 * about a person whose key is gone with `NoKey`.
 */
export type Store = {
  /** Whom these addresses lead to. */
  find(from: readonly Address[]): Promise<Found>;
  /** A person that exists nowhere yet: an id and a key. Addresses lead to it only after its first `accept`. */
  create(): Promise<string>;
  /**
   * Stores an entry once; `free` addresses lead to the person from then on, also those that led to `before`. `moved`: one
   * leads to somebody else by now.
   */
  accept(
    person: string,
    entry: Entry,
    free: readonly Address[],
    before?: string,
  ): Promise<'stored' | 'known' | 'moved'>;
  /** Whether this id is waiting or was handled. */
  knows(person: string, id: string): Promise<boolean>;
  load(person: string): Promise<Conversation>;
  /** `stale`: version or inbox are not what the commit was computed from. `taken`: the case number is somebody else's. */
  commit(person: string, commit: Commit): Promise<'done' | 'stale' | 'taken'>;
  /** Removes replies from the outboxes; those accepted by the channel stay readable for a short while by `sentText`. */
  settle(replies: readonly Settled[]): Promise<void>;
  sentText(id: string): Promise<Pick<Bubble, 'text' | 'to'> | null>;
  /** Keeps an alert and hands it over; once for an id. */
  raise(alert: Alert): Promise<void>;
  /** At most a hundred persons whose deadline has passed, longest ago first, behind the first `skip`. */
  due(now: number, skip?: number): Promise<string[]>;
  /** The time (ms) of the nearest deadline of all; `null`: none. */
  nextDue(): Promise<number | null>;
  /** The person's next deadline is at `at` (ms; `null`: none), if the conversation still has this version. */
  putOff(person: string, version: number, at: number | null): Promise<void>;
  /**
   * Nothing leads to a person without a key any more. Its records stay aside for a month, should its key come back, but
   * for an erasure under way, which goes on.
   */
  setAside(person: string): Promise<void>;
  /** Persons with entries, replies or an erasure under way. */
  atWork(): Promise<string[]>;
  /**
   * Erases the person's conversation and key, and hands over `erased`. Entries that came after the wish to be erased become
   * the first of a new person, who is returned. May be called again after any failure.
   */
  erase(person: string, erasing: Erasing, conversation: Conversation): Promise<string | null>;
  /** Ends the erasure of the first person once the queues are rid of all of them; may take as long as a server needs. */
  eraseTraces(persons: readonly string[]): Promise<void>;
  /** Joins two persons: the second's addresses, entries and replies become the first's, and the second is erased. `stale`: load both again. */
  join(into: Joined, from: Joined, kept: Kept | null): Promise<'done' | 'stale'>;
  /** The oldest items that wait to be put on a queue. */
  handovers(): Promise<Waiting[]>;
  /** The item is on its queue. */
  handed(item: Waiting): Promise<void>;
  /** Ids for the replies of the turn that is computed from this version. */
  replyIds(person: string, version: number, count: number): string[];
  /** A case number for the turn that is computed from this version. */
  caseNumber(person: string, version: number, attempt: number): string;
};

/**
 * `person`: of the LID if one is stated, else of the first address that leads to anybody. `other`: another one, when they
 * lead to two who may be one. `before`: whose the phone was, when it belongs to another account now: two LIDs are never one
 * person by themselves, and a re-issued phone number looks exactly so. `free` ones are to lead to the person.
 */
export type Found = { person: string | null; other: string | null; before: string | null; free: Address[] };
export type Joined = { person: string; conversation: Conversation };
export type Settled = { person: string; id: string; kept: boolean };
export type Waiting = { raw: string; job: Job };

/** What is put on a queue (R-numbers of the brief: `domain.md` 8.5). No words: the brief is inside the sealed box. */
export type Job =
  | { kind: 'brief'; case: string; revision: number; box: string }
  | { kind: 'recall'; case: string; revision: number }
  | { kind: 'alert'; alert: Alert }
  /** Nothing is put on a queue: what the queue `alerts` holds of these persons is taken off. */
  | { kind: 'erased'; persons: readonly string[] };
