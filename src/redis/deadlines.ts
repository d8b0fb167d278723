import type { Redis } from 'ioredis';
import type { Kept, Store } from '../intake/store.ts';
import { versionText } from './boxes.ts';
import type { Keys } from './keys.ts';
import { script } from './script.ts';

/** How many persons are looked at in one go. */
const PAGE = 100;

/** KEYS: fence, facts, due. ARGV: token, person, version, time (empty: none). */
const putOffLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
if redis.call('getrange', KEYS[2], 0, 7) ~= ARGV[3] then return 'stale' end
if ARGV[4] ~= '' then redis.call('zadd', KEYS[3], ARGV[4], ARGV[2]) else redis.call('zrem', KEYS[3], ARGV[2]) end
return 'done'
`;

/** The sorted set of deadlines: `commit` writes it, and what was found there but is none any more is put right here. */
export function deadlines(options: {
  redis: Redis;
  keys: Keys;
  token: string;
}): Pick<Store, 'due' | 'nextDue' | 'putOff'> {
  const { redis, keys, token } = options;
  const run = script(redis, putOffLua);
  return {
    due: (now, skip = 0) => redis.zrangebyscore(keys.due, '-inf', now, 'LIMIT', skip, PAGE),
    async nextDue() {
      const [first] = await redis.zrange(keys.due, 0, '0');
      const score = first === undefined ? null : await redis.zscore(keys.due, first);
      return score === null ? null : Number(score);
    },
    async putOff(person, version, at) {
      await run([keys.fence, keys.facts(person), keys.due], [token, person, versionText(version), String(at ?? '')]);
    },
  };
}

/** The time of the nearest deadline as the scripts take it; empty when there is none. */
export function nearest(due: Kept['due']): string {
  const times = [due.remind, due.expire].filter((time) => time !== undefined);
  return times.length === 0 ? '' : String(Math.min(...times));
}
