import { setTimeout as wait } from 'node:timers/promises';

/** Time as the channel needs it. `wait` rejects when the signal ends it early. */
export type Clock = { now(): number; wait(ms: number, signal: AbortSignal): Promise<void> };

export const realClock: Clock = {
  now: () => Date.now(),
  wait: (ms, signal) => wait(ms, undefined, { signal }),
};
