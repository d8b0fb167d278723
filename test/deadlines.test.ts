import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { taken } from './fakeTurn.ts';
import { phone, type Stand, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

const at = 1_790_000_000_000;
let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a deadline that has passed comes in as one message of its person, not before and not twice', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'later', [phone(1)], at));
  await bot.accept(says('B1', 'hello', [phone(2)], at));
  await bot.settled();
  await bot.runDue(at + 999);
  await bot.settled();
  expect(bot.channel.sent).toHaveLength(2);
  await Promise.all([bot.runDue(at + 1_000), bot.runDue(at + 1_000)]);
  await bot.runDue(at + 5_000);
  await bot.settled();
  const { person } = await bot.store.find([phone(1)]);
  expect(taken((await bot.store.load(person ?? '')).kept?.facts)).toEqual(['A1', `deadline/remind/${at + 1_000}`]);
  expect(await bot.store.due(at + 9_000)).toEqual([]);
  expect(bot.channel.sent).toHaveLength(3);
});

test('a deadline that passed while nothing ran comes in at the start', async () => {
  here = stand(redis.url);
  const old = await here.process();
  await old.accept(says('A1', 'later', [phone(1)], at));
  await old.settled();
  const next = await here.process({ clock: { now: () => at + 2_000, after: () => () => undefined } });
  await next.start();
  await next.settled();
  expect(next.channel.texts()).toEqual([`took deadline/remind/${at + 1_000}`]);
});
