import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';
import { rewriting } from '../src/redis/rewriting.ts';
import { openAlerts } from '../src/redis/waiting.ts';
import { lid, phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

/** All bytes of the append-only file that Redis would load. */
const aof = (): string => {
  const folder = join(redis.dir, 'appendonlydir');
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
};
const progress = async (connection: Redis): Promise<string> =>
  /aof_rewrite_in_progress:(\d)/.exec(await connection.info('persistence'))?.[1] ?? '';

test('what is deleted while a rewrite runs is gone from the file when the call has resolved', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.redis.config('SET', 'rdb-key-save-delay', '20000'); // µs for each key of the snapshot
  for (let i = 0; i < 20; i++) await bot.redis.set(`filler:${i}`, 'x');
  await bot.redis.set('secret', 'wrapped-key-of-somebody');
  const rewritten = rewriting([bot.redis, bot.keyStore]);
  await bot.redis.bgrewriteaof();
  expect(await progress(bot.redis)).toBe('1');
  await bot.redis.del('secret');
  const first = rewritten();
  await until(async () => (await progress(bot.redis)) === '0');
  await bot.redis.config('SET', 'rdb-key-save-delay', '0');
  await first;
  expect(aof()).not.toContain('wrapped-key-of-somebody');

  await bot.redis.set('secret', 'another-wrapped-key');
  const second = rewritten();
  await bot.redis.del('secret');
  await Promise.all([second, rewritten()]);
  expect(aof()).not.toContain('another-wrapped-key');
});

test('a rewrite that fails is told, and the next one is tried afresh', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  const rewritten = rewriting([bot.redis]);
  const ask = bot.redis.bgrewriteaof.bind(bot.redis);
  bot.redis.bgrewriteaof = async () => {
    throw new Error('ERR no');
  };
  await expect(rewritten()).rejects.toThrow('ERR no');
  bot.redis.bgrewriteaof = ask;
  await rewritten();
});

test('two who are erased close together are both gone from the file, and the mark goes last', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'file', [phone(1)]));
  await bot.accept(says('B1', 'file', [phone(2)]));
  await bot.settled();
  const persons = [(await bot.store.find([phone(1)])).person ?? '', (await bot.store.find([phone(2)])).person ?? ''];
  const keys = await Promise.all(persons.map((one) => bot.keyStore.hgetBuffer(`${here.namespace}-keys:persons`, one)));
  const whole = keys.map((key) => key?.toString('latin1') ?? '-');
  for (const key of whole) expect(aof()).toContain(key);
  await bot.accept(says('A2', 'erase', [phone(1)]));
  await bot.accept(says('B2', 'erase', [phone(2)]));
  await bot.settled();
  expect(bot.errors).toEqual([]);
  for (const key of whole) expect(aof()).not.toContain(key);
  expect(await bot.redis.hlen(here.keys.erasing)).toBe(0);
});

test('an erasure whose rewrite failed keeps its mark, and the next process ends it', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  bot.store.eraseTraces = async () => {
    throw new Error('no rewrite');
  };
  await bot.accept(says('A1', 'file'));
  await bot.settled();
  await bot.accept(says('A2', 'erase'));
  await bot.settled();
  expect(bot.errors).toHaveLength(1);
  const marks = await bot.redis.hvals(here.keys.erasing);
  expect(marks).toEqual([JSON.stringify({ cases: {} })]); // no case is told any more
  const next = await here.process();
  await next.start();
  await next.settled();
  expect(next.errors).toEqual([]);
  expect(await next.redis.hlen(here.keys.erasing)).toBe(0);
  expect((await next.jobs.briefs.getWaiting()).map(({ name }) => name)).toEqual(['recall']);
});

test('no alert of an erased person is left, open or on the queue, nor of one that was joined to it', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'consent file help', [phone(1)]));
  await bot.accept(says('B1', 'help', [lid(1)]));
  await bot.accept(says('C1', 'help', [phone(3)]));
  await bot.settled();
  await bot.accept(says('A2', 'x', [lid(1), phone(1)]));
  await bot.settled();
  expect(await bot.jobs.alerts.getWaitingCount()).toBe(3);
  await bot.accept(says('A3', 'erase', [phone(1)]));
  await bot.settled();
  const { person } = await bot.store.find([phone(3)]);
  expect(bot.errors).toEqual([]);
  expect((await openAlerts(bot.redis, here.keys)).map((alert) => alert.person)).toEqual([person]);
  expect((await bot.jobs.alerts.getJobs()).map((job) => job.data.person)).toEqual([person]);
});

test('an alert that is being worked on tells nothing of the person any more', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'file help'));
  await bot.settled();
  const [job] = await bot.jobs.alerts.getWaiting();
  const prefix = `${bot.jobs.alerts.opts.prefix}:alerts:${job?.id}`;
  await bot.redis.set(`${prefix}:lock`, 'a worker');
  await bot.accept(says('A2', 'erase'));
  await bot.settled();
  expect(bot.errors).toEqual([]);
  expect(JSON.parse((await bot.redis.hget(prefix, 'data')) ?? '')).toEqual({ schema: 'alert/1', id: job?.id });
});
