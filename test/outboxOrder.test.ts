import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Sent } from '../src/channels/channel.ts';
import { openAlerts } from '../src/redis/waiting.ts';
import { fakeClock } from './fakeClock.ts';
import { fakeChannel, phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a person gets the replies in order, each after the one before has an outcome; others do not wait', async () => {
  here = stand(redis.url);
  const channel = fakeChannel();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  channel.answers(async ({ text }): Promise<Sent> => {
    if (text === 'took A1') await held;
    return 'accepted';
  });
  let turns = 0;
  const bot = await here.process({ channel, committed: () => void turns++ });
  await bot.accept(says('A1', 'two'));
  await until(() => turns === 1);
  await bot.accept(says('A2', 'hello'));
  await bot.accept(says('B1', 'hello', [phone(2)]));
  await until(() => channel.sent.length === 1);
  expect(channel.texts()).toEqual(['took B1']);
  letGo();
  await bot.settled();
  expect(channel.texts()).toEqual(['took B1', 'took A1', 'and more', 'took A2']);
  expect(await bot.redis.exists(here.keys.work)).toBe(0);
});

test('a reply nobody knows the outcome of is sent once more with its own id, and then given up with an alert', async () => {
  here = stand(redis.url);
  const channel = fakeChannel();
  const clock = fakeClock();
  channel.answers(() => 'unknown');
  const bot = await here.process({ channel, clock });
  await bot.accept(says('A1', 'hello'));
  const done = bot.settled();
  await until(() => channel.sent.length === 1);
  clock.pass(1_000);
  expect(channel.sent).toHaveLength(1);
  await until(() => {
    clock.pass(5_000);
    return channel.sent.length === 2;
  });
  await done;
  expect(channel.sent[0]?.id).toBe(channel.sent[1]?.id);
  expect(await openAlerts(bot.redis, here.keys)).toMatchObject([{ kind: 'lost' }]);
});

test('a refused reply is not tried again: a human is told, and the next reply goes out', async () => {
  here = stand(redis.url);
  const channel = fakeChannel();
  channel.answers(({ text }) => (text === 'took A1' ? 'refused' : 'accepted'));
  const bot = await here.process({ channel });
  await bot.accept(says('A1', 'two'));
  await bot.settled();
  await until(async () => (await openAlerts(bot.redis, here.keys)).length === 1);
  expect(channel.texts()).toEqual(['took A1', 'and more']);
});

test('a closed channel is waited for; what it did not get goes out by the next process, with the same id', async () => {
  here = stand(redis.url);
  const shut = fakeChannel();
  shut.is('connecting');
  const old = await here.process({ channel: shut });
  await old.accept(says('A1', 'two'));
  const { person } = await old.store.find([phone(1)]);
  await until(async () => (await old.store.load(person ?? '')).outbox.length === 2);
  expect(shut.sent).toEqual([]);
  const ids = (await old.store.load(person ?? '')).outbox.map(({ id }) => id);

  const next = await here.process();
  await next.start();
  await next.settled();
  expect(next.channel.sent.map(({ id }) => id)).toEqual(ids);
  expect(ids[0]).toMatch(/^3EB0[0-9A-F]{18}$/);
  shut.is('open');
  old.receive.changed('open');
});

test('a reply goes to the address the message came from, and can be read again for a while', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'hello', [{ kind: 'lid', value: '77' }, phone(1)]));
  await bot.settled();
  await bot.accept(says('A2', 'hello', [phone(1)]));
  await bot.settled();
  expect(bot.channel.sent.map(({ to }) => to)).toEqual([{ kind: 'lid', value: '77' }, phone(1)]);
  const id = bot.channel.sent[0]?.id ?? '';
  expect(await bot.receive.sentText(id)).toBe('took A1');
  expect(await bot.receive.sentText(id, { kind: 'lid', value: '77' })).toBe('took A1');
  expect(await bot.receive.sentText(id, phone(1))).toBe('took A1'); // the same person
  expect(await bot.receive.sentText(id, phone(2))).toBeNull();
  expect(await bot.receive.sentText(id, { kind: 'lid', value: '78' })).toBeNull();

  const next = await here.process();
  expect(await next.receive.sentText(id)).toBe('took A1');
  expect(await next.receive.sentText('3EB0AA')).toBeNull();
  expect(await next.redis.ttl(here.keys.sent(id))).toBeGreaterThan(0);
});

test('a reply that never left is sent again as often as it takes, and nobody is alerted', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  const channel = fakeChannel();
  let times = 0;
  channel.answers(() => (++times < 5 ? 'unsent' : 'accepted'));
  const bot = await here.process({ channel, clock });
  await bot.accept(says('A1', 'hello'));
  await until(() => {
    clock.pass(5_000);
    return times === 5;
  });
  await bot.settled();
  expect(new Set(channel.sent.map(({ id }) => id)).size).toBe(1);
  expect(await openAlerts(bot.redis, here.keys)).toEqual([]);
});

test('whoever types or waits for its turn under the cap does not keep the end waiting', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  for (const manner of [{ pace: () => 4_000 }, { allowed: () => new Promise<void>(() => undefined) }]) {
    const bot = await here.process({ clock, ...manner });
    await bot.accept(says('A1', 'hello', [phone(1)]));
    await bot.accept(says('B1', 'hello', [phone(2)]));
    await until(async () => (await bot.redis.scard(here.keys.work)) === 2);
    await bot.stop();
    expect(bot.channel.sent).toEqual([]);
  }
});
