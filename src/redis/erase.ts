import type { Redis } from 'ioredis';
import type { Job, Store } from '../intake/store.ts';
import { shortIdOf } from './boxes.ts';
import type { Conversations } from './conversations.ts';
import type { PersonKeys } from './personKeys.ts';
import { script } from './script.ts';

/**
 * KEYS: fence, alias, work, due, cases, filed, optout, handover, then facts, seen, inbox, outbox, consents of the person,
 * then seen and inbox of the next one. ARGV: token, person, next person (empty: none), then one JSON: `stopped` (time or
 * empty), `addresses` (hashed), `cases` (with the job to recall each), `erased` (job), then for each entry of the next person: id (8 bytes), sealed entry.
 */
const eraseLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
local person, successor, out = ARGV[2], ARGV[3], cjson.decode(ARGV[4])
for _, address in ipairs(out.addresses) do
  if redis.call('hget', KEYS[2], address) == person then
    if out.stopped ~= '' then redis.call('hset', KEYS[7], address, out.stopped) end
    if successor ~= '' then redis.call('hset', KEYS[2], address, successor) else redis.call('hdel', KEYS[2], address) end
  end
end
local lid = redis.call('hget', KEYS[2], person)
if lid then
  if successor ~= '' then redis.call('hset', KEYS[2], successor, lid) end
  redis.call('hdel', KEYS[2], person)
end
redis.call('del', KEYS[9], KEYS[10], KEYS[11], KEYS[12], KEYS[13])
redis.call('srem', KEYS[3], person)
redis.call('zrem', KEYS[4], person)
for _, item in ipairs(out.cases) do
  redis.call('hdel', KEYS[6], item.case)
  if redis.call('hdel', KEYS[5], item.case) == 1 and item.recall then redis.call('rpush', KEYS[8], item.recall) end
end
redis.call('rpush', KEYS[8], out.erased)
for i = 5, #ARGV, 2 do
  redis.call('append', KEYS[14], ARGV[i])
  redis.call('rpush', KEYS[15], ARGV[i] .. ARGV[i + 1])
  redis.call('sadd', KEYS[3], successor)
end
return 'done'
`;

/**
 * Erasure in an order that may be broken off anywhere and begun again while the `erasing` mark stands: the records first
 * (what came after the wish is handed to a new person under a new key), then the key, then what the mark tells. `traces`
 * does the rest when the queues are rid of the person.
 */
export function eraser(options: { redis: Redis; personKeys: PersonKeys; conversations: Conversations; token: string }) {
  const { redis, personKeys, conversations, token } = options;
  const { keys, who, box } = conversations;
  const run = script(redis, eraseLua);

  const erase: Store['erase'] = async (person, erasing, { kept, inbox }) => {
    const next = inbox.length === 0 ? null : await who.create();
    const nextKey = next === null ? null : await personKeys.of(next);
    const entries = inbox.flatMap((entry) =>
      next === null || nextKey === null ? [] : [shortIdOf(entry), box.sealEntry(nextKey, next, entry)],
    );
    const addresses = [...(kept?.from ?? []), ...inbox.flatMap((entry) => entry.from)].map(who.hashOf);
    const cases = Object.entries(erasing.cases).map(([number, revision]) => ({
      case: number,
      ...(revision > 0 && { recall: JSON.stringify({ kind: 'recall', case: number, revision } satisfies Job) }),
    }));
    const erased = JSON.stringify({ kind: 'erased', persons: [person, ...(erasing.was ?? [])] } satisfies Job);
    const { facts, seen, inbox: waiting, outbox, consents } = keys;
    const own = [facts, seen, waiting, outbox, consents].map((name) => name(person));
    const done = run(
      [
        keys.fence,
        keys.alias,
        keys.work,
        keys.due,
        keys.cases,
        keys.filed,
        keys.optout,
        keys.handover,
        ...own,
        seen(next ?? '-'),
        waiting(next ?? '-'),
      ],
      [
        token,
        person,
        next ?? '',
        JSON.stringify({ stopped: String(erasing.stoppedAt ?? ''), addresses, cases, erased }),
        ...entries,
      ],
    );
    await done.finally(() => who.forget(person)); // also when the answer was lost
    await personKeys.erase(person, Object.keys(erasing.cases));
    await redis.hset(keys.erasing, person, JSON.stringify({ cases: {}, ...(erasing.was && { was: erasing.was }) }));
    return next;
  };
  return erase;
}
