import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { taken } from './fakeTurn.ts';
import { phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeEach(async () => {
  redis = await startRedis();
  here = stand(redis.url);
});
afterEach(async () => {
  await here.close();
  await redis.stop();
});
afterAll(() => undefined);

test('Redis dies under a stream of messages: what was accepted is taken once, the rest was refused', async () => {
  const bot = await here.process();
  const accepted: string[] = [];
  const refused: string[] = [];
  let n = 0;
  const stream = async (person: number): Promise<void> => {
    while (n < 300) {
      const id = `M${n++}`;
      await bot.accept(says(id, n % 10 === 0 ? 'file two' : 'hello', [phone(person)])).then(
        () => accepted.push(id),
        async () => {
          refused.push(id);
          await new Promise((resolve) => setImmediate(resolve));
        },
      );
    }
  };
  const streams = [1, 2, 3, 4].map(stream);
  await until(() => accepted.length > 60);
  await redis.kill('SIGKILL');
  await until(() => refused.length > 0);
  await redis.restart();
  await Promise.all(streams);
  await until(() => bot.redis.status === 'ready');
  // what was refused is delivered again by the other side
  for (const id of refused)
    await until(() =>
      bot.accept(says(id, 'hello', [phone(1)])).then(
        () => true,
        () => false,
      ),
    );
  await bot.settled();

  const all: string[] = [];
  for (const person of [1, 2, 3, 4]) {
    const found = await bot.store.find([phone(person)]);
    all.push(...taken((await bot.store.load(found.person ?? '')).kept?.facts));
  }
  expect(accepted.filter((id) => !all.includes(id))).toEqual([]);
  expect(refused.filter((id) => !all.includes(id))).toEqual([]);
  const said = bot.channel.texts().join(' ').match(/M\d+/g) ?? [];
  for (const id of accepted) expect(said.filter((one) => one === id)).toHaveLength(1);
  expect(await bot.store.atWork()).toEqual([]);
});

test('Redis dies while a turn is committed: after it is back the turn stands once, answered once', async () => {
  for (let round = 0; round < 5; round++) {
    const bot = await here.process();
    const id = `R${round}`;
    await bot.accept(says(id, 'two file', [phone(5)]));
    await redis.restart();
    await bot.settled();
    const { person } = await bot.store.find([phone(5)]);
    const { kept, outbox } = await bot.store.load(person ?? '');
    expect(taken(kept?.facts).filter((one) => one === id)).toHaveLength(1);
    expect(outbox).toEqual([]);
    expect(bot.channel.texts()).toEqual([`took ${id}`, 'and more']);
    expect(kept?.facts.revision).toBe(round + 1);
  }
});
