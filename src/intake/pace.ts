import type { Clock } from './clock.ts';

/** How long (ms) a person would type this: one to four seconds. An urgent reply waits for nothing. */
export function typingTime(text: string, urgent: boolean): number {
  return urgent ? 0 : Math.min(4_000, 1_000 + 12 * text.length);
}

/** A cap over all persons: the returned function resolves when one more of `perMinute` replies may be sent, evenly spread. */
export function atMost(perMinute: number, clock: Clock): () => Promise<void> {
  const apart = 60_000 / perMinute;
  let next = 0;
  let seen = 0;
  return async () => {
    const now = clock.now();
    if (now < seen) next -= seen - now; // the clock was set back
    seen = now;
    const wait = Math.max(0, next - now);
    next = Math.max(next, now) + apart;
    if (wait > 0) await new Promise<void>((resolve) => clock.after(wait, resolve));
  };
}
