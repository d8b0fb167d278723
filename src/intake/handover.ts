import type { Clock } from './clock.ts';
import type { InHand } from './inHand.ts';
import type { Job, Store } from './store.ts';

/** How long (ms) to wait after a failure. */
const AGAIN_AFTER = 1_000;

/**
 * Puts what left the conversations on the queues, in order. An item leaves the store only when its queue has it; one that
 * is put there twice has the same job id.
 */
export function handover(options: {
  store: Pick<Store, 'handovers' | 'handed'>;
  deliver: (job: Job) => Promise<void>;
  clock: Clock;
  hand: InHand;
  /** The queues are rid of these persons. */
  erased: (persons: readonly string[]) => void;
  failed: (error: unknown) => void;
}) {
  const { store, deliver, clock, hand } = options;
  let running = false;
  let again = false;
  let stopped = false;

  const work = async (): Promise<void> => {
    for (let items = await store.handovers(); items.length > 0 && !stopped; items = await store.handovers()) {
      for (const item of items) {
        await deliver(item.job);
        await store.handed(item);
        if (item.job.kind === 'erased') options.erased(item.job.persons);
      }
    }
  };
  const run = async (): Promise<void> => {
    try {
      do {
        again = false;
        await work();
      } while (again && !stopped);
    } catch (error) {
      options.failed(error);
      if (!stopped) return void clock.after(AGAIN_AFTER, () => void run());
    }
    running = false;
    hand.end();
  };

  return {
    /** Something waits. */
    wake(): void {
      again = true;
      if (running || stopped) return;
      running = true;
      hand.begin();
      void run();
    },
    stop(): void {
      stopped = true;
    },
  };
}
