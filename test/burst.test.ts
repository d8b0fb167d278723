import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { fakeClock } from './fakeClock.ts';
import { taken } from './fakeTurn.ts';
import { phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('messages within the quiet window are one turn; each new one prolongs it', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  const bot = await here.process({ clock, quiet: 1_000, cap: 10_000 });
  await bot.accept(says('A1', 'السلام عليكم'));
  clock.pass(900);
  await bot.accept(says('A2', 'أبي علاج'));
  clock.pass(900);
  await bot.accept(says('A3', 'لأمي'));
  expect(bot.channel.sent).toEqual([]);
  clock.pass(1_000);
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A1 A2 A3']);
});

test('typing prolongs the window, but never beyond the cap', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  const bot = await here.process({ clock, quiet: 1_000, cap: 6_000 });
  await bot.accept(says('A1', 'hello'));
  bot.receive.composing([phone(1)]);
  await bot.store.find([phone(1)]);
  await new Promise((resolve) => setImmediate(resolve));
  clock.pass(3_000);
  bot.receive.composing([phone(1)]);
  await new Promise((resolve) => setImmediate(resolve));
  clock.pass(2_900);
  expect(bot.channel.sent).toEqual([]);
  clock.pass(100);
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A1']);
});

test('a hundred messages at once from many people: every one is taken, once, in order', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  const all = Array.from({ length: 100 }, (_, i) => says(`M${i}`, 'hello', [phone(i % 7)]));
  await Promise.all(all.map((message) => bot.accept(message)));
  await bot.settled();
  for (let n = 0; n < 7; n++) {
    const { person } = await bot.store.find([phone(n)]);
    const ids = all.filter((_, i) => i % 7 === n).map(({ id }) => id);
    expect(taken((await bot.store.load(person ?? '')).kept?.facts)).toEqual(ids);
  }
});

test('what comes while a turn is under way waits for the next one', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await Promise.all([bot.accept(says('A1', 'one')), bot.accept(says('A2', 'two')), bot.accept(says('A3', 'three'))]);
  await bot.settled();
  expect(bot.channel.texts().join(' ').match(/A\d/g)).toEqual(['A1', 'A2', 'A3']);
});

test('a message delivered again changes nothing, before its turn and after', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  const bot = await here.process({ clock, quiet: 1_000, cap: 1_000 });
  await bot.accept(says('A1', 'hello'));
  await bot.accept(says('A1', 'hello'));
  expect(await bot.receive.known('A1', [phone(1)])).toBe(true);
  expect(await bot.receive.known('A9', [phone(1)])).toBe(false);
  expect(await bot.receive.known('A1', [phone(2)])).toBe(false);
  await until(() => {
    clock.pass(1_000);
    return bot.channel.sent.length === 1;
  });
  await bot.accept(says('A1', 'hello'));
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A1']);
});

test('a message that could not be decrypted comes again with its content, and both are taken', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept({ id: 'A1', from: [phone(1)], at: 1, content: { kind: 'undecryptable' } });
  await bot.settled();
  await bot.accept(says('A1', 'hello'));
  await bot.settled();
  expect(bot.channel.sent).toHaveLength(2);
});

test('a message that could not be read is held back a little, and nothing is said of it once its content has come', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  const bot = await here.process({ clock, quiet: 1_000, cap: 6_000 });
  await bot.accept({ id: 'A1?', from: [phone(1)], at: 1, content: { kind: 'undecryptable' } });
  clock.pass(5_000);
  expect(bot.channel.sent).toEqual([]);
  await bot.accept(says('A1', 'hello'));
  clock.pass(1_000);
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A1']);

  await bot.accept({ id: 'A2?', from: [phone(1)], at: 1, content: { kind: 'undecryptable' } });
  await bot.accept(says('A3', 'hello')); // nobody else waits longer than the cap
  clock.pass(6_000);
  await bot.settled();
  await bot.accept({ id: 'A4?', from: [phone(1)], at: 1, content: { kind: 'undecryptable' } });
  clock.pass(10_000);
  await bot.settled();
  expect(bot.channel.texts().slice(1)).toEqual(['took A2? A3', 'took A4?']);
});

test('a clock that is set back keeps nobody waiting', async () => {
  here = stand(redis.url);
  const clock = fakeClock();
  let back = 0;
  const bot = await here.process({ clock: { ...clock, now: () => clock.now() - back }, quiet: 1_000, cap: 6_000 });
  await bot.accept(says('A1', 'hello'));
  back = 3_600_000;
  clock.pass(1_000);
  await bot.settled();
  await bot.accept(says('A2', 'hello'));
  clock.pass(1_000);
  await bot.settled();
  expect(bot.channel.texts()).toEqual(['took A1', 'took A2']);
});
