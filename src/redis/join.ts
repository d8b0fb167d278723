import type { Redis } from 'ioredis';
import type { Joined, Kept, Store } from '../intake/store.ts';
import { shortIdOf, versionText } from './boxes.ts';
import type { Conversations } from './conversations.ts';
import { nearest } from './deadlines.ts';
import type { PersonKeys } from './personKeys.ts';
import { script } from './script.ts';

/**
 * KEYS: fence, alias, work, due, cases, then facts, seen, inbox, outbox, consents of who stays, then the same of who goes.
 * ARGV: token, who stays, version it has, who goes, version it has, facts of who stays (empty: none), one JSON:
 * `addresses` (hashed), `cases`, `due` (time of the nearest deadline or empty), `inbox`, `outbox` (how many sealed items of each follow).
 */
const joinLua = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
if redis.call('getrange', KEYS[6], 0, 7) ~= ARGV[3] or redis.call('getrange', KEYS[11], 0, 7) ~= ARGV[5] then return 'stale' end
local stays, goes, out = ARGV[2], ARGV[4], cjson.decode(ARGV[7])
if redis.call('llen', KEYS[13]) ~= out.inbox or redis.call('llen', KEYS[14]) ~= out.outbox then return 'stale' end
for _, address in ipairs(out.addresses) do
  if redis.call('hget', KEYS[2], address) == goes then redis.call('hset', KEYS[2], address, stays) end
end
local lid = redis.call('hget', KEYS[2], goes)
if lid then
  redis.call('hset', KEYS[2], stays, lid)
  redis.call('hdel', KEYS[2], goes)
end
for _, number in ipairs(out.cases) do redis.call('hset', KEYS[5], number, stays) end
if ARGV[6] ~= '' then redis.call('set', KEYS[6], ARGV[6]) end
redis.call('append', KEYS[7], redis.call('get', KEYS[12]) or '')
for i = 8, 7 + out.inbox do redis.call('rpush', KEYS[8], ARGV[i]) end
for i = 8 + out.inbox, #ARGV do redis.call('rpush', KEYS[9], ARGV[i]) end
if redis.call('exists', KEYS[8], KEYS[9]) > 0 then redis.call('sadd', KEYS[3], stays) end
if ARGV[6] ~= '' and out.due ~= '' then redis.call('zadd', KEYS[4], out.due, stays) else redis.call('zrem', KEYS[4], stays) end
redis.call('del', KEYS[11], KEYS[12], KEYS[13], KEYS[14], KEYS[15])
redis.call('srem', KEYS[3], goes)
redis.call('zrem', KEYS[4], goes)
return 'done'
`;

/** Joins two persons, all or nothing: what the second had is sealed anew under the first's key, and its own key is deleted. */
export function joiner(options: {
  redis: Redis;
  personKeys: PersonKeys;
  conversations: Conversations;
  token: string;
}): Store['join'] {
  const { redis, personKeys, conversations, token } = options;
  const { keys, who, box } = conversations;
  const run = script(redis, joinLua);
  const names = (person: string): string[] =>
    [keys.facts, keys.seen, keys.inbox, keys.outbox, keys.consents].map((name) => name(person));

  return async (into: Joined, from: Joined, kept: Kept | null) => {
    const [stays, goes] = [into.person, from.person];
    const key = await personKeys.of(stays);
    const { version } = into.conversation;
    const { inbox, outbox, kept: theirs } = from.conversation;
    const addresses = [...(theirs?.from ?? []), ...inbox.flatMap((entry) => entry.from)].map(who.hashOf);
    const cases = Object.keys(theirs?.cases ?? {});
    const due = kept ? nearest(kept.due) : '';
    const out = JSON.stringify({ addresses, cases, due, inbox: inbox.length, outbox: outbox.length });
    const answer = await run(
      [keys.fence, keys.alias, keys.work, keys.due, keys.cases, ...names(stays), ...names(goes)],
      [
        token,
        stays,
        versionText(version),
        goes,
        versionText(from.conversation.version),
        kept ? box.sealKept(key, stays, version + 1, kept) : '',
        out,
        ...inbox.map((entry) => Buffer.concat([shortIdOf(entry), box.sealEntry(key, stays, entry)])),
        ...outbox.map((bubble) => box.sealBubble(key, stays, bubble)),
      ],
    ).finally(() => who.forget(goes)); // also when the answer was lost
    if (answer !== 'done') return 'stale';
    await personKeys.erase(goes, []);
    return 'done';
  };
}
