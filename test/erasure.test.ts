import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { taken } from './fakeTurn.ts';
import { fakeChannel, phone, type Stand, says, stand, until } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('after erasure nothing of the person is left but the proof of consent and the opt-out', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  const empty = Object.keys(await here.contents(bot.redis));
  await bot.accept(says('A1', 'consent file later stop'));
  await bot.settled();
  const [job] = await bot.jobs.briefs.getWaiting();
  const { person } = await bot.store.find([phone(1)]);
  await bot.accept(says('A2', 'please erase'));
  await bot.settled();

  expect(bot.errors).toEqual([]);
  expect(bot.channel.texts()).toEqual(['took A1', 'took A2']);
  const left = Object.keys(await here.contents(bot.redis)).filter((name) => !empty.includes(name));
  const replies = bot.channel.sent.map(({ id }) => here.keys.sent(id));
  const keyStore = `${here.namespace}-keys:persons`;
  expect(left.filter((name) => !replies.includes(name)).sort()).toEqual([here.keys.optout, here.keys.proofs].sort());
  expect(await bot.keyStore.exists(keyStore, `${here.namespace}-keys:briefs`)).toBe(0);
  expect(await bot.receive.sentText(bot.channel.sent[0]?.id ?? '')).toBeNull();

  const proof = JSON.parse((await bot.redis.lindex(here.keys.proofs, 0)) ?? '{}');
  expect(proof).toEqual({
    consent: 'C1',
    at: expect.any(Number),
    subject: expect.any(String),
    wordingHash: expect.any(String),
  });
  expect(await bot.redis.hkeys(here.keys.optout)).toEqual([proof.subject]);

  expect(await bot.jobs.briefs.getJob(job?.id ?? '')).toBeUndefined();
  expect((await bot.jobs.briefs.getWaiting()).map(({ name }) => name)).toEqual(['recall']);

  const next = await here.process();
  expect(await next.receive.sentText(bot.channel.sent[0]?.id ?? '')).toBeNull();
  await next.accept(says('A3', 'hello again'));
  await next.settled();
  const again = await next.store.find([phone(1)]);
  expect(again.person).not.toBe(person);
  expect(taken((await next.store.load(again.person ?? '')).kept?.facts)).toEqual(['A3']);
});

test('the farewell is sent before the erasure, and an erasure that was broken off goes on', async () => {
  here = stand(redis.url);
  const shut = fakeChannel();
  shut.is('connecting');
  const old = await here.process({ channel: shut });
  await old.accept(says('A1', 'erase'));
  await until(async () => (await old.redis.hlen(here.keys.erasing)) === 1);
  const { person } = await old.store.find([phone(1)]);
  expect((await old.store.load(person ?? '')).outbox).toHaveLength(1);

  const next = await here.process();
  await next.start();
  await next.settled();
  expect(next.channel.texts()).toEqual(['took A1']);
  expect(await next.redis.hlen(here.keys.erasing)).toBe(0);
  expect(await next.store.find([phone(1)])).toMatchObject({ person: null });
});

test('what is written after the wish to be erased is not lost: it begins a new conversation', async () => {
  here = stand(redis.url);
  const channel = fakeChannel();
  channel.is('connecting');
  const bot = await here.process({ channel });
  await bot.accept(says('A1', 'erase'));
  await until(async () => (await bot.redis.hlen(here.keys.erasing)) === 1);
  await bot.accept(says('A2', 'wait'));
  await bot.accept(says('A3', 'still here'));
  channel.is('open');
  bot.receive.changed('open');
  await bot.settled();
  const { person } = await bot.store.find([phone(1)]);
  const { kept, inbox } = await bot.store.load(person ?? '');
  expect(inbox).toEqual([]);
  expect(taken(kept?.facts)).toEqual(['A2', 'A3']);
  expect(await bot.receive.known('A2', [phone(1)])).toBe(true);
  expect(channel.texts()[0]).toBe('took A1');
});

test('the key goes even when the process dies between the steps of an erasure', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'file'));
  await bot.settled();
  const { person } = await bot.store.find([phone(1)]);
  const conversation = await bot.store.load(person ?? '');
  await bot.redis.hset(here.keys.erasing, person ?? '', JSON.stringify({ cases: conversation.kept?.cases }));
  await bot.redis.del(here.keys.facts(person ?? ''), here.keys.seen(person ?? '')); // the first step, and no more
  const next = await here.process();
  await next.start();
  await next.settled();
  expect(next.errors).toEqual([]);
  expect(await next.keyStore.hexists(`${here.namespace}-keys:persons`, person ?? '')).toBe(0);
  expect(await next.redis.hlen(here.keys.erasing)).toBe(0);
});
