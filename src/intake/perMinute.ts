import type { Clock } from './clock.ts';

const MINUTE = 60_000;

/** A cap over all persons: each call resolves when one more reply may be sent, `most` in a minute, evenly spaced. */
export function perMinute(most: number, clock: Clock): () => Promise<void> {
  const gap = MINUTE / most;
  let next = 0;
  return () => {
    const at = Math.max(clock.now(), next);
    next = at + gap;
    return new Promise((resolve) => {
      clock.after(at - clock.now(), resolve);
    });
  };
}
