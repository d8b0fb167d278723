import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { taken } from './fakeTurn.ts';
import { lid, type Process, phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

const takenOf = async (bot: Process, from: Parameters<Process['store']['find']>[0]): Promise<string[]> => {
  const { person } = await bot.store.find(from);
  return taken((await bot.store.load(person ?? '')).kept?.facts);
};

test('a person is erased while two are joined: neither waits for the other', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'hello', [phone(1)]));
  await bot.accept(says('B1', 'hello', [lid(1)]));
  await bot.settled();
  const commit = bot.store.commit;
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let begun = false;
  bot.store.commit = async (...args) => {
    begun = true;
    await held;
    return commit(...args);
  };
  await bot.accept(says('A2', 'quiet erase', [phone(1)]));
  await until(() => begun);
  const joint = bot.accept(says('A3', 'hello', [lid(1), phone(1)]));
  await bot.store.find([lid(1), phone(1)]);
  await new Promise((resolve) => setImmediate(resolve));
  release();
  await joint;
  await bot.settled();
  expect(bot.errors).toEqual([]);
  expect(await takenOf(bot, [lid(1)])).toContain('A3');
});

test('three messages of a new person, one of which states a second address, are all let in', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  const first = bot.accept(says('M0', 'hello', [lid(1)]));
  const second = bot.accept(says('M1', 'hello', [lid(1), phone(1)]));
  const third = first.then(() => bot.accept(says('M2', 'hello', [lid(1)])));
  await Promise.all([first, second, third]);
  await bot.settled();
  expect(await takenOf(bot, [phone(1)])).toEqual(['M0', 'M1', 'M2']);
});
