import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { Fenced } from '../intake/store.ts';

/** Runs one Lua script in one round trip. Rejects with `Fenced` when the script answers `fenced`. */
export type Script = (keys: readonly string[], args: readonly (string | Buffer | number)[]) => Promise<unknown>;

/** Prepares a script for a connection: the server is sent its hash, and its text once when it does not know it. */
export function script(redis: Redis, lua: string): Script {
  const sha = createHash('sha1').update(lua).digest('hex');
  const hold = corked(redis);
  return async (keys, args) => {
    hold();
    const answer = await redis.evalsha(sha, keys.length, ...keys, ...args).catch((error: unknown) => {
      if (error instanceof Error && error.message.includes('NOSCRIPT')) {
        return redis.eval(lua, keys.length, ...keys, ...args);
      }
      throw error;
    });
    if (answer === 'fenced') throw new Fenced('another process owns the number');
    return answer;
  };
}

const held = new WeakSet<object>();

/** Writes all commands of one tick in one go: a fifth to almost half of the client's CPU at many conversations. */
export function corked(redis: Redis): () => void {
  return () => {
    const { stream } = redis;
    if (redis.status !== 'ready' || held.has(stream)) return;
    held.add(stream);
    stream.cork();
    process.nextTick(() => {
      held.delete(stream);
      stream.uncork();
    });
  };
}
