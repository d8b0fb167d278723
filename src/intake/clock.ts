/** Time, handed in so that a test moves it by hand. */
export type Clock = {
  /** ms since the epoch. */
  now(): number;
  /** Calls `work` once after `ms`; the returned function cancels it. */
  after(ms: number, work: () => void): () => void;
};

/** The time of this machine. */
export const clock: Clock = {
  now: Date.now,
  after(ms, work) {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
