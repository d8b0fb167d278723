import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { createClient } from 'redis';
import { briefName } from '../src/redis/leaving.ts';
import { personKeys } from '../src/redis/personKeys.ts';
import { open } from '../src/redis/sealing.ts';
import { openAlerts } from '../src/redis/waiting.ts';
import { acknowledge } from '../src/redis/waitingBriefs.ts';
import { phone, type Stand, says, stand } from './intakeStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let here: Stand;
beforeAll(async () => {
  redis = await startRedis();
});
afterEach(() => here.close());
afterAll(() => redis.stop());

test('a brief on the queue opens with BRIEFS_KEY alone, and not after erasure', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'file'));
  await bot.settled();
  const [job] = await bot.jobs.briefs.getWaiting();
  expect(Object.keys(job?.data)).toEqual(['schema', 'case', 'revision', 'box']);
  const { case: number, revision, box } = job?.data ?? {};
  expect(job?.id).toBe(`${number}-1`);

  const { keyStore: reader, namespace, briefs } = { ...bot, ...here };
  const desk = personKeys({ redis: reader, namespace, master: Buffer.alloc(32), briefs });
  const key = await desk.ofCase(number);
  expect(
    JSON.parse(open(key ?? Buffer.alloc(32), briefName(number, revision), Buffer.from(box, 'base64')).toString()),
  ).toEqual({
    words: 'ألم في الظهر',
  });
  const stranger = personKeys({ redis: reader, namespace, master: Buffer.alloc(32), briefs: Buffer.alloc(32) });
  await expect(stranger.ofCase(number)).rejects.toThrow();
  await bot.accept(says('A2', 'erase'));
  await bot.settled();
  expect(await desk.ofCase(number)).toBeNull();
});

test('a brief is filed once per case and revision, whatever is tried again', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'file'));
  await bot.accept(says('A2', 'file'));
  await bot.settled();
  const { person = '' } = await bot.store.find([phone(1)]);
  const { version, kept } = await bot.store.load(person ?? '');
  const number = kept?.facts.case ?? '';
  if (!kept) throw new Error('nothing kept');
  const again = {
    version,
    kept,
    took: [],
    replies: [],
    handovers: [{ kind: 'brief' as const, case: number, revision: 2, brief: {} }],
    consents: [],
  };
  expect(await bot.store.commit(person ?? '', again)).toBe('done');
  expect(await bot.store.handovers()).toEqual([]);

  await bot.jobs.deliver({ kind: 'brief', case: number, revision: 2, box: 'other' });
  expect((await bot.jobs.briefs.getWaiting()).map(({ id }) => id).sort()).toEqual([`${number}-1`, `${number}-2`]);
});

test('a recall removes what waits of the case and says so to those who have it already', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'file'));
  await bot.accept(says('A2', 'file'));
  await bot.accept(says('B1', 'file', [phone(2)]));
  await bot.settled();
  await bot.accept(says('A3', 'recall'));
  await bot.settled();
  const jobs = await bot.jobs.briefs.getWaiting();
  const [other, recall] = jobs;
  expect(jobs.map(({ name }) => name)).toEqual(['brief', 'recall']);
  expect(recall?.data).toEqual({ schema: 'recall/1', case: expect.any(String), revision: 2 });
  expect(other?.data.case).not.toBe(recall?.data.case);
});

test('what a dead process did not put on the queue is put there by the next', async () => {
  here = stand(redis.url);
  const broken = await here.process({ deliver: () => Promise.reject(new Error('the queue is away')) });
  await broken.accept(says('A1', 'file help'));
  const { person } = await broken.store.find([phone(1)]);
  const next = await here.process();
  await next.start();
  await next.settled();
  expect(await next.jobs.briefs.getWaitingCount()).toBe(1);
  expect((await next.jobs.alerts.getWaiting())[0]?.data).toMatchObject({
    schema: 'alert/1',
    kind: 'emergency',
    person,
  });
  expect(await next.store.handovers()).toEqual([]);
});

test('an alert stands open until somebody acknowledges it', async () => {
  here = stand(redis.url);
  const bot = await here.process();
  await bot.accept(says('A1', 'help'));
  await bot.settled();
  const [alert] = await openAlerts(bot.redis, here.keys);
  expect(alert).toMatchObject({ kind: 'emergency' });
  const client = await createClient({ url: redis.url }).connect();
  expect(await acknowledge(client, here.keys, 'another')).toBe(false);
  expect(await acknowledge(client, here.keys, alert?.id ?? '')).toBe(true);
  client.destroy();
  expect(await openAlerts(bot.redis, here.keys)).toEqual([]);
});
