import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { TurnFailed } from '../src/intake/turns.ts';
import { openAlerts } from '../src/redis/waiting.ts';
import { fakeClock } from './fakeClock.ts';
import { taken } from './fakeTurn.ts';
import { phone, type Stand, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a message that no turn can take is put aside after three tries with an alert; all others go on', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  const bot = await here.process({ clock, quiet: 1_000, cap: 1_000 });
  for (const [id, text] of [
    ['A1', 'hello'],
    ['A2', 'bug'],
    ['A3', 'again'],
  ] as const)
    await bot.accept(says(id, text));
  await bot.accept(says('B1', 'hello', [phone(2)]));
  clock.pass(1_000);
  await bot.settled();

  const { person } = await bot.store.find([phone(1)]);
  const { kept, inbox } = await bot.store.load(person ?? '');
  expect(taken(kept?.facts)).toEqual(['A1', 'A3']);
  expect(inbox).toEqual([]);
  const dead = await bot.redis.lrange(here.keys.dead, 0, -1);
  expect(dead.map((item) => item.split(':')[0])).toEqual([person]);
  expect(await openAlerts(bot.redis, here.keys)).toMatchObject([{ kind: 'lost', person }]);
  expect(bot.errors.every((error) => error instanceof TurnFailed)).toBe(true);
  expect(bot.channel.texts()).toContain('took B1');

  await bot.accept(says('A4', 'hello'));
  clock.pass(1_000);
  await bot.settled();
  expect(taken((await bot.store.load(person ?? '')).kept?.facts)).toEqual(['A1', 'A3', 'A4']);
});
