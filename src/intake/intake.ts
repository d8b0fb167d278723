import type { Receive } from '../channels/channel.ts';
import { door } from './door.ts';
import { erasures } from './erasures.ts';
import { handover } from './handover.ts';
import { inHand } from './inHand.ts';
import type { IntakeOptions } from './intakeOptions.ts';
import { joining } from './joining.ts';
import { lanes } from './lanes.ts';
import { mailboxes } from './mailboxes.ts';
import { NoKey } from './noKey.ts';
import { sentText } from './sentText.ts';
import { speech } from './speech.ts';
import { type Alert, Fenced } from './store.ts';
import { timers } from './timers.ts';
import { turnsOf } from './turnsOf.ts';

/** How long (ms) after "composing" the person is taken to be typing. */
const COMPOSING = 4_000;

export type Intake = {
  receive: Receive;
  /** Takes up what was left when the last process ended. Call it before the channel starts. */
  start(): Promise<void>;
  /** Lets in the deadlines that have passed at `now` (ms). */
  runDue(now: number): Promise<void>;
  /** The time (ms) of the nearest deadline of all; `null`: none. */
  nextDue(): Promise<number | null>;
  /** Resolves when everything let in is turned, sent and handed over. */
  settled(): Promise<void>;
  /** Takes nothing more up, and resolves when what is being sent is settled. What is left is for the next process. */
  stop(): Promise<void>;
};

/** The shell: everything between a channel and the pure core, with a store that loses nothing between them. */
export function intake(options: IntakeOptions): Intake {
  const { store, clock } = options;
  const hand = inHand();
  const [atDoor, inTurn] = [lanes(), lanes()];
  const erasing = new Set<string>();
  let stopped = false;

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

  const keyless = async (person: string): Promise<void> => {
    await raise({ id: `keyless-${person}`, kind: 'lost', person, at: clock.now() });
    await atDoor([person], () => store.setAside(person));
  };
  const endings = erasures({ store, clock, hand, failed });
  const queue = handover({ ...options, hand, erased: endings.end, failed });
  const talk = speech({
    ...options,
    hand,
    raise,
    failed,
    silent: (person) => {
      if (erasing.has(person)) boxes.look(person);
    },
  });
  const turns = turnsOf({
    ...options,
    atDoor,
    talk,
    erasing,
    keyless,
    look: (person) => boxes.look(person),
    wake: queue.wake,
    failed,
  });
  const boxes = mailboxes({ ...options, turns, hand, inTurn });
  const joined = (person: string, other: string): void => {
    talk.moved(other, person);
    boxes.look(person);
  };
  const accept = door({
    ...options,
    atDoor,
    stored: boxes.arrived,
    again: boxes.look,
    unsure: boxes.look,
    keyless,
    ...joining({ store, clock, atDoor, inTurn, raise, joined }),
  });
  const deadlines = timers({
    ...options,
    accept,
    failed: (error, person) => {
      failed(error);
      if (person !== undefined && error instanceof NoKey) boxes.look(person);
    },
  });

  const stop = async (): Promise<void> => {
    stopped = true;
    deadlines.stop();
    boxes.stop();
    queue.stop();
    endings.stop();
    await talk.stop();
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
      composing(from) {
        store.find(from).then(({ person }) => person && boxes.composing(person, COMPOSING), failed);
      },
      sentText: sentText(talk, store),
      changed() {
        deadlines.changed();
        talk.changed();
      },
    },
    async start() {
      for (const person of await store.atWork()) boxes.look(person);
      queue.wake();
      deadlines.watch();
    },
    runDue: deadlines.runDue,
    nextDue: store.nextDue,
    settled: hand.settled,
    stop,
  };
}
