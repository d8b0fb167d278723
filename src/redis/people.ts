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
 * their value, so that Redis never holds a phone number; the same hash holds each person's LID, hashed, under its id. What
 * was found is remembered: the owner of the number is its only writer.
 */
export function people(options: { redis: Redis; keys: Keys; personKeys: PersonKeys; master: Buffer }) {
  const { redis, keys, personKeys } = options;
  const secret = derived(options.master, 'address');
  const remembered = recent<string, string>(REMEMBERED);
  const text = (address: Address): string => `${address.kind}:${address.value}`;
  const hashOf = (address: Address): string => keyedHash(secret, text(address)).toString('base64url', 0, 12);

  return {
    hashOf,
    /** The LID among these addresses, hashed; empty when there is none. */
    lidOf(addresses: readonly Address[]): string {
      const lid = addresses.find(({ kind }) => kind === 'lid');
      return lid ? hashOf(lid) : '';
    },
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
      const lid = from.find(({ kind }) => kind === 'lid');
      const leads = (lid && persons[from.indexOf(lid)]) ?? null;
      const found = [...new Set(persons.filter((one) => one !== null))];
      const stranger = lid && found.find((one) => one !== leads);
      const itsLid = stranger === undefined ? null : await redis.hget(keys.alias, stranger);
      if (lid && stranger !== undefined && itsLid !== null && itsLid !== hashOf(lid)) {
        const free = from.filter((_, i) => persons[i] === null || persons[i] !== leads);
        return { person: leads, other: null, before: stranger, free };
      }
      const [person = null, other = null] = leads === null ? found : [leads, ...found.filter((one) => one !== leads)];
      return { person, other, before: null, free: from.filter((_, i) => persons[i] === null) };
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
