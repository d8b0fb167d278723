import type { Address, Channel, Receive } from '../channels/channel.ts';
import type { Effect } from '../dialogue/effects.ts';
import type { Clock } from './clock.ts';
import { door, type Mask } from './door.ts';
import { handover } from './handover.ts';
import { inHand } from './inHand.ts';
import { joining } from './joining.ts';
import { lanes } from './lanes.ts';
import { mailboxes, type Turns } from './mailboxes.ts';
import { outbox } from './outbox.ts';
import { receive, type TakeTurn } from './receive.ts';
import { settling } from './settling.ts';
import { Fenced, type Alert, type Entry, type Job, type Store } from './store.ts';
import { timers } from './timers.ts';

/** How often (ms) passed deadlines are looked for. */
const DEADLINES_EVERY = 30_000;
/** How long (ms) after "composing" the person is taken to be typing. */
const COMPOSING = 4_000;

export type IntakeOptions = {
  store: Store;
  channel: Pick<Channel, 'send' | 'typing' | 'state'>;
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
  /** Something failed and will be tried again, or was buried with an alert. */
  failed: (error: unknown) => void;
  /** Another process owns the number: nothing more is written, everything must stop. */
  lost: (error: Fenced) => void;
};

export type Intake = {
  receive: Receive;
  /** Takes up what was left when the last process ended. Call it before the channel starts. */
  start(): Promise<void>;
  /** Lets in the deadlines that have passed at `now` (ms). */
  runDue(now: number): Promise<void>;
  /** Resolves when everything let in is turned, sent and handed over. */
  settled(): Promise<void>;
  /** Takes nothing more up, and resolves when what is being sent is settled. What is left is for the next process. */
  stop(): Promise<void>;
};

/** The shell: everything between a channel and the pure core, with a store that loses nothing between them. */
export function intake(options: IntakeOptions): Intake {
  const { store, clock } = options;
  const hand = inHand();
  const atDoor = lanes();
  const inTurn = lanes();
  let stopped = false;
  let cancel = (): void => {};

  const failed = (error: unknown): void => {
    options.failed(error);
    if (!(error instanceof Fenced) || stopped) return;
    stop().catch(options.failed);
    options.lost(error);
  };
  const raise = async (alert: Alert): Promise<void> => {
    await store.raise(alert);
    queue.wake();
  };

  const queue = handover({ store, deliver: options.deliver, clock, hand, failed });
  const settle = settling({
    store,
    clock,
    hand,
    gather: options.gather,
    failed,
    settled: (person) => {
      if (erasing.has(person) && mayErase(person)) boxes.look(person);
    },
  });
  const speech = outbox({
    ...options,
    hand,
    failed,
    spoken(person, { id }, result) {
      settle.add({ person, id, kept: result === 'accepted' });
      if (result === 'lost') raise({ id: `lost-${id}`, kind: 'lost', person, at: clock.now() }).catch(failed);
    },
  });
  const erasing = new Set<string>();
  const mayErase = (person: string): boolean => speech.empty(person) && settle.empty(person);

  const turns: Turns = {
    async load(person) {
      const conversation = await store.load(person);
      if (conversation.erasing) erasing.add(person);
      speech.put(person, conversation.outbox.filter(({ id }) => !settle.has(id)));
      return conversation;
    },
    ...receive({
      ...options,
      committed(person, commit, effects) {
        if (commit.erasing) erasing.add(person);
        speech.put(person, commit.replies);
        if (commit.handovers.length > 0) queue.wake();
        options.committed?.(person, effects);
      },
    }),
    mayErase,
    erase: (person, { erasing: mark }) =>
      atDoor([person], async () => {
        const next = mark && (await store.erase(person, mark, await store.load(person)));
        erasing.delete(person);
        speech.forget(person);
        queue.wake();
        if (next) boxes.look(next);
      }),
    failed,
  };
  const boxes = mailboxes({ ...options, turns, hand, inTurn });
  const accept = door({
    ...options,
    atDoor,
    stored: (person: string, entry: Entry) => boxes.arrived(person, entry),
    again: boxes.look,
    unsure: boxes.look,
    join: joining({
      store,
      clock,
      atDoor,
      inTurn,
      raise,
      joined(person, other) {
        speech.moved(other, person);
        settle.moved(other, person);
        boxes.look(person);
      },
    }),
  });
  const runDue = timers({ store, accept });

  const watchDeadlines = (): void => {
    cancel = clock.after(DEADLINES_EVERY, () => {
      runDue(clock.now()).catch(failed).finally(() => {
        if (!stopped) watchDeadlines();
      });
    });
  };
  const stop = async (): Promise<void> => {
    stopped = true;
    cancel();
    boxes.stop();
    queue.stop();
    await speech.stop();
    await settle.stop();
  };

  return {
    receive: {
      async accept(message) {
        if (stopped) throw new Error('the intake has stopped');
        await accept(message).catch((error: unknown) => {
          if (error instanceof Fenced) failed(error);
          throw error;
        });
      },
      async known(id, from) {
        const { person } = await store.find(from);
        return person !== null && store.knows(person, id);
      },
      composing(from: readonly Address[]) {
        store.find(from).then(({ person }) => person && boxes.composing(person, COMPOSING), failed);
      },
      sentText: async (id) => speech.text(id) ?? store.sentText(id),
      changed: () => speech.changed(),
    },
    async start() {
      for (const person of await store.atWork()) boxes.look(person);
      queue.wake();
      await runDue(clock.now());
      watchDeadlines();
    },
    runDue,
    settled: hand.settled,
    stop,
  };
}
