import type { Log } from '../../log.ts';
import type { End } from './disconnect.ts';
import type { Login } from './login.ts';

/** The life of one dial: it ends once, and from then on nothing of it is stored, acknowledged or written. */
export type Guard = {
  signal: AbortSignal;
  over(): boolean;
  /** Resolves with the reason of the first `finish`. */
  ended: Promise<End>;
  finish(end: End): void;
  /** The store failed: fail-stop, for Baileys' caches have already moved on (`whatsapp.md` section 6). */
  fail(error: unknown): void;
  /** Does a piece of work with the store: refused once it is over, ends it on failure. */
  run<T>(work: () => T | Promise<T>): Promise<T>;
  /** Resolves when no such work is under way. */
  idle(): Promise<void>;
};

export function makeGuard(fenced: Login['fenced'], log: Log): Guard {
  const end = new AbortController();
  const under = new Set<Promise<unknown>>();
  let settle: (reason: End) => void = () => undefined;
  const ended = new Promise<End>((resolve) => {
    settle = resolve;
  });
  const over = () => end.signal.aborted;
  const finish = (reason: End): void => {
    settle(reason);
    end.abort();
  };
  const fail = (error: unknown): void => {
    if (over()) return;
    log.error('failed', { place: 'login', error });
    finish({ by: fenced(error) ? 'fence' : 'store' });
  };
  return {
    signal: end.signal,
    over,
    ended,
    finish,
    fail,
    async run(work) {
      end.signal.throwIfAborted();
      const doing = (async () => work())(); // begins at once: what is saved is what is true now
      under.add(doing);
      try {
        return await doing;
      } catch (error) {
        fail(error);
        throw error;
      } finally {
        under.delete(doing);
      }
    },
    async idle() {
      await Promise.allSettled(under);
    },
  };
}
