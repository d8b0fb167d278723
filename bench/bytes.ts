import { Redis } from 'ioredis';
import { makeCrowd } from './crowd.ts';
import { dialogues } from './dialogues.ts';
import { report, rounded } from './report.ts';
import { openStand } from './stand.ts';

const PEOPLE = 500;
/** Hello, who writes, and answers until nine are known. */
const ANSWERS = 9;

/** What an open conversation costs in Redis, every key counted: facts, ids, addresses, deadlines and the person's key. */
export async function bytes(): Promise<void> {
  const crowd = makeCrowd();
  const stand = await openStand(crowd);
  const redis = new Redis(stand.redis.url);
  const before = await used(redis);
  const enough = dialogues[0]?.steps.findIndex(({ facts }) => Object.keys(facts.known).length >= ANSWERS) ?? -1;
  if (enough < 0) throw new Error(`the dialogue never knows ${ANSWERS} answers`);
  await crowd.talk(stand.intake.receive, PEOPLE, 50, enough);
  await stand.intake.settled();

  const all = await byKind(redis);
  const sent = await forget(redis, stand.sent);
  const lasting = await byKind(redis);
  const sum = (kinds: Record<string, number>): number => Object.values(kinds).reduce((a, b) => a + b, 0);
  const each = Object.fromEntries(Object.entries(lasting).map(([kind, size]) => [kind, rounded(size / PEOPLE)]));
  report(
    { measure: 'open conversation', value: sum(lasting) / PEOPLE, unit: 'bytes', aim: { value: 2_048 } },
    { answers: ANSWERS, messages: enough, by: 'MEMORY USAGE of every key', each },
  );
  report(
    { measure: 'open conversation, by used_memory', value: ((await used(redis)) - before) / PEOPLE, unit: 'bytes' },
    { by: 'used_memory, which counts the tables of the keys too' },
  );
  report(
    { measure: 'open conversation, within minutes of its messages', value: sum(all) / PEOPLE, unit: 'bytes' },
    { more: 'replies that a phone may still ask for again, kept for ten minutes', replies: sent / PEOPLE },
  );
  redis.disconnect();
  await stand.close();
}

/** Bytes by the kind of key: its name without whose it is. */
async function byKind(redis: Redis): Promise<Record<string, number>> {
  const kinds: Record<string, number> = {};
  for (const name of await redis.keys('*')) {
    const size = await redis.call('MEMORY', 'USAGE', name, 'SAMPLES', '0');
    const kind = name.replace(/^[^:]+:(\{[^}]*\}:)?/, '').replace(/^([a-z]):.*/, '$1');
    kinds[kind] = (kinds[kind] ?? 0) + Number(size);
  }
  return kinds;
}

/** Removes what Redis would remove by itself ten minutes later; returns how many replies. */
async function forget(redis: Redis, pattern: string): Promise<number> {
  const names = await redis.keys(pattern);
  if (names.length > 0) await redis.del(...names);
  return names.length;
}

async function used(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await redis.info('memory'))?.[1]);
}
