/** The namespace of an installation; a conversation that is only tried out has its own. */
export const NAMESPACE = 'mvm';

/** The number under which the terminal speaks, beside a WhatsApp number: the same Redis and queue, another lease. */
export const chatNumber = (number: string): string => `${number}-chat`;

/**
 * Names of everything kept for one WhatsApp number. All share the hash tag `{number}`, so that a script may touch any of
 * them on a cluster. A person appears only under an id of our own, an address only as a keyed hash.
 */
export type Keys = ReturnType<typeof keysOf>;

/** @param namespace separates installations on one Redis; `chat --json` has one of its own and erases it. */
export function keysOf(namespace: string, number: string) {
  const name = `${namespace}:{${number}}:`;
  const facts = `${name}f:`;
  const seen = `${name}s:`;
  const inbox = `${name}i:`;
  const outbox = `${name}o:`;
  const sent = `${name}t:`;
  const consents = `${name}c:`;
  return {
    /** Counter: the token of the latest owner of the number. */
    fence: `${name}fence`,
    /** Begins the names of the WhatsApp login. */
    login: `${name}login`,
    /** Who owns the number, with a TTL. */
    owner: `${name}owner`,
    /** Hash: keyed hash of an address to person. */
    alias: `${name}alias`,
    /** Set of persons who have entries in the inbox or replies in the outbox. */
    work: `${name}work`,
    /** Sorted set: person by the time (ms) of the nearest deadline. */
    due: `${name}due`,
    /** List of what waits to be put on a queue. */
    handover: `${name}handover`,
    /** Hash: id to alert, until acknowledged. */
    alerts: `${name}alerts`,
    /** List of entries that no turn could take. */
    dead: `${name}dead`,
    /** Hash: person to what its erasure still needs to know. */
    erasing: `${name}erasing`,
    /** Hash: case to the last revision filed. */
    filed: `${name}filed`,
    /** Hash: case to person. */
    cases: `${name}cases`,
    /** List: proof of consent decisions, plain, kept after erasure. */
    proofs: `${name}proofs`,
    /** Hash: keyed hash of an address to the time (ms) its person opted out, kept after erasure. */
    optout: `${name}optout`,
    /** Version and sealed facts. */
    facts: (person: string) => facts + person,
    /** Ids of the last messages, 8 bytes each. */
    seen: (person: string) => seen + person,
    inbox: (person: string) => inbox + person,
    outbox: (person: string) => outbox + person,
    /** A reply that was sent a short while ago, by its message id. */
    sent: (id: string) => sent + id,
    /** List of the person's full consent records, sealed. */
    consents: (person: string) => consents + person,
    /** Where a record goes whose key is gone. */
    aside: (record: string) => `${name}aside:${record}`,
  };
}
