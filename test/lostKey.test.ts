import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { taken } from './fakeTurn.ts';
import { lid, phone, type Stand, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

const at = 1_790_000_000_000;

test('one person without a key keeps nobody waiting: it is a new person at the door, and a human is told', async () => {
  here = stand(redis.url);
  const old = await here.process();
  await old.accept(says('A1', 'later', [lid(1), phone(1)], at));
  await old.accept(says('B1', 'later', [phone(2)], at));
  await old.settled();
  const lost = (await old.store.find([phone(1)])).person ?? '';
  await old.keyStore.hdel(`${here.namespace}-keys:persons`, lost);

  const bot = await here.process();
  await bot.start();
  await bot.accept(says('A2', 'hello', [phone(1), lid(1)]));
  await bot.settled();
  const { person } = await bot.store.find([phone(1)]);
  expect(person).not.toBe(lost);
  expect((await bot.store.find([lid(1)])).person).toBe(person);
  expect(taken((await bot.store.load(person ?? '')).kept?.facts)).toEqual(['A2']);
  expect(Object.keys(await bot.redis.hgetall(here.keys.alerts))).toEqual([`keyless-${lost}`]);
  await bot.runDue(at + 5_000);
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A2', `took deadline/remind/${at + 1_000}`]);
  expect(bot.errors).toEqual([]);
});

test('what waits of a person without a key is set aside for a month, and the others are served', async () => {
  here = stand(redis.url);
  const old = await here.process();
  await old.accept(says('A1', 'later', [phone(1)], at));
  await old.accept(says('B1', 'later', [phone(2)], at));
  await old.settled();
  const lost = (await old.store.find([phone(1)])).person ?? '';
  await old.keyStore.hdel(`${here.namespace}-keys:persons`, lost);

  const bot = await here.process();
  await bot.start();
  await bot.runDue(at + 1_000);
  await bot.settled();
  expect(bot.channel.texts()).toEqual([`took deadline/remind/${at + 1_000}`]);
  expect(bot.errors).toMatchObject([{ name: 'NoKey', person: lost }]);
  expect(await bot.store.find([phone(1)])).toMatchObject({ person: null });
  expect(await bot.store.nextDue()).toBeNull();
  expect(await bot.redis.exists(here.keys.facts(lost))).toBe(0);
  expect(await bot.redis.ttl(here.keys.aside(here.keys.facts(lost)))).toBeGreaterThan(29 * 24 * 3600);
});
