import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Address, ChannelState, Inbound, Outgoing, Sent } from '../src/channels/channel.ts';
import { clock } from '../src/intake/clock.ts';
import { type Intake, intake } from '../src/intake/intake.ts';
import type { IntakeOptions } from '../src/intake/intakeOptions.ts';
import { hotPath } from '../src/redis/hotPath.ts';
import { keysOf } from '../src/redis/keys.ts';
import { lease } from '../src/redis/lease.ts';
import { queues } from '../src/redis/queues.ts';
import { redisStore } from '../src/redis/store.ts';
import { fakeTurn } from './fakeTurn.ts';

export const number = '96500000000';
export const phone = (n: number): Address => ({ kind: 'phone', value: `9655000${String(n).padStart(4, '0')}` });
export const lid = (n: number): Address => ({ kind: 'lid', value: `77000000${n}` });
export const says = (
  id: string,
  text: string,
  from: readonly Address[] = [phone(1)],
  at = 1_790_000_000_000,
): Inbound => ({
  id,
  from,
  at,
  content: { kind: 'text', text },
});

/** A channel that remembers what it was given to send. */
export function fakeChannel() {
  const sent: Outgoing[] = [];
  let state: ChannelState = 'open';
  let answer: (message: Outgoing) => Sent | Promise<Sent> = () => 'accepted';
  return {
    sent,
    texts: (): string[] => sent.map(({ text }) => text),
    answers(with_: typeof answer): void {
      answer = with_;
    },
    is(next: ChannelState): void {
      state = next;
    },
    state: () => state,
    typing: async (): Promise<void> => {},
    async send(message: Outgoing): Promise<Sent> {
      const result = await answer(message);
      sent.push(message);
      return result;
    },
  };
}
export type FakeChannel = ReturnType<typeof fakeChannel>;

export type Process = Awaited<ReturnType<Stand['process']>>;
export type Stand = ReturnType<typeof stand>;

/** Everything of one number on one Redis, as often as a test needs it: each `process` is a new owner of the number. */
export function stand(url: string, namespace = `t${randomBytes(4).toString('hex')}`) {
  const master = randomBytes(32);
  const briefs = randomBytes(32);
  const keys = keysOf(namespace, number);
  const { hostname: host, port } = new URL(url);
  const address = { host, port: Number(port) };
  const closing: (() => Promise<unknown>)[] = [];
  const quietly = (redis: Redis): Redis => redis.on('error', () => undefined);

  return {
    keys,
    master,
    briefs,
    namespace,
    /** Starts an intake that takes the number over from whoever has it, as after a crash. */
    async process(own: Partial<IntakeOptions> & { channel?: FakeChannel; fenced?: (error: Error) => void } = {}) {
      const redis = quietly(hotPath(address));
      const keyStore = quietly(hotPath(address));
      const queueRedis = quietly(new Redis({ ...address, maxRetriesPerRequest: null }));
      await Promise.all([redis.connect(), keyStore.connect()]);
      const held = await lease({ redis, keys, clock, lost: () => undefined, alive: async () => false });
      const store = redisStore({ redis, keyStore, namespace, number, master, briefs, token: held.fence.token });
      const jobs = queues({ connection: queueRedis, namespace });
      const errors: unknown[] = [];
      const channel = own.channel ?? fakeChannel();
      const options: IntakeOptions = {
        store,
        deliver: jobs.deliver,
        turn: fakeTurn,
        mask: (text) => ({ text }),
        clock,
        number,
        quiet: 0,
        cap: 0,
        gather: 0,
        pace: () => 0,
        failed: (error) => errors.push(error),
        lost: () => undefined,
        ...own,
        channel,
      };
      const bot: Intake = intake(options);
      const close = async (): Promise<void> => {
        await bot.stop();
        await held.release().catch(() => undefined);
        await jobs.close();
        for (const one of [redis, keyStore, queueRedis]) {
          await until(() => one.status !== 'reconnecting'); // ended then, it would leave a timer behind
          one.disconnect();
        }
      };
      closing.push(close);
      return { ...bot, accept: bot.receive.accept, store, jobs, channel, errors, redis, keyStore, lease: held, close };
    },
    /** Every key of the number and its value, as bytes: equal before and after means that nothing was written. */
    async contents(redis: Redis): Promise<Record<string, string>> {
      const names = (await redis.keys(`${namespace}:*`)).filter((name) => name !== keys.owner).sort();
      const values = await Promise.all(names.map((name) => redis.dumpBuffer(name)));
      return Object.fromEntries(names.map((name, i) => [name, values[i]?.toString('latin1') ?? '']));
    },
    async close(): Promise<void> {
      for (const end of closing.reverse()) await end();
    },
  };
}

/** Waits until it holds, looking again whenever the event loop has turned. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
