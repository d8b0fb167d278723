import type { Clock } from './clock.ts';

/** A clock that stands still until it is moved, and never goes back. What it is asked to do later is done in real time. */
export function movableClock(start: number): { clock: Clock; moveTo(at: number): void } {
  let now = start;
  const clock: Clock = {
    now: () => now,
    after(ms, work) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  };
  return {
    clock,
    moveTo(at) {
      now = Math.max(now, at);
    },
  };
}
