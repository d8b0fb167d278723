import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Fenced } from '../src/intake/store.ts';
import { lease } from '../src/redis/lease.ts';
import { isAlive, thisProcess } from '../src/redis/owner.ts';
import { fakeClock } from './fakeClock.ts';
import { type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a process that lost the number writes nothing more, and stops everything once', async () => {
  here = stand(redis.url);
  const lost: Fenced[] = [];
  const old = await here.process({ lost: (error) => lost.push(error) });
  await old.accept(says('A1', 'hello'));
  await old.settled();
  const next = await here.process();
  const before = await here.contents(next.redis);

  await expect(old.accept(says('A2', 'hello'))).rejects.toThrow('another process');
  await expect(old.accept(says('A3', 'hello'))).rejects.toThrow();
  expect(await here.contents(next.redis)).toEqual(before);
  expect(lost).toHaveLength(1);
});

test('a turn under way when the number is lost changes nothing and says nothing', async () => {
  here = stand(redis.url);
  const time = fakeClock();
  const lost: Fenced[] = [];
  const old = await here.process({ clock: time, quiet: 1_000, cap: 1_000, lost: (error) => lost.push(error) });
  await old.accept(says('A1', 'hello'));
  const next = await here.process();
  time.pass(1_000);
  await until(() => lost.length === 1);
  expect(old.channel.sent).toEqual([]);
  await next.start();
  await next.settled();
  expect(next.channel.texts()).toEqual(['took A1']);
});

test('a dead owner on this host is replaced at once, a living one when its lease has run out', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.lease.release();
  const time = fakeClock();
  const options = { redis: bot.redis, keys: here.keys, clock: time, lost: () => undefined };
  const first = await lease({ ...options, alive: async () => true });
  const second = await lease({ ...options, alive: async () => false });
  expect(Number(second.fence.token)).toBe(Number(first.fence.token) + 1);

  let waited = 0;
  const third = lease({ ...options, waits: () => void waited++, alive: async () => true });
  await until(() => waited === 1);
  await bot.redis.del(here.keys.owner); // its time has run out
  time.pass(500);
  expect(Number((await third).fence.token)).toBe(Number(second.fence.token) + 1);
  await (await third).release();
  await second.release();
  await first.release();
});

test('a lease that ran out while nobody took it is still ours; one that was taken is lost', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.lease.release();
  const time = fakeClock();
  const lost: Error[] = [];
  const options = { redis: bot.redis, keys: here.keys, clock: time, alive: async () => false };
  const mine = await lease({ ...options, lost: (error) => lost.push(error) });
  await bot.redis.del(here.keys.owner);
  time.pass(5_000);
  await until(async () => (await bot.redis.exists(here.keys.owner)) === 1);
  expect(lost).toEqual([]);

  const theirs = await lease({ ...options, lost: () => undefined });
  await until(() => {
    time.pass(5_000);
    return lost.length > 0;
  });
  expect(lost).toHaveLength(1);
  await mine.release();
  expect(await bot.redis.exists(here.keys.owner)).toBe(1);
  await theirs.release();
});

test('a process is known by its start, not by its id alone', async () => {
  here = stand(redis.url);
  const me = await thisProcess();
  expect(await isAlive(me)).toBe(true);
  expect(await isAlive({ ...me, started: '1' })).toBe(false);
  expect(await isAlive({ ...me, pid: 4_194_303 })).toBe(false);
  expect(await isAlive({ ...me, host: 'elsewhere', pid: 4_194_303 })).toBe(true);
});
