import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import type { Address, ChannelState, Inbound, Outgoing, Sent } from '../src/channels/channel.ts';
import type { Effect } from '../src/dialogue/effects.ts';
import type { Facts } from '../src/dialogue/facts.ts';
import { clock, type Clock } from '../src/intake/clock.ts';
import { intake, type Intake, type IntakeOptions } from '../src/intake/intake.ts';
import type { TakeTurn } from '../src/intake/receive.ts';
import { hotPath } from '../src/redis/hotPath.ts';
import { keysOf } from '../src/redis/keys.ts';
import { lease } from '../src/redis/lease.ts';
import { queues } from '../src/redis/queues.ts';
import { redisStore } from '../src/redis/store.ts';

export const number = '96500000000';
export const phone = (n: number): Address => ({ kind: 'phone', value: `9655000${String(n).padStart(4, '0')}` });
export const lid = (n: number): Address => ({ kind: 'lid', value: `77000000${n}` });
export const says = (id: string, text: string, from: readonly Address[] = [phone(1)], at = 1_790_000_000_000): Inbound => ({
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

/** Ids of all messages that the facts know of, in the order in which they were taken. */
export const taken = (facts: Facts | undefined): string[] => facts?.known.question?.words.split(' ').filter(Boolean) ?? [];

/**
 * A turn that writes into the facts which messages it took, and says so. Words make it do more: `file`, `recall`, `help`
 * (an emergency), `erase`, `consent`, `stop`, `two` (two replies), `quiet` (none), `later` (a deadline), `bug` (throws).
 */
export const fakeTurn: TakeTurn = (facts, messages, world) => {
  const ids = messages.map(({ id }) => id);
  const words = messages.flatMap(({ content }) => (content.kind === 'text' ? content.text.split(' ') : [content.kind]));
  if (words.includes('bug')) throw new Error('a bug of ours');
  const at = messages.at(-1)?.at ?? 0;
  const next: Facts = {
    ...facts,
    heardAt: at,
    known: { question: { value: 1, words: [...taken(facts), ...ids].join(' '), message: ids.at(-1) ?? '', at } },
  };
  const effects: Effect[] = words.includes('quiet') ? [] : [{ type: 'reply', text: `took ${ids.join(' ')}` }];
  if (words.includes('two')) effects.push({ type: 'reply', text: 'and more' });
  if (words.includes('file')) {
    next.case ??= world.caseNumber;
    next.revision++;
    effects.push({ type: 'file', case: next.case, revision: next.revision, brief: { words: 'ألم في الظهر' } });
  }
  if (words.includes('recall')) effects.push({ type: 'recall', case: next.case ?? '', revision: next.revision });
  if (words.includes('help')) effects.push({ type: 'alert', kind: 'emergency' });
  if (words.includes('consent')) {
    next.decisions = [...facts.decisions, decision(at)];
    effects.push({ type: 'consent', record: { consent: 'C1', at, reply: 'نعم أوافق' }, wording: 'wording' });
  }
  if (words.includes('stop')) next.stoppedAt = at;
  if (words.includes('erase')) return { facts: { ...next, known: {} }, effects: [...effects, { type: 'erase' }], deadlines: {} };
  return { facts: next, effects, deadlines: words.includes('later') ? { remind: at + 1_000 } : {} };
};

function decision(at: number): Facts['decisions'][number] {
  return {
    purpose: 'forward', given: true, at, message: 'm', reply: 'نعم', language: 'ar', version: '1', by: 'family', basis: 'patient_agrees',
  };
}

/** Time that a test moves: `pass` runs what falls due on the way. */
export function fakeClock(start = 1_790_000_000_000): Clock & { pass(ms: number): void } {
  let now = start;
  let due: { at: number; work: () => void }[] = [];
  return {
    now: () => now,
    after(ms, work) {
      const one = { at: now + ms, work };
      due.push(one);
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const first = due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!first) break;
        due = due.filter((other) => other !== first);
        now = Math.max(now, first.at);
        first.work();
      }
      now = end;
    },
  };
}

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
