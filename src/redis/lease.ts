import type { Redis } from 'ioredis';
import type { Clock } from '../intake/clock.ts';
import { Fenced } from '../intake/store.ts';
import type { Keys } from './keys.ts';
import { isAlive, type Owner, thisProcess } from './owner.ts';
import { script } from './script.ts';

/** KEYS: owner, fence. ARGV: owner to write, TTL (ms), the dead owner that may be replaced (or empty). Returns the token, or who owns it. */
const takeLua = `
local owner = redis.call('get', KEYS[1])
if owner and owner ~= ARGV[3] then return {0, owner} end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return {1, tostring(redis.call('incr', KEYS[2]))}
`;

/** KEYS: fence, owner. ARGV: token, owner, TTL (ms). The counter decides: a lease that ran out while Redis was away is still ours if nobody took it. */
const renewLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
redis.call('set', KEYS[2], ARGV[2], 'PX', ARGV[3])
return 'done'
`;

/** KEYS: fence, owner. ARGV: token. */
const releaseLua = `
if redis.call('get', KEYS[1]) == ARGV[1] then redis.call('del', KEYS[2]) end
return 'done'
`;

/** How long (ms) a lease lasts without being renewed, and how often it is renewed. */
const LASTS = 15_000;
const RENEWED = 5_000;
const LOOKED = 500;

export type Lease = {
  /** What every write checks: the counter under `key` must still be `token`. */
  fence: { key: string; token: string };
  /** Ends the renewing and lets the next owner in at once. */
  release(): Promise<void>;
};

/**
 * Waits until this process owns the number. An owner on this host whose process is dead is replaced at once, any other
 * when its lease has run out. `lost` is called once when somebody else has taken the number: everything must stop then.
 */
export async function lease(options: {
  redis: Redis;
  keys: Keys;
  clock: Clock;
  lost: (reason: Error) => void;
  waits?: (owner: Owner) => void;
  alive?: (owner: Owner) => Promise<boolean>;
}): Promise<Lease> {
  const { redis, keys, clock, lost } = options;
  const alive = options.alive ?? isAlive;
  const me = JSON.stringify(await thisProcess());
  const take = script(redis, takeLua);
  const renew = script(redis, renewLua);
  const release = script(redis, releaseLua);

  const acquire = async (replaceable: string): Promise<string> => {
    const answer = await take([keys.owner, keys.fence], [me, LASTS, replaceable]);
    const [taken, said] = Array.isArray(answer) ? answer.map(String) : [];
    if (said === undefined) throw new Error('the lease script gave no answer');
    if (taken === '1') return said;
    const owner = JSON.parse(said) as Owner;
    if (!(await alive(owner))) return acquire(said);
    options.waits?.(owner);
    await new Promise<void>((resolve) => clock.after(LOOKED, resolve));
    return acquire('');
  };

  const token = await acquire('');
  let cancel = (): void => {};
  let ended = false;
  const again = (): void => {
    if (ended) return;
    cancel = clock.after(RENEWED, () => {
      renew([keys.fence, keys.owner], [token, me, LASTS]).then(again, (error: unknown) => {
        if (!(error instanceof Fenced)) return again(); // Redis is away: the counter will tell when it is back
        ended = true;
        lost(error);
      });
    });
  };
  again();
  return {
    fence: { key: keys.fence, token },
    async release() {
      ended = true;
      cancel();
      await release([keys.fence, keys.owner], [token]);
    },
  };
}
