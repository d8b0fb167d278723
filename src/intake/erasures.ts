import type { Clock } from './clock.ts';
import type { InHand } from './inHand.ts';
import type { Store } from './store.ts';

/** How long (ms) to wait after a failure. */
const AGAIN_AFTER = 5_000;

/**
 * Ends erasures beside the conversations: nobody waits at the door while a server rewrites its file. What could not be
 * ended is tried again, by the next process if need be.
 */
export function erasures(options: {
  store: Pick<Store, 'eraseTraces'>;
  clock: Clock;
  hand: InHand;
  failed: (error: unknown) => void;
}) {
  const { store, clock, hand } = options;
  const cancels = new Set<() => void>();
  let stopped = false;

  const end = (persons: readonly string[]): void => {
    if (stopped) return;
    hand.begin();
    store
      .eraseTraces(persons)
      .catch((error: unknown) => {
        options.failed(error);
        if (!stopped) later(persons);
      })
      .finally(hand.end);
  };
  const later = (persons: readonly string[]): void => {
    const cancel = clock.after(AGAIN_AFTER, () => {
      cancels.delete(cancel);
      end(persons);
    });
    cancels.add(cancel);
  };

  return {
    end,
    stop(): void {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}
