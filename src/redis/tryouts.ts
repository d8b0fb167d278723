import type { Redis } from 'ioredis';
import { eraseNamespace } from './eraseNamespace.ts';
import { isAlive, type Owner, thisProcess } from './owner.ts';
import { rewriting } from './rewriting.ts';

/** Hash: a namespace made to be thrown away, to the process that must do it. */
const RUNS = 'chat:runs';
/** How long (ms) a server may take to forget the bytes. */
const FORGOTTEN_WITHIN = 10_000;

/** Namespaces in which conversations are only tried out: nothing of them stays, not even when their process dies. */
export function tryouts({ redis, keyStore }: { redis: Redis; keyStore: Redis }) {
  const rewritten = rewriting([redis, keyStore], FORGOTTEN_WITHIN);
  const erase = async (namespaces: readonly string[]): Promise<void> => {
    for (const one of namespaces) await Promise.all([redis, keyStore].map((server) => eraseNamespace(server, one)));
    await rewritten();
    await redis.hdel(RUNS, ...namespaces);
  };

  return {
    /** Remembers that this process must throw the namespace away, and does it for processes that died before they had. */
    async begin(namespace: string): Promise<void> {
      const runs = Object.entries(await redis.hgetall(RUNS));
      await redis.hset(RUNS, namespace, JSON.stringify(await thisProcess()));
      const left: string[] = [];
      for (const [one, owner] of runs) if (!(await isAlive(JSON.parse(owner) as Owner))) left.push(one);
      if (left.length > 0) await erase(left);
    },
    /** Removes the namespace with its queues; resolves when the servers have forgotten the bytes, rejects if they do not. */
    end: (namespace: string): Promise<void> => erase([namespace]),
  };
}
