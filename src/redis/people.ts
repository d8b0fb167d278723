import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { Address } from '../channels/channel.ts';
import { recent } from '../intake/recent.ts';
import type { Found } from '../intake/store.ts';
import type { Keys } from './keys.ts';
import type { PersonKeys } from './personKeys.ts';
import { derived, keyedHash } from './sealing.ts';

/** How many addresses are remembered in memory. */
const REMEMBERED = 40_000;

/**
 * Who an address leads to. A person is an id of our own; its addresses are entries of one hash, under a keyed hash of
 * their value, so that Redis never holds a phone number. What was found is remembered: the owner of the number is its only writer.
 */
export function people(options: { redis: Redis; keys: Keys; personKeys: PersonKeys; master: Buffer }) {
  const { redis, keys, personKeys } = options;
  const secret = derived(options.master, 'address');
  const remembered = recent<string, string>(REMEMBERED);
  const text = (address: Address): string => `${address.kind}:${address.value}`;
  const hashOf = (address: Address): string => keyedHash(secret, text(address)).toString('base64url', 0, 12);

  return {
    hashOf,
    async find(from: readonly Address[]): Promise<Found> {
      const persons = from.map((address) => remembered.get(text(address)) ?? null);
      if (persons.includes(null)) {
        const stored = await redis.hmget(keys.alias, ...from.map(hashOf));
        from.forEach((address, i) => {
          const person = stored[i] ?? null;
          persons[i] = person;
          if (person) remembered.set(text(address), person);
        });
      }
      const person = persons.find((one) => one !== null) ?? null;
      const other = persons.find((one) => one !== null && one !== person) ?? null;
      return { person, other, free: from.filter((_, i) => persons[i] === null) };
    },
    async create(): Promise<string> {
      const person = randomBytes(9).toString('base64url');
      await personKeys.create(person);
      return person;
    },
    /** These addresses lead to the person now, in Redis too. */
    linked(person: string, addresses: readonly Address[]): void {
      for (const address of addresses) remembered.set(text(address), person);
    },
    /** Forgets who leads to this person: it was erased or joined to another. */
    forget(person: string): void {
      for (const [address, leadsTo] of [...remembered.entries()]) if (leadsTo === person) remembered.delete(address);
    },
  };
}
