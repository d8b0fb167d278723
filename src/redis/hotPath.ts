import { Redis } from 'ioredis';
import type { RedisAddress } from './dial.ts';

/** How long (ms) the server may be silent before the connection is dropped, and with it all that waits for an answer. */
const ANSWER_WITHIN = 5_000;

/**
 * A connection that fails at once while the server is away, instead of keeping commands and running them later: a message
 * that cannot be stored now must stay where it is. It reconnects by itself. The caller ends it with `disconnect`.
 */
export function hotPath(address: RedisAddress): Redis {
  return new Redis({
    ...address,
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    socketTimeout: ANSWER_WITHIN,
    retryStrategy: (times) => Math.min(50 * 2 ** times, 2_000),
  });
}
