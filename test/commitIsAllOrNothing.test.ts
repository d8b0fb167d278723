import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { noFacts } from '../src/dialogue/facts.ts';
import type { Commit, Entry } from '../src/intake/store.ts';
import { type Process, phone, type Stand, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
let bot: Process;
let person: string;
const from = [phone(1)];
const entry = (id: string): Entry => ({ id, at: 1, content: { kind: 'text', text: 'hello' }, from });
const full = (change: Partial<Commit>): Commit => ({
  version: 0,
  kept: { facts: noFacts, from, due: { remind: 5 }, cases: {} },
  took: [entry('A1')],
  replies: [{ id: `3EB0${'1'.repeat(18)}`, to: phone(1), text: 'hi' }],
  handovers: [
    { kind: 'brief', case: 'MVM-AAAAA-2', revision: 1, brief: {} },
    { kind: 'alert', alert: { id: 'x', kind: 'human', person, at: 1 } },
  ],
  consents: [{ record: { at: 1 }, wording: 'w' }],
  case: 'MVM-AAAAA-2',
  ...change,
});

beforeAll(async () => {
  redis = await startRedis();
});
beforeEach(async () => {
  here = stand(redis.url);
  bot = await here.process();
  person = await bot.store.create();
  await bot.store.accept(person, entry('A1'), from);
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a commit writes everything at once', async () => {
  expect(await bot.store.commit(person, full({}))).toBe('done');
  const now = await bot.store.load(person);
  expect(now).toMatchObject({ version: 1, inbox: [], outbox: [{ text: 'hi' }] });
  expect(await bot.store.due(5)).toEqual([person]);
  expect((await bot.store.handovers()).map(({ job }) => job.kind)).toEqual(['brief', 'alert']);
  expect(await bot.redis.llen(here.keys.proofs)).toBe(1);
});

test.each<[string, (commit: Commit) => Commit, string]>([
  ['another version', (commit) => ({ ...commit, version: 3 }), 'stale'],
  ['an entry that is not there', (commit) => ({ ...commit, took: [entry('A2')] }), 'stale'],
  ['more entries than there are', (commit) => ({ ...commit, took: [entry('A1'), entry('A2')] }), 'stale'],
])('%s: nothing is written', async (_, change, answer) => {
  const before = await here.contents(bot.redis);
  expect(await bot.store.commit(person, change(full({})))).toBe(answer);
  expect(await here.contents(bot.redis)).toEqual(before);
});

test('the case number of somebody else: nothing is written, and the turn is taken with another number', async () => {
  await bot.redis.hset(here.keys.cases, 'MVM-AAAAA-2', 'somebody');
  const before = await here.contents(bot.redis);
  expect(await bot.store.commit(person, full({}))).toBe('taken');
  expect(await here.contents(bot.redis)).toEqual(before);

  const first = bot.store.caseNumber(person, 0, 0);
  await bot.redis.hset(here.keys.cases, first, 'somebody');
  await bot.accept({ id: 'A2', from, at: 2, content: { kind: 'text', text: 'file' } });
  await bot.settled();
  const { kept } = await bot.store.load(person);
  expect(kept?.facts.case).toBe(bot.store.caseNumber(person, 0, 1));
});

test('the same commit again: stale, and nothing is written twice', async () => {
  await bot.store.commit(person, full({}));
  const before = await here.contents(bot.redis);
  expect(await bot.store.commit(person, full({}))).toBe('stale');
  expect(await here.contents(bot.redis)).toEqual(before);
});
