import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { turn } from '../src/dialogue/turn.ts';
import { clock } from '../src/intake/clock.ts';
import { type Intake, intake } from '../src/intake/intake.ts';
import { hotPath } from '../src/redis/hotPath.ts';
import { keysOf } from '../src/redis/keys.ts';
import { lease } from '../src/redis/lease.ts';
import { queues } from '../src/redis/queues.ts';
import { redisStore } from '../src/redis/store.ts';
import { dayIn } from '../src/understanding/countryFacts.ts';
import { mask } from '../src/understanding/private/mask.ts';
import { startRedis, type TestRedis } from '../test/redis.ts';
import type { Ear } from './crowd.ts';

const namespace = 'bench';
const number = 'main';

/** The product between a channel and a Redis of its own, joined as in `house.ts` but for the waiting: no quiet window, no pace. */
export type Stand = {
  redis: TestRedis;
  /** A connection to it, set up as the product's. */
  connect(): Promise<Redis>;
  /** Names of the replies that a phone may still ask for again. */
  sent: string;
  intake: Intake;
  close(): Promise<void>;
};

/** What is pure of the product, as `house.ts` gives it to the intake. */
export const realCore: Core = { turn, mask: (text, country) => mask(text, dayIn(country, clock.now()), country) };
type Core = Pick<Parameters<typeof intake>[0], 'turn' | 'mask'>;

/** Opens it with a channel that takes every reply at once and gives it to `ear`. */
export async function openStand(ear: Ear, core: Core = realCore): Promise<Stand> {
  const redis = await startRedis();
  const { hostname: host, port } = new URL(redis.url);
  const address = { host, port: Number(port) };
  const connect = async (): Promise<Redis> => {
    const connection = hotPath(address);
    await connection.connect();
    return connection;
  };
  const [hot, keyStore] = [await connect(), await connect()];
  const jobs = new Redis({ ...address, maxRetriesPerRequest: null });
  const keys = keysOf(namespace, number);
  const fail = (error: unknown): never => {
    throw error;
  };
  const held = await lease({ redis: hot, keys, clock, lost: fail });
  const [master, briefs, { token }] = [randomBytes(32), randomBytes(32), held.fence];
  const line = queues({ connection: jobs, namespace });
  const bot = intake({
    store: redisStore({ redis: hot, keyStore, namespace, number, master, briefs, token }),
    channel: {
      state: () => 'open',
      typing: () => Promise.resolve(),
      async send({ to }) {
        ear.hears(to.value);
        return 'accepted';
      },
    },
    clock,
    turn: core.turn,
    mask: core.mask,
    deliver: line.deliver,
    number,
    quiet: 0,
    cap: 0,
    pace: () => 0,
    gather: 20,
    failed: fail,
    lost: fail,
  });
  await bot.start();
  return {
    redis,
    connect,
    sent: keys.sent('*'),
    intake: bot,
    async close() {
      await bot.stop();
      await line.close();
      await held.release();
      for (const connection of [hot, keyStore, jobs]) connection.disconnect();
      await redis.stop();
    },
  };
}
