import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { openAlerts } from '../src/redis/waiting.ts';
import { taken } from './fakeTurn.ts';
import { fakeChannel, lid, phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a person who writes by phone, by both, and by LID alone is one person', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'x', [phone(1)]));
  await bot.accept(says('A2', 'x', [lid(1), phone(1)]));
  await bot.accept(says('A3', 'x', [lid(1)]));
  await bot.accept(says('A2', 'x', [lid(1)]));
  await bot.settled();
  const { person } = await bot.store.find([lid(1)]);
  expect(taken((await bot.store.load(person ?? '')).kept?.facts)).toEqual(['A1', 'A2', 'A3']);
});

test('two persons whose addresses turn out to be one are joined: nothing is lost, nothing done twice', async () => {
  here = stand(redis.url);
  const channel = fakeChannel();
  channel.is('connecting');
  const bot = await here.process({ channel, quiet: 0 });
  await bot.accept(says('A1', 'consent', [phone(1)], 1));
  await bot.accept(says('B1', 'later', [lid(1)], 2));
  await until(async () => (await bot.store.find([lid(1)])).person !== null);
  const { person: a } = await bot.store.find([phone(1)]);
  const { person: b } = await bot.store.find([lid(1)]);
  await until(async () => (await bot.store.load(b ?? '')).outbox.length === 1);
  expect(a).not.toBe(b);

  await bot.accept(says('C1', 'x', [lid(1), phone(1)], 3));
  await bot.accept(says('B1', 'later', [lid(1)], 2));
  channel.is('open');
  bot.receive.changed('open');
  await bot.settled();
  expect(bot.errors).toEqual([]);
  expect((await bot.store.find([lid(1)])).person).toBe(a);
  const { kept, inbox, outbox } = await bot.store.load(a ?? '');
  expect(taken(kept?.facts).sort()).toEqual(['B1', 'C1']); // the newer answer to the one field stands
  expect([inbox, outbox]).toEqual([[], []]);
  expect(channel.texts().sort()).toEqual(['took A1', 'took B1', 'took C1']);
  expect(await bot.keyStore.hexists(`${here.namespace}-keys:persons`, b ?? '')).toBe(0);
  expect(Object.keys(await here.contents(bot.redis)).filter((name) => name.endsWith(`:${b}`))).toEqual([]);
});

test('two persons who both decided about consent stay apart, and a human is told once', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'consent', [phone(1)]));
  await bot.accept(says('B1', 'consent', [lid(1)]));
  await bot.settled();
  await bot.accept(says('C1', 'x', [lid(1), phone(1)]));
  await bot.accept(says('C2', 'x', [lid(1), phone(1)]));
  await bot.settled();
  const [a, b] = [await bot.store.find([phone(1)]), await bot.store.find([lid(1)])];
  expect(a.person).not.toBe(b.person);
  expect(taken((await bot.store.load(b.person ?? '')).kept?.facts)).toEqual(['B1', 'C1', 'C2']);
  expect(await openAlerts(bot.redis, here.keys)).toMatchObject([{ kind: 'merge' }]);
});
