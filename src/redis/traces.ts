import type { Redis } from 'ioredis';
import type { Store } from '../intake/store.ts';
import type { Keys } from './keys.ts';
import { rewriting } from './rewriting.ts';
import { concerns, openAlerts } from './waiting.ts';

/**
 * The last step of an erasure: the alerts go, both servers forget the bytes, and only then does the mark go, so that an
 * erasure that was broken off anywhere is begun again.
 */
export function traces({ redis, keyStore, keys }: { redis: Redis; keyStore: Redis; keys: Keys }): Store['eraseTraces'] {
  const rewritten = rewriting([redis, keyStore]);
  return async (persons) => {
    const alerts = (await openAlerts(redis, keys)).filter((alert) => concerns(alert, persons));
    if (alerts.length > 0) await redis.hdel(keys.alerts, ...alerts.map(({ id }) => id));
    await rewritten();
    const [person] = persons;
    if (person !== undefined) await redis.hdel(keys.erasing, person);
  };
}
