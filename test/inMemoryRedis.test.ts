import { expect, test } from '@jest/globals';
import { createRedisMock } from 'js-redis-server';
import { taken } from './fakeTurn.ts';
import { phone, says, stand } from './intakeStand.ts';

test('the Redis that lives in this process runs the whole way of a message, up to erasure', async () => {
  const server = await createRedisMock();
  const here = stand(server.url);
  const bot = await here.process();
  await bot.start();
  await bot.accept(says('A1', 'two file consent help later'));
  await bot.accept(says('A1', 'two file'));
  await bot.accept(says('A2', 'hello'));
  await bot.settled();
  const { person } = await bot.store.find([phone(1)]);
  expect(bot.errors).toEqual([]);
  expect(taken((await bot.store.load(person ?? '')).kept?.facts)).toEqual(['A1', 'A2']);
  expect(bot.channel.texts()).toEqual(['took A1', 'and more', 'took A2']);
  expect(await bot.jobs.briefs.getWaitingCount()).toBe(1);
  await bot.accept(says('A3', 'erase'));
  await bot.settled();
  expect(bot.errors).toEqual([]);
  expect(await bot.store.find([phone(1)])).toMatchObject({ person: null });
  await here.close();
  await server.close();
});
