import { Redis } from 'ioredis';
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import type { Effect } from './dialogue/effects.ts';
import { turn } from './dialogue/turn.ts';
import { type Clock, clock as realClock } from './intake/clock.ts';
import { type Intake, intake } from './intake/intake.ts';
import { typingTime } from './intake/pace.ts';
import type { Log } from './log.ts';
import { openRedis, type RedisPlace } from './redis/connection.ts';
import { hotPath } from './redis/hotPath.ts';
import { type Keys, keysOf } from './redis/keys.ts';
import { type Lease, lease } from './redis/lease.ts';
import type { Owner } from './redis/owner.ts';
import { type Queues, queues } from './redis/queues.ts';
import { redisStore } from './redis/store.ts';
import { tryouts } from './redis/tryouts.ts';
import { dayIn } from './understanding/countryFacts.ts';
import { mask } from './understanding/private/mask.ts';

export type HouseOptions = {
  config: Config;
  log: Log;
  /** Separates installations on one Redis. */
  namespace: string;
  clock?: Clock;
  /** The number was taken over by another process: nothing more may be written. */
  lost: () => void;
};

/** Everything that stands between a channel and Redis, made and joined for the process that owns the number. */
export type House = {
  place: RedisPlace;
  keys: Keys;
  queues: Queues;
  lease: Lease;
  /** The intake for a channel. `quiet`: ms a burst is waited for; `pace`: whether replies take a person's time to type. */
  open(channel: Pick<Channel, 'send' | 'typing' | 'state'>, manner: Manner): Intake;
  /** For conversations that are only tried out: nothing of the namespace is to stay (`tryouts`). */
  tryOut(): Promise<void>;
  /** Forgets the whole namespace, after the intake has stopped; only `close` may follow. */
  forget(): Promise<void>;
  /** Lets go of everything, also of what is in order when something else is not; rejects never. */
  close(): Promise<void>;
};

export type Manner = {
  quiet: number;
  cap: number;
  pace: boolean;
  allowed?: () => Promise<void>;
  committed?: (person: string, effects: readonly Effect[]) => void;
};

/** How long (ms) replies with an outcome are gathered before they leave the store together. */
const GATHER_MS = 20;
/** BullMQ waits for a Redis that is away; but a line that went dead unseen must not hold an alert back for minutes. */
const patient = { maxRetriesPerRequest: null, lazyConnect: true, socketTimeout: 5_000, keepAlive: 10_000 } as const;

/** Opens Redis, waits for the lease of the number, and joins the parts. Rejects when Redis cannot be used. */
export async function openHouse({ config, log, namespace, clock = realClock, lost }: HouseOptions): Promise<House> {
  const place = await openRedis(config, log);
  const keys = keysOf(namespace, config.NUMBER);
  const hot = heard(hotPath(place.options), log);
  const keyStore = heard(hotPath(place.keysOptions), log);
  const jobs = heard(new Redis({ ...place.options, ...patient }), log);
  await Promise.all([hot, keyStore, jobs].map((connection) => connection.connect()));
  let waited = false;
  const waits = ({ host, pid }: Owner): void => {
    if (waited) return;
    waited = true;
    log.warn('lease_waits');
    process.stderr.write(`Number "${config.NUMBER}" belongs to process ${pid} on ${host.split('/')[0]}: waiting.\n`);
  };
  const held = await lease({ redis: hot, keys, clock: realClock, lost: () => lost(), waits });
  log.info('lease_taken');
  const store = redisStore({
    redis: hot,
    keyStore,
    namespace,
    number: config.NUMBER,
    master: config.MASTER_KEY,
    briefs: config.BRIEFS_KEY,
    token: held.fence.token,
  });
  const tried = tryouts({ redis: hot, keyStore });
  const line = queues({ connection: jobs, namespace });

  return {
    place,
    keys,
    queues: line,
    lease: held,
    open: (channel, { quiet, cap, pace, allowed, committed }) =>
      intake({
        store,
        channel,
        clock,
        turn,
        mask: (text, country) => mask(text, dayIn(country, clock.now()), country),
        deliver: line.deliver,
        number: config.NUMBER,
        quiet,
        cap,
        pace: pace ? typingTime : () => 0,
        gather: GATHER_MS,
        ...(allowed ? { allowed } : {}),
        ...(committed ? { committed } : {}),
        failed: (error) => log.error('failed', { error }),
        lost: () => lost(),
      }),
    tryOut: () => tried.begin(namespace),
    async forget() {
      await held.release(); // its fence goes with the namespace
      await tried.end(namespace);
    },
    async close() {
      const away = (error: unknown): void => log.warn('redis_away', { error });
      await held.release().catch(away);
      if (jobs.status !== 'ready') jobs.disconnect(); // closing the queues would wait for it
      await line.close().catch(away);
      for (const connection of [hot, keyStore, jobs]) connection.disconnect();
      await place.stop().catch(away);
    },
  };
}

/** A connection whose errors are logged instead of ending the process; it reconnects by itself. */
function heard(connection: Redis, log: Log): Redis {
  connection.on('error', (error: Error) => log.warn('redis_error', { error }));
  return connection;
}
