import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { TakeTurn } from '../src/intake/receive.ts';
import { fakeClock } from './fakeClock.ts';
import { fakeTurn, taken } from './fakeTurn.ts';
import { phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

const at = 1_790_000_000_000;
const turned = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
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

test('a deadline that passed while nothing ran waits until the channel has given what was written in time', async () => {
  here = stand(redis.url);
  const old = await here.process();
  await old.accept(says('A1', 'later', [phone(1)], at));
  await old.accept(says('B1', 'later', [phone(2)], at));
  await old.settled();
  const clock = fakeClock(at + 2_000);
  const next = await here.process({ clock });
  next.channel.is('connecting');
  await next.start();
  let runs = 0;
  const due = next.store.due;
  next.store.due = (...args) => {
    runs++;
    return due(...args);
  };
  clock.pass(300_000);
  await turned();
  expect(runs).toBe(0);
  next.channel.is('open');
  next.receive.changed('open');
  await next.accept(says('A2', 'hello', [phone(1)], at + 900)); // written in time, and waited at the channel
  await next.settled();
  await until(async () => {
    clock.pass(30_000);
    await next.settled();
    return next.channel.sent.length === 2;
  });
  expect(next.channel.texts()).toEqual(['took A2', `took deadline/remind/${at + 1_000}`]);
  expect(next.channel.sent[1]?.to).toEqual(phone(2));
  expect(next.errors).toEqual([]);
});

test('deadlines that yield nothing leave, and do not keep the others waiting', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'hello', [phone(1)], at));
  await bot.accept(says('B1', 'later', [phone(2)], at + 1));
  await bot.settled();
  const person = (await bot.store.find([phone(1)])).person ?? '';
  await bot.redis.zadd(here.keys.due, 1, person); // as a joined person may have left it
  for (let i = 0; i < 150; i++) await bot.redis.zadd(here.keys.due, 2, `nobody${i}`);
  await bot.runDue(at + 9_000);
  await bot.settled();
  expect(bot.channel.texts().at(-1)).toBe(`took deadline/remind/${at + 1_001}`);
  expect(await bot.store.due(at + 9_000)).toEqual([]);
  expect(await bot.store.nextDue()).toBeNull();
});

test('a deadline that no turn can take is buried and does not come again', async () => {
  here = stand(redis.url);
  const turn: TakeTurn = (facts, messages, world) => {
    if (messages.some(({ content }) => content.kind === 'deadline')) throw new Error('a bug of ours');
    return fakeTurn(facts, messages, world);
  };
  const bot = await here.process({ turn });
  await bot.accept(says('A1', 'later', [phone(1)], at));
  await bot.settled();
  await bot.runDue(at + 1_000);
  await bot.settled();
  expect(await bot.redis.llen(here.keys.dead)).toBe(1);
  expect(await bot.store.nextDue()).toBeNull();
});
