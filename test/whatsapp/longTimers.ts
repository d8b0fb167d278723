/**
 * Baileys leaves timers of 30 and 60 seconds behind when a socket ends, which keep a test process alive. Loading this
 * file lets the process end without them; while a socket is open they run as ever.
 */
const LONG_MS = 30_000;
const start = globalThis.setTimeout;

const startAndLetGo = (work: (...given: unknown[]) => void, ms?: number, ...given: unknown[]): NodeJS.Timeout => {
  const timer = start(work, ms, ...given);
  return ms !== undefined && ms >= LONG_MS ? timer.unref() : timer;
};

globalThis.setTimeout = Object.defineProperties(
  startAndLetGo,
  Object.getOwnPropertyDescriptors(start),
) as typeof globalThis.setTimeout;
