import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { type Brief, briefSchema } from '../src/brief/schema.ts';
import { keysOf } from '../src/redis/keys.ts';
import { briefName } from '../src/redis/leaving.ts';
import { personKeys } from '../src/redis/personKeys.ts';
import { prefixOf } from '../src/redis/queues.ts';
import { open } from '../src/redis/sealing.ts';
import type { BotHome } from './bot.ts';
import { filesIn, type Source } from './leaks.ts';

/** As `src/start.ts` names it. It is not imported: that file loads the whole bot. */
const NAMESPACE = 'mvm';

/** What a bot has put on its queues, and what it still has in hand. */
export type Filed = {
  /** The briefs in the queue `briefs`, opened with `BRIEFS_KEY` as a coordinators' tool opens them, and checked. */
  briefs: Brief[];
  /** The jobs of both queues as they stand in Redis. */
  jobs: string;
  alerts: string[];
  /** How many entries and records wait anywhere: persons at work, handovers, erasures. */
  inHand: number;
  dead: number;
};

/** How often (ms) the store is asked whether all is done, and for how long. */
const LOOKED = 50;
const SETTLED_WITHIN = 30_000;

/** `filedBy` once nothing is in hand any more; or as it is when that takes too long. */
export async function settledBy(home: BotHome): Promise<Filed> {
  const end = Date.now() + SETTLED_WITHIN;
  for (;;) {
    const filed = await filedBy(home);
    if (filed.inHand === 0 || Date.now() > end) return filed;
    await new Promise((resolve) => setTimeout(resolve, LOOKED));
  }
}

/** Reads the queues and lists of a bot's Redis; it changes nothing. Throws for a job that does not open or is no brief. */
async function filedBy(home: BotHome): Promise<Filed> {
  const redis = new Redis({ ...home.redis, maxRetriesPerRequest: null });
  const [master, briefsKey] = await Promise.all([home.key('master.key'), home.key('briefs.key')]);
  const keys = keysOf(NAMESPACE, 'main');
  const held = personKeys({ redis, namespace: NAMESPACE, master, briefs: briefsKey });
  const queues = ['briefs', 'alerts'].map(
    (name) => new Queue(name, { connection: redis, prefix: prefixOf(NAMESPACE) }),
  );
  try {
    const [briefJobs = [], alertJobs = []] = await Promise.all(queues.map((queue) => queue.getJobs()));
    const briefs = await Promise.all(
      briefJobs.map(async ({ data: { case: number, revision, box } }) => {
        const key = await held.ofCase(number);
        if (!key) throw new Error(`no key for case ${number}`);
        return briefSchema.parse(
          JSON.parse(open(key, briefName(number, revision), Buffer.from(box, 'base64')).toString()),
        );
      }),
    );
    const [work, handovers, erasing, dead, alerts] = await Promise.all([
      redis.scard(keys.work),
      redis.llen(keys.handover),
      redis.hlen(keys.erasing),
      redis.llen(keys.dead),
      redis.hvals(keys.alerts),
    ]);
    const jobs = JSON.stringify([...briefJobs, ...alertJobs].map((job) => job.asJSON()));
    return { briefs, jobs, alerts, inHand: work + handovers + erasing, dead };
  } finally {
    await Promise.all(queues.map((queue) => queue.close()));
    redis.disconnect();
  }
}

/** Everything that a bot has written anywhere, for `leaks`; it must have ended. Its key files are not looked at. */
export const tracesOf = (home: BotHome, { jobs }: Filed): Source[] => [
  ...filesIn(home.data, ['master.key', 'briefs.key']),
  { name: 'the log', bytes: Buffer.from(home.output()) },
  { name: 'the jobs', bytes: Buffer.from(jobs) },
];
