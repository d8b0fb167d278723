import type { CacheStore } from '@whiskeysockets/baileys';

const MOST_KEPT = 4_000;

/**
 * What Baileys' key cache keeps its entries in: the latest few thousand, without timers. Made anew for every dial, for
 * it may know what Redis does not after a write that failed.
 */
export function makeKeyCache(): CacheStore {
  const entries = new Map<string, unknown>();
  return {
    get<T>(key: string) {
      return entries.get(key) as T | undefined;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, value);
      const oldest = entries.keys().next();
      if (entries.size > MOST_KEPT && !oldest.done) entries.delete(oldest.value);
    },
    del(key) {
      entries.delete(key);
    },
    flushAll() {
      entries.clear();
    },
  };
}
