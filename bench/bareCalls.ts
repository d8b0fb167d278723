import { createHash, randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { keysOf } from '../src/redis/keys.ts';
import { type Script, script } from '../src/redis/script.ts';
import { dialogues } from './dialogues.ts';
import { payloadsOf, sealAll } from './payloads.ts';

/** KEYS: fence, inbox, seen. ARGV: token, id, entry. */
const acceptLike = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
redis.call('append', KEYS[3], ARGV[2])
redis.call('rpush', KEYS[2], ARGV[2] .. ARGV[3])
return 'stored'
`;
/** KEYS: fence, facts, inbox, outbox. ARGV: token, version before, facts, replies. */
const commitLike = `
if redis.call('get', KEYS[1]) ~= ARGV[1] then return 'fenced' end
if redis.call('getrange', KEYS[2], 0, 7) ~= ARGV[2] then return 'stale' end
redis.call('set', KEYS[2], ARGV[3])
redis.call('ltrim', KEYS[3], 1, -1)
redis.call('del', KEYS[4])
for i = 4, #ARGV do redis.call('rpush', KEYS[4], ARGV[i]) end
return 'done'
`;

const TOKEN = '1';

/** The least that could keep what a turn says and does: two script calls that write the same bytes and do nothing else. */
export type BareCalls = { talk(count: number, atOnce: number): Promise<number[]> };

/** `corked`: with all commands of one tick written in one go, as the product does; else as ioredis does by itself. */
export async function makeBareCalls(redis: Redis, { corked }: { corked: boolean }): Promise<BareCalls> {
  const keys = keysOf(corked ? 'bare-corked' : 'bare', 'main');
  const prepare = corked ? script : plain;
  const [accept, commit] = [prepare(redis, acceptLike), prepare(redis, commitLike)];
  const turns = dialogues.map((one) => sealAll(payloadsOf(one)));
  await redis.set(keys.fence, TOKEN);
  let people = 0;

  const converse = async (n: number, took: number[]): Promise<void> => {
    const person = `bare${String(people++).padStart(8, '0')}`;
    let version = '';
    for (const { entry, facts, replies } of turns[n % turns.length] ?? []) {
      const began = performance.now();
      await accept([keys.fence, keys.inbox(person), keys.seen(person)], [TOKEN, randomBytes(8), entry]);
      const names = [keys.fence, keys.facts(person), keys.inbox(person), keys.outbox(person)];
      const answer = await commit(names, [TOKEN, version, facts, ...replies]);
      if (answer !== 'done') throw new Error(`a bare commit said ${answer}`);
      version = facts.toString('latin1', 0, 8);
      took.push(performance.now() - began);
    }
  };

  return {
    async talk(count, atOnce) {
      const took: number[] = [];
      let begun = 0;
      const oneAfterAnother = async (): Promise<void> => {
        while (begun < count) await converse(begun++, took);
      };
      await Promise.all(Array.from({ length: atOnce }, oneAfterAnother));
      return took;
    },
  };
}

/** A script as ioredis runs it by itself. */
function plain(redis: Redis, lua: string): Script {
  const sha = createHash('sha1').update(lua).digest('hex');
  const loaded = redis.script('LOAD', lua);
  return async (names, args) => {
    await loaded;
    return redis.evalsha(sha, names.length, ...names, ...args);
  };
}
