import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { taken } from './fakeTurn.ts';
import { type Stand, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a message is turned, answered and its brief is on the queue', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.start();
  await bot.accept(says('A1', 'hello'));
  await bot.accept(says('A2', 'file please'));
  await bot.settled();
  expect(bot.errors).toEqual([]);
  expect(bot.channel.texts()).toEqual(['took A1', 'took A2']);
  const [job] = await bot.jobs.briefs.getWaiting();
  expect(job?.data).toMatchObject({ schema: 'brief/1', revision: 1 });
});

test('what was accepted is in Redis when accept resolves, and the next process answers it', async () => {
  here = stand(redis.url);
  const first = await here.process({
    turn: () => {
      throw new Error('never');
    },
    quiet: 60_000,
    cap: 60_000,
  });
  await first.accept(says('A1', 'سلام'));
  const { person } = await first.store.find(says('A1', '').from);
  await first.stop();
  await redis.kill('SIGKILL');
  await redis.restart();
  const second = await here.process();
  expect((await second.store.load(person ?? '')).inbox).toMatchObject([{ id: 'A1', content: { text: 'سلام' } }]);
  await second.start();
  await second.settled();
  expect(taken((await second.store.load(person ?? '')).kept?.facts)).toEqual(['A1']);
  expect(second.channel.texts()).toEqual(['took A1']);
});

test('a message that cannot be stored is refused at once', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'hello'));
  await redis.kill('SIGKILL');
  await expect(bot.accept(says('A2', 'hello again'))).rejects.toThrow();
  await redis.restart();
});
