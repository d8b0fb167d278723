import type { Clock } from './clock.ts';
import type { InHand } from './inHand.ts';
import type { Settled, Store } from './store.ts';

/** How long (ms) to wait after a failure. */
const AGAIN_AFTER = 500;
/** How many replies leave the store in one call. */
const AT_ONCE = 500;

/**
 * Takes replies that have an outcome out of the store, those of many persons in one call. A crash before that only means
 * that they are sent once more with the same id.
 */
export function settling(options: {
  store: Pick<Store, 'settle'>;
  clock: Clock;
  hand: InHand;
  /** How long (ms) to gather. */
  gather: number;
  settled: (person: string) => void;
  failed: (error: unknown) => void;
}) {
  const { store, clock, hand } = options;
  let gathered: Settled[] = [];
  let writing: Settled[] = [];
  let armed = false;
  let stopped = false;
  let cancel = (): void => {};
  let under = Promise.resolve();

  const write = async (): Promise<void> => {
    writing = gathered.slice(0, AT_ONCE);
    gathered = gathered.slice(AT_ONCE);
    try {
      await store.settle(writing);
    } catch (error) {
      gathered = [...writing, ...gathered];
      writing = [];
      options.failed(error);
      if (!stopped) cancel = clock.after(AGAIN_AFTER, begin);
      return;
    }
    const done = writing;
    writing = [];
    armed = false;
    if (gathered.length > 0 && !stopped) arm();
    for (const { person } of done) {
      options.settled(person);
      hand.end();
    }
  };
  const begin = (): void => {
    under = write();
  };
  const arm = (): void => {
    if (armed) return;
    armed = true;
    if (options.gather === 0) begin();
    else cancel = clock.after(options.gather, begin);
  };

  return {
    add(reply: Settled): void {
      hand.begin();
      gathered.push(reply);
      arm();
    },
    /** A person has become another one. */
    moved(person: string, to: string): void {
      gathered = gathered.map((reply) => (reply.person === person ? { ...reply, person: to } : reply));
    },
    /** Whether this reply has its outcome although the store still has it. */
    has: (id: string): boolean => [...writing, ...gathered].some((reply) => reply.id === id),
    /** Writes what is gathered, once; what cannot be written now is sent again by the next process. */
    async stop(): Promise<void> {
      stopped = true;
      cancel();
      await under;
      if (gathered.length > 0) await write();
    },
    empty: (person: string): boolean => ![...writing, ...gathered].some((reply) => reply.person === person),
  };
}
