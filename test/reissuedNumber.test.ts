import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openAlerts } from '../src/redis/waiting.ts';
import { taken } from './fakeTurn.ts';
import { lid, type Process, phone, type Stand, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

const personOf = async (bot: Process, ...from: Parameters<Process['store']['find']>[0]): Promise<string> =>
  (await bot.store.find(from)).person ?? 'nobody';
const takenBy = async (bot: Process, person: string): Promise<string[]> =>
  taken((await bot.store.load(person)).kept?.facts);

test('a new account on a number that had another account is another person, and a human is told', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'consent file', [lid(1), phone(1)]));
  await bot.settled();
  const old = await personOf(bot, lid(1));
  await bot.accept(says('B1', 'what do you have about me', [lid(2), phone(1)]));
  await bot.settled();
  const fresh = await personOf(bot, lid(2));
  expect(fresh).not.toBe(old);
  expect(await takenBy(bot, fresh)).toEqual(['B1']);
  expect(await takenBy(bot, old)).toEqual(['A1']);
  expect(await openAlerts(bot.redis, here.keys)).toMatchObject([{ kind: 'merge', person: old }]);

  await bot.accept(says('B2', 'x', [phone(1)])); // the number alone is the new account's
  await bot.accept(says('A2', 'x', [lid(1)])); // the old account keeps what is its own
  await bot.settled();
  expect(await takenBy(bot, fresh)).toEqual(['B1', 'B2']);
  expect(await takenBy(bot, old)).toEqual(['A1', 'A2']);

  const next = await here.process();
  expect(await personOf(next, phone(1), lid(2))).toBe(fresh);
  expect(await personOf(next, phone(1))).toBe(fresh);
  expect(bot.errors).toEqual([]);
});

test('one who was known by the LID alone is not joined to the account that had the number before', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'x', [phone(1), lid(1)]));
  await bot.accept(says('B1', 'hello', [lid(3)]));
  await bot.settled();
  const [old, own] = [await personOf(bot, lid(1)), await personOf(bot, lid(3))];
  await bot.accept(says('B2', 'x', [lid(3), phone(1)]));
  await bot.accept(says('B3', 'x', [phone(1), lid(3)]));
  await bot.settled();
  expect(await takenBy(bot, own)).toEqual(['B1', 'B2', 'B3']);
  expect(await takenBy(bot, old)).toEqual(['A1']);
  expect(await personOf(bot, phone(1))).toBe(own);
  expect(await openAlerts(bot.redis, here.keys)).toHaveLength(1);
});

test('the deadline of the old account is its own, and its reminder does not go to the number', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'later', [phone(1), lid(1)], 1_000));
  await bot.settled();
  await bot.accept(says('B1', 'x', [lid(2), phone(1)], 1_500));
  await bot.settled();
  await bot.runDue(5_000);
  await bot.settled();
  expect(bot.channel.sent.at(-1)).toMatchObject({ to: lid(1) });
  expect(await personOf(bot, phone(1))).toBe(await personOf(bot, lid(2)));
  expect(await takenBy(bot, await personOf(bot, lid(2)))).toEqual(['B1']);
});

test('two accounts stay apart after joining and after erasure too: the LID goes with the person', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'consent', [phone(1)]));
  await bot.accept(says('A2', 'x', [lid(1)]));
  await bot.accept(says('A3', 'x', [lid(1), phone(1)])); // one now, under the person who had no LID
  await bot.settled();
  const old = await personOf(bot, lid(1));
  expect(await personOf(bot, phone(1))).toBe(old);
  await bot.accept(says('B1', 'x', [lid(2), phone(1)]));
  await bot.settled();
  expect(await personOf(bot, lid(2))).not.toBe(old);

  await bot.accept(says('B2', 'erase', [lid(2)]));
  await bot.settled();
  await bot.accept(says('C1', 'x', [lid(3), phone(1)]));
  await bot.settled();
  expect(await takenBy(bot, await personOf(bot, lid(3)))).toEqual(['C1']);
  expect(await takenBy(bot, await personOf(bot, phone(1)))).toEqual(['C1']);
  expect(await takenBy(bot, old)).toEqual(['A1', 'A3']); // the newer answer to the one field stands
});

test('one who filed is not joined by itself to one who decided, even when the decision is no longer in the facts', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'file', [phone(1)]));
  await bot.accept(says('B1', 'file', [lid(1)]));
  await bot.settled();
  await bot.accept(says('B2', 'x', [lid(1), phone(1)]));
  await bot.settled();
  expect(await personOf(bot, lid(1))).not.toBe(await personOf(bot, phone(1)));
  expect(await openAlerts(bot.redis, here.keys)).toMatchObject([{ kind: 'merge' }]);
});
