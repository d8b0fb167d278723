import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../src/config.ts';
import { openHouse } from '../src/house.ts';
import type { Intake } from '../src/intake/intake.ts';
import { makeLog } from '../src/log.ts';
import { startRedis, type TestRedis } from '../test/redis.ts';
import type { Ear } from './crowd.ts';

export const NAMESPACE = 'bench';

/** The product between a channel and a Redis of its own, as in production but for the waiting: no quiet window, no pace. */
export type Stand = { redis: TestRedis; config: Config; intake: Intake; close(): Promise<void> };

/** Opens it with a channel that takes every reply at once and gives it to `ear`. */
export async function openStand(ear: Ear): Promise<Stand> {
  const redis = await startRedis();
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const key = (): string => randomBytes(32).toString('base64');
  const config = readConfig({ REDIS_URL: redis.url, DATA_DIR: folder, MASTER_KEY: key(), BRIEFS_KEY: key() });
  const log = makeLog('warn');
  const lost = (): never => {
    throw new Error('the lease of the bench was lost');
  };
  const house = await openHouse({ config, log, namespace: NAMESPACE, lost });
  const intake = house.open(
    {
      state: () => 'open',
      typing: () => Promise.resolve(),
      async send({ to }) {
        ear.hears(to.value);
        return 'accepted';
      },
    },
    { quiet: 0, cap: 0, pace: false },
  );
  await intake.start();
  return {
    redis,
    config,
    intake,
    async close() {
      await intake.stop();
      await house.close();
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
