import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { taken } from './fakeTurn.ts';
import { type Process, phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
let bot: Process;
beforeAll(async () => {
  redis = await startRedis();
});
beforeEach(async () => {
  here = stand(redis.url);
  bot = await here.process();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

const takenByOne = async (): Promise<string[]> => {
  const { person } = await bot.store.find([phone(1)]);
  return taken((await bot.store.load(person ?? '')).kept?.facts);
};

test('a message that was stored although nobody heard so is taken, and once when it comes again', async () => {
  const { accept } = bot.store;
  bot.store.accept = async (...args) => {
    bot.store.accept = accept;
    await accept(...args);
    throw new Error('the answer was lost');
  };
  await expect(bot.accept(says('A1', 'hello'))).rejects.toThrow('lost');
  await bot.settled();
  expect(await takenByOne()).toEqual(['A1']);
  await bot.accept(says('A1', 'hello'));
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A1']);
});

test('a message that was stored late, after it was given up, is taken when it comes again', async () => {
  await bot.accept(says('A0', 'hello'));
  await bot.settled();
  const { accept } = bot.store;
  let late = async (): Promise<unknown> => undefined;
  bot.store.accept = async (...args) => {
    bot.store.accept = accept;
    late = () => accept(...args);
    throw new Error('no answer in time');
  };
  await expect(bot.accept(says('A1', 'hello'))).rejects.toThrow('in time');
  await bot.settled();
  await late();
  await bot.accept(says('A1', 'hello'));
  await bot.settled();
  expect(await takenByOne()).toEqual(['A0', 'A1']);
});

test('a turn that was committed although nobody heard so has its effects once', async () => {
  const { commit } = bot.store;
  bot.store.commit = async (...args) => {
    bot.store.commit = commit;
    await commit(...args);
    throw new Error('the answer was lost');
  };
  await bot.accept(says('A1', 'two file help'));
  await bot.settled();
  expect(await takenByOne()).toEqual(['A1']);
  expect(bot.channel.texts()).toEqual(['took A1', 'and more']);
  expect(await bot.jobs.briefs.getWaitingCount()).toBe(1);
  expect(await bot.jobs.alerts.getWaitingCount()).toBe(1);
});

test('replies whose leaving the store was not heard of are not said again', async () => {
  const { settle } = bot.store;
  bot.store.settle = async (replies) => {
    bot.store.settle = settle;
    await settle(replies);
    throw new Error('the answer was lost');
  };
  await bot.accept(says('A1', 'two'));
  await until(async () => (await takenByOne()).length === 1);
  await bot.accept(says('A2', 'hello'));
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A1', 'and more', 'took A2']);
  expect(await bot.store.atWork()).toEqual([]);
});

test('an erasure whose answer was lost is ended, and who writes then or wrote meanwhile is a new person', async () => {
  await bot.accept(says('A1', 'hello'));
  await bot.settled();
  const { person } = await bot.store.find([phone(1)]);
  const { erase, commit } = bot.store;
  bot.store.commit = async (...args) => {
    const done = await commit(...args);
    if (args[1].erasing) await bot.accept(says('A3', 'hello'));
    return done;
  };
  bot.store.erase = async (...args) => {
    bot.store.erase = erase;
    await erase(...args);
    throw new Error('the answer was lost');
  };
  await bot.accept(says('A2', 'erase'));
  await bot.settled();
  await bot.accept(says('A4', 'hello'));
  await bot.settled();
  expect((await bot.store.find([phone(1)])).person).not.toBe(person);
  expect(await takenByOne()).toEqual(['A3', 'A4']);
});
