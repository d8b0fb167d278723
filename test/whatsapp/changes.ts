/** Waiting for something to become true without polling: whoever changes anything says so. */
export type Changes = {
  /** Something changed: everyone who waits looks again. */
  changed(): void;
  /** Resolves with what `look` returns as soon as that is neither `undefined` nor `false`; rejects after `ms`. */
  until<T>(look: () => T | undefined | false, what: string, ms?: number): Promise<T>;
  /** Ends every wait with an error. */
  close(): void;
};

const PATIENCE_MS = 20_000;

export const makeChanges = (): Changes => {
  const waiting = new Set<{ look(): void; end(error: Error): void }>();
  return {
    changed() {
      for (const one of [...waiting]) one.look();
    },
    until: (look, what, ms = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const finish = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(one);
          settle();
        };
        const one = {
          look() {
            try {
              const found = look();
              if (found !== undefined && found !== false) finish(() => resolve(found));
            } catch (error) {
              finish(() => reject(error));
            }
          },
          end: (error: Error) => finish(() => reject(error)),
        };
        const timer = setTimeout(() => one.end(new Error(`not within ${ms} ms: ${what}`)), ms);
        waiting.add(one);
        one.look();
      }),
    close() {
      for (const one of [...waiting]) one.end(new Error('the fake WhatsApp server was stopped'));
    },
  };
};
