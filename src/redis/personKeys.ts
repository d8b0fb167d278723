import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { NoKey } from '../intake/noKey.ts';
import { recent } from '../intake/recent.ts';
import { derived, open, seal } from './sealing.ts';

/** How many unwrapped keys are held in memory. */
const HELD = 20_000;

export type PersonKeys = ReturnType<typeof personKeys>;

/**
 * The data keys of persons: 32 random bytes each, wrapped under the master key, in a key store of their own. Deleting one
 * makes all that was sealed with it unreadable. A second wrapping under `briefs` lets the coordinators' own tools open the
 * briefs of a case, and is deleted with the first.
 */
export function personKeys(options: { redis: Redis; namespace: string; master: Buffer; briefs: Buffer }) {
  const { redis, namespace, briefs } = options;
  const wrap = derived(options.master, 'wrap');
  const byPerson = `${namespace}-keys:persons`;
  const byCase = `${namespace}-keys:briefs`;
  const held = recent<string, Buffer>(HELD);

  return {
    /** Makes a key for a person; resolves when it is stored. */
    async create(person: string): Promise<Buffer> {
      const key = randomBytes(32);
      await redis.hset(byPerson, person, seal(wrap, `${byPerson}/${person}`, key));
      held.set(person, key);
      return key;
    },
    /** The key if it is in memory: the hot path waits for nothing. */
    atHand: (person: string): Buffer | undefined => held.get(person),
    /** Rejects with `NoKey` when the person was erased: what is sealed with the key is lost for good. */
    async of(person: string): Promise<Buffer> {
      const found = held.get(person);
      if (found) return found;
      const wrapped = await redis.hgetBuffer(byPerson, person);
      if (!wrapped) throw new NoKey(person);
      const key = open(wrap, `${byPerson}/${person}`, wrapped);
      held.set(person, key);
      return key;
    },
    exists: async (person: string): Promise<boolean> => (await redis.hexists(byPerson, person)) === 1,
    /** Lets a holder of `BRIEFS_KEY` open the briefs of this case. Layout: `seal`, named `<namespace>-keys:briefs/<case>`. */
    async forCase(number: string, person: string, key: Buffer): Promise<void> {
      await redis.hset(byCase, number, seal(briefs, `${byCase}/${number}`, key));
      held.set(person, key);
    },
    /** The person's key by a case, as a coordinators' tool finds it; `null` after erasure. */
    async ofCase(number: string): Promise<Buffer | null> {
      const wrapped = await redis.hgetBuffer(byCase, number);
      return wrapped && open(briefs, `${byCase}/${number}`, wrapped);
    },
    /** Deletes the key and its copies for cases, and lets the append-only file forget them. */
    async erase(person: string, cases: readonly string[]): Promise<void> {
      held.delete(person);
      if (cases.length > 0) await redis.hdel(byCase, ...cases);
      await redis.hdel(byPerson, person);
    },
  };
}
