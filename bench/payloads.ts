import { randomBytes } from 'node:crypto';
import type { Address } from '../src/channels/channel.ts';
import type { Turn } from '../src/dialogue/effects.ts';
import { noFacts } from '../src/dialogue/facts.ts';
import { turn } from '../src/dialogue/turn.ts';
import { outcome } from '../src/intake/outcome.ts';
import type { Commit, Conversation, Entry } from '../src/intake/store.ts';
import { boxes } from '../src/redis/boxes.ts';
import { keysOf } from '../src/redis/keys.ts';
import { asMessage, type Dialogue, world } from './dialogues.ts';

const PERSON = randomBytes(9).toString('base64url');
const key = randomBytes(32);
const box = boxes(keysOf('bench', 'main'));
const from: Address[] = [
  { kind: 'phone', value: '966500000001' },
  { kind: 'lid', value: '100000000000001' },
];

/** What one turn makes of an entry, and gives the store to write, in the clear. */
type Written = { entry: Entry; made: Turn; commit: Commit };

/** What one turn writes, sealed: the bytes of it that differ from turn to turn. */
export type Sealed = { entry: Buffer; facts: Buffer; replies: Buffer[] };

/** What every turn of a dialogue writes. */
export function payloadsOf({ steps }: Dialogue): Written[] {
  let before: Conversation = { version: 0, kept: null, inbox: [], outbox: [], erasing: null };
  return steps.map(({ masked }) => {
    const { id, at, content } = asMessage(masked);
    const entry: Entry = { id, at, content, from };
    const made = turn(before.kept?.facts ?? noFacts, [{ id, at, content, phoneCountry: 'SA' }], world());
    const commit = outcome(before, [entry], made, { person: PERSON, now: at, replyIds });
    before = { ...before, version: before.version + 1, kept: commit.kept };
    return { entry, made, commit };
  });
}

/** Seals all that the turns of a dialogue write, as the store does. */
export function sealAll(turns: readonly Written[]): Sealed[] {
  return turns.map(({ entry, commit }) => ({
    entry: box.sealEntry(key, PERSON, entry),
    facts: box.sealKept(key, PERSON, commit.version + 1, commit.kept),
    replies: commit.replies.map((bubble) => box.sealBubble(key, PERSON, bubble)),
  }));
}

const replyIds = (count: number): string[] =>
  Array.from({ length: count }, () => `3EB0${randomBytes(9).toString('hex').toUpperCase()}`);
