import type { Redis } from 'ioredis';
import { prefixOf } from './queues.ts';

/** Removes every key of a namespace: conversations, wrapped keys and queues. For a namespace made to be thrown away. */
export async function eraseNamespace(redis: Redis, namespace: string): Promise<void> {
  for (const pattern of [`${namespace}:*`, `${namespace}-keys:*`, `${prefixOf(namespace)}:*`]) {
    let cursor = '0';
    do {
      const [next, names] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', 1_000);
      if (names.length > 0) await redis.unlink(...names);
      cursor = next;
    } while (cursor !== '0');
  }
}
