import type { Clock } from '../src/intake/clock.ts';

/** Time that a test moves: `pass` runs what falls due on the way. */
export function fakeClock(start = 1_790_000_000_000): Clock & { pass(ms: number): void } {
  let now = start;
  let due: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    after(ms, work) {
      const one = { at: now + ms, work };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const first = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!first) break;
        due = due.filter((other) => other !== first);
        now = Math.max(now, first.at);
        first.work();
      }
      now = end;
    },
  };
}
