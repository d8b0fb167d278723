import type { Redis } from 'ioredis';
import type { Store } from '../intake/store.ts';
import type { Keys } from './keys.ts';
import type { people } from './people.ts';
import { script } from './script.ts';

/** How long (s) records without a key are kept aside. */
const KEPT = 30 * 24 * 3600;
/** How many addresses are looked at in one go. */
const PAGE = 1_000;

/** KEYS: fence, alias, work, due, then each record and its name aside. ARGV: token, person, seconds, then hashed addresses. */
const setAsideLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
for i = 4, #ARGV do
  if redis.call('hget', KEYS[2], ARGV[i]) == ARGV[2] then redis.call('hdel', KEYS[2], ARGV[i]) end
end
redis.call('hdel', KEYS[2], ARGV[2])
redis.call('srem', KEYS[3], ARGV[2])
redis.call('zrem', KEYS[4], ARGV[2])
for i = 5, #KEYS, 2 do
  if redis.call('exists', KEYS[i]) == 1 then
    redis.call('rename', KEYS[i], KEYS[i + 1])
    redis.call('expire', KEYS[i + 1], ARGV[3])
  end
end
return 'done'
`;

/** Sets a person without a key aside. Its addresses are inside what cannot be read: all there are, are looked through. */
export function setAside(options: {
  redis: Redis;
  keys: Keys;
  who: ReturnType<typeof people>;
  token: string;
}): Store['setAside'] {
  const { redis, keys, who, token } = options;
  const run = script(redis, setAsideLua);
  const addressesOf = async (person: string): Promise<string[]> => {
    const found: string[] = [];
    let cursor = '0';
    do {
      const [next, flat] = await redis.hscan(keys.alias, cursor, 'COUNT', PAGE);
      flat.forEach((value, i) => {
        if (i % 2 === 1 && value === person) found.push(flat[i - 1] ?? '');
      });
      cursor = next;
    } while (cursor !== '0');
    return found;
  };

  return async (person) => {
    const records = [keys.facts, keys.seen, keys.inbox, keys.outbox, keys.consents].map((name) => name(person));
    const names = records.flatMap((name) => [name, keys.aside(name)]);
    try {
      const addresses = await addressesOf(person);
      await run([keys.fence, keys.alias, keys.work, keys.due, ...names], [token, person, KEPT, ...addresses]);
    } finally {
      who.forget(person);
    }
  };
}
