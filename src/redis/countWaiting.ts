import type { RedisClientType } from 'redis';
import type { Keys } from './keys.ts';

/** How much waits, for the person who watches the bot: numbers alone. */
export type WaitingCounts = {
  /** Persons with a message to be answered or a reply to be sent. */
  persons: number;
  /** Briefs, recalls and alerts not yet on a queue. */
  handovers: number;
  /** Alerts that nobody has acknowledged. */
  alerts: number;
  /** Messages that no turn could take. */
  dead: number;
};

type Client = Pick<RedisClientType, 'sCard' | 'lLen' | 'hLen'>;

/** Reads all of it in one round trip of node-redis. */
export async function countWaiting(client: Client, keys: Keys): Promise<WaitingCounts> {
  const [persons, handovers, alerts, dead] = await Promise.all([
    client.sCard(keys.work),
    client.lLen(keys.handover),
    client.hLen(keys.alerts),
    client.lLen(keys.dead),
  ]);
  return { persons, handovers, alerts, dead };
}
