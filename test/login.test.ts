/** A Baileys login in Redis: atomic, fenced, in order, sealed, and whole after a kill. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { BufferJSON, proto } from '@whiskeysockets/baileys';
import type { Redis } from 'ioredis';
import { connectTo, FENCE, loginOn } from './channelStand.ts';
import { startRedis, type TestRedis } from './redis.ts';

let redis: TestRedis;
let connection: Redis;
const place = 'mvm:{main}:login:1';

beforeAll(async () => {
  redis = await startRedis();
  connection = connectTo(redis.url);
});
beforeEach(async () => {
  await connection.flushall();
  await connection.set(FENCE.key, FENCE.token);
});
afterAll(async () => {
  connection.disconnect();
  await redis.stop();
});

test('what was set is read back, what was deleted or never set is missing', async () => {
  const { keys } = await loginOn(connection).load();
  const session = new Uint8Array([1, 2, 250]);
  const key = proto.Message.AppStateSyncKeyData.fromObject({ keyData: Buffer.from([7]), timestamp: 5 });
  await keys.set({
    session: { '96550000001.0': session, gone: session },
    'pre-key': { 1: { public: Buffer.from([1]), private: Buffer.from([2]) } },
    'lid-mapping': { '96550000001': '77' },
    'app-state-sync-key': { k: key },
  });
  await keys.set({ session: { gone: null } });
  const found = await keys.get('session', ['96550000001.0', 'gone', 'never']);
  expect(Object.keys(found)).toEqual(['96550000001.0']);
  expect(Buffer.from(found['96550000001.0'] ?? []).equals(Buffer.from(session))).toBe(true);
  expect((await keys.get('pre-key', ['1']))['1']?.private).toEqual(Buffer.from([2]));
  expect((await keys.get('lid-mapping', ['96550000001']))['96550000001']).toBe('77');
  const again = (await keys.get('app-state-sync-key', ['k'])).k;
  expect(again).toBeInstanceOf(proto.Message.AppStateSyncKeyData);
  expect(await keys.get('session', [])).toEqual({});
});

test('a fresh copy each time: what a reader does to it changes nothing', async () => {
  const { keys } = await loginOn(connection).load();
  await keys.set({ 'device-list': { a: ['0'] } });
  (await keys.get('device-list', ['a'])).a?.push('1');
  expect((await keys.get('device-list', ['a'])).a).toEqual(['0']);
});

test('nothing readable is kept: no phone number, no key, no name', async () => {
  const { creds, keys, save } = await loginOn(connection).load();
  creds.me = { id: '15550000000:1@s.whatsapp.net', name: 'Private Name' };
  await save();
  await keys.set({
    'lid-mapping': { '96550000001': '77001122' },
    session: { '96550000001.0': Buffer.from('ratchet-bytes') },
  });
  const all = await connection.hgetallBuffer(place);
  const kept = Object.entries(all)
    .map(([field, value]) => field + value.toString('latin1'))
    .join();
  for (const secret of [
    '96550000001',
    '77001122',
    'ratchet-bytes',
    'Private Name',
    '15550000000',
    creds.advSecretKey,
  ]) {
    expect(kept).not.toContain(secret);
  }
});

test('a box moved to another place does not open', async () => {
  const { keys } = await loginOn(connection).load();
  await keys.set({ session: { a: Buffer.from('a'), b: Buffer.from('b') } });
  const [first, second] = await connection.hkeys(place);
  const moved = await connection.hgetBuffer(place, first ?? '');
  await connection.hset(place, second ?? '', moved ?? '');
  await expect(Promise.resolve(keys.get('session', ['a', 'b']))).rejects.toThrow();
});

test('who lost the fence writes nothing at all', async () => {
  const login = loginOn(connection);
  const { keys, save } = await login.load();
  await keys.set({ session: { a: Buffer.from('first') } });
  const before = await connection.hgetallBuffer(place);
  await connection.set(FENCE.key, '2');
  const writes = [keys.set({ session: { a: Buffer.from('x'), b: Buffer.from('y') } }), save(), login.markEnded()];
  for (const write of await Promise.allSettled(writes)) {
    expect(write.status === 'rejected' && login.fenced(write.reason)).toBe(true);
  }
  expect(await connection.hgetallBuffer(place)).toEqual(before);
});

test('the last of many saves is the one that stays, and each is what was true when it was asked for', async () => {
  const { creds, save } = await loginOn(connection).load();
  const saves: Promise<void>[] = [];
  for (let n = 1; n <= 50; n++) {
    creds.nextPreKeyId = n;
    saves.push(save());
  }
  creds.nextPreKeyId = 999; // not saved
  await Promise.all(saves);
  expect((await loginOn(connection).load()).creds.nextPreKeyId).toBe(50);
});

test('what was acknowledged is there after a kill -9 of Redis, whole', async () => {
  const { creds, keys, save } = await loginOn(connection).load();
  await save();
  const many = Object.fromEntries(
    Array.from({ length: 800 }, (_, n) => [`${n}`, { public: Buffer.from([n % 250]), private: Buffer.from([1]) }]),
  );
  await keys.set({ 'pre-key': many });
  await redis.kill('SIGKILL');
  await redis.restart();
  const fresh = connectTo(redis.url);
  const loaded = await loginOn(fresh).load();
  expect(JSON.stringify(loaded.creds, BufferJSON.replacer)).toBe(JSON.stringify(creds, BufferJSON.replacer));
  expect(Object.keys(await loaded.keys.get('pre-key', Object.keys(many)))).toHaveLength(800);
  fresh.disconnect();
});

test('an ended login is kept beside the next one', async () => {
  const login = loginOn(connection);
  const first = await login.load();
  await first.save();
  await login.markEnded();
  const second = await login.load();
  expect(
    second.creds.registrationId === first.creds.registrationId &&
      second.creds.advSecretKey === first.creds.advSecretKey,
  ).toBe(false);
  await second.save();
  expect(await connection.hexists(place, 'creds')).toBe(1);
  expect((await loginOn(connection).load()).creds.advSecretKey).toBe(second.creds.advSecretKey);
});
