import type { Redis } from 'ioredis';
import type { Commit, Conversation, Erasing, Settled, Store } from '../intake/store.ts';
import { acceptLua } from './accept.lua.ts';
import { boxes, shortId, shortIdOf, versionText } from './boxes.ts';
import { commitLua } from './commit.lua.ts';
import { nearest } from './deadlines.ts';
import { ids } from './ids.ts';
import { keysOf } from './keys.ts';
import { leaving } from './leaving.ts';
import { people } from './people.ts';
import type { PersonKeys } from './personKeys.ts';
import { script } from './script.ts';
import { settleLua } from './settle.lua.ts';

/** How many message ids are remembered per person. */
const IDS_KEPT = 500;
/** How long (s) a sent reply can be read again by a phone that asks for it. */
const SENT_KEPT = 600;

export type Conversations = ReturnType<typeof conversations>;

/** The conversations of one number in Redis, written under the fence `token` of its lease. */
export function conversations(options: {
  redis: Redis;
  personKeys: PersonKeys;
  namespace: string;
  number: string;
  master: Buffer;
  token: string;
}) {
  const { redis, personKeys, token } = options;
  const keys = keysOf(options.namespace, options.number);
  const who = people({ ...options, keys });
  const box = boxes(keys);
  const runAccept = script(redis, acceptLua);
  const runCommit = script(redis, commitLua);
  const runSettle = script(redis, settleLua);

  const accept: Store['accept'] = async (person, entry, free, before = '') => {
    const key = personKeys.atHand(person) ?? (await personKeys.of(person));
    const id = shortIdOf(entry);
    const sealed = box.sealEntry(key, person, entry);
    const names = [keys.fence, keys.seen(person), keys.inbox(person), keys.work, keys.alias];
    const links = [before, who.lidOf(free), ...free.map(who.hashOf)];
    const answer = await runAccept(names, [token, person, id, sealed, IDS_KEPT, ...links]);
    if (answer === 'stored') who.linked(person, free);
    return answer as 'stored' | 'known' | 'moved';
  };

  const load: Store['load'] = async (person) => {
    const [record, inbox, outbox, erasing] = await Promise.all([
      redis.getBuffer(keys.facts(person)),
      redis.lrangeBuffer(keys.inbox(person), 0, -1),
      redis.lrangeBuffer(keys.outbox(person), 0, -1),
      redis.hget(keys.erasing, person),
    ]);
    const mark = erasing === null ? null : (JSON.parse(erasing) as Erasing);
    const empty = { version: 0, kept: null, inbox: [], outbox: [], erasing: mark } satisfies Conversation;
    if (record === null && inbox.length === 0 && outbox.length === 0) return empty;
    const key = await personKeys.of(person);
    return {
      ...(record === null ? empty : box.openKept(key, person, record)),
      inbox: inbox.map((item) => box.openEntry(key, person, item.subarray(8))),
      outbox: outbox.map((item) => box.openBubble(key, person, item)),
      erasing: mark,
    };
  };

  const commit: Store['commit'] = async (person, turn) => {
    const key = personKeys.atHand(person) ?? (await personKeys.of(person));
    for (const item of turn.handovers) if (item.kind === 'brief') await personKeys.forCase(item.case, person, key);
    const [address] = turn.kept.from;
    const subject = address && turn.consents.length > 0 ? who.hashOf(address) : person;
    const dead = turn.dead && box.sealEntry(key, person, turn.dead);
    const out = leaving(keys, key, { person, subject }, turn, dead);
    const names = [keys.fence, keys.facts(person), keys.inbox(person), keys.outbox(person), keys.work, keys.due];
    if (out !== '')
      names.push(
        keys.handover,
        keys.alerts,
        keys.proofs,
        keys.filed,
        keys.cases,
        keys.erasing,
        keys.consents(person),
        keys.dead,
      );
    const answer = await runCommit(names, [
      token,
      person,
      versionText(turn.version),
      box.sealKept(key, person, turn.version + 1, turn.kept),
      nearest(turn.kept.due),
      tookIds(turn),
      out,
      ...turn.replies.map((bubble) => box.sealBubble(key, person, bubble)),
    ]);
    return answer as 'done' | 'stale' | 'taken';
  };

  const settle = async (replies: readonly Settled[]): Promise<void> => {
    const names = replies.flatMap(({ person, id }) => [keys.outbox(person), keys.inbox(person), keys.sent(id)]);
    const args = replies.flatMap(({ person, id, kept }) => [person, id, kept ? 1 : 0]);
    await runSettle([keys.fence, keys.work, ...names], [token, SENT_KEPT, ...args]);
  };

  return {
    keys,
    who,
    box,
    find: who.find,
    create: who.create,
    accept,
    load,
    commit,
    settle,
    async knows(person: string, id: string): Promise<boolean> {
      const seen = await redis.getBuffer(keys.seen(person));
      const wanted = shortId(id);
      for (let at = 0; seen && at < seen.length; at += 8) if (seen.subarray(at, at + 8).equals(wanted)) return true;
      return false;
    },
    async sentText(id: string): ReturnType<Store['sentText']> {
      const stored = await redis.getBuffer(keys.sent(id));
      if (!stored) return null;
      const colon = stored.indexOf(':');
      const person = stored.toString('latin1', 0, colon);
      if (!(await personKeys.exists(person))) return null; // erased since
      const bubble = Buffer.concat([Buffer.from(id, 'latin1'), stored.subarray(colon + 1)]);
      return box.openBubble(await personKeys.of(person), person, bubble);
    },
    async atWork(): Promise<string[]> {
      const [working, erasing] = await Promise.all([redis.smembers(keys.work), redis.hkeys(keys.erasing)]);
      return [...new Set([...working, ...erasing])];
    },
    ...ids(options.master),
  };
}

function tookIds({ took }: Commit): Buffer {
  return Buffer.concat(took.map(shortIdOf));
}
